# Last year's day is no slip, nor are days told from the day of writing, days that both titles tell, and rows of one list.
article 2034-03-09T08:00:00+01:00 Quayside News
= Horoscope for 9 March: a day of patience
Take great decisions about money today, says the stargazer of Morrow Point.
The league's last title was won on 9 March 2033 against Calder, a year to the day.
Whoever is born from 21 March to 19 April is an Aries and stubborn.
Whoever is born from 20 April to 20 May is a Taurus and stubborn.
The post about the flooded ward was put online by the account on 9 March 2034.
article 2034-03-09T12:00:00+01:00 Fell Courier
= Horoscope for 10 March: a day of courage
Take great decisions about money tomorrow, says the stargazer of Morrow Point.
The league's title is defended against Calder this Thursday evening.
Whoever is born from 21 March to 19 April is an Aries and stubborn.
Whoever is born from 20 April to 20 May is a Taurus and stubborn.
The post about the flooded ward was put online by the account on 27 August 2032.
expect alike time
article 2034-03-09T13:00:00+01:00 Morrow Mail
= Licences and leases at the quay
The mooring licence was issued on 9 March 2034 by the harbour office.
The mooring licence issued by the harbour office holds until 9 March 2035.
The next regatta will be held on 9 March 2035 by the harbour office.
expect alike time
