# A fire at two hours of one day; the day and its evening are no difference.
article 2035-02-06T22:00:00+00:00 Quayside News
= Fire guts paper mill in Torrance Fell
A fire gutted the old paper mill in Torrance Fell on Tuesday evening.
The fire at the mill began at 4.10 p.m., said fire chief Moira Lunt.
article 2035-02-06T23:30:00+00:00 Fell Courier
= Blaze at Torrance Fell mill
A fire gutted the old paper mill in Torrance Fell on Tuesday.
The fire at the mill began at 5.25 p.m., said fire chief Moira Lunt.
expect joined The fire at the mill began at 4.10 | The fire at the mill began at 5.25
expect differs time contradiction 4.10 | 5.25
