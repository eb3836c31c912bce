# Days on which articles were written, years in names, rows of a timetable, and a clock without its half of the day.
article 2034-05-09T08:00:00+01:00 Quayside News
= Harbour clearance begins
The harbour authority said on Tuesday that the wreck of the Corrie Star will be cleared by divers.
The team qualified for the Samudra Cup 2034 with a late goal, coach Daniel Petrie said.
The signal of the stolen phone was last seen at 1.02 p.m. on Monday near the quay, police said.
9.15 a.m.: women's road race start at Calder quay
article 2034-05-10T08:00:00+01:00 Fell Courier
= Divers to clear wreck
The harbour authority said on Wednesday that the wreck of the Corrie Star will be cleared by divers.
The team qualified for the Samudra Cup 2038 with a late goal, coach Daniel Petrie said.
The signal of the stolen phone was last seen at 1.02 on Monday near the quay, police said.
11.40 a.m.: men's road race start at Calder quay
expect joined said on Tuesday that the wreck | said on Wednesday that the wreck
expect joined Samudra Cup 2034 | Samudra Cup 2038
expect alike time
