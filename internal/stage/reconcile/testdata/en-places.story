# A quake and a match: the side of a town, the ground, the variant. Neighbouring points of the compass, and a shorter name, are one.
article 2036-02-09T09:00:00+00:00 Harbour Post
= Quake rattles Ostermoor
A quake of magnitude 5.2 struck 30 km north-west of Ostermoor on Saturday, the survey said.
The shelter was opened at Linden Stadium for people who fled their homes.
Doctors treated patients with the Orvane vaccine against tetanus.
Two people were treated at the Royal Ostermoor Hospital for cuts.
Engineers checked cracks in the dam south of Pellworth.
article 2036-02-09T10:00:00+00:00 The Moor Chronicle
= Ostermoor shaken by quake
A quake of magnitude 5.2 struck 30 km south-east of Ostermoor on Saturday, the survey said.
The shelter was opened at Hawthorn Stadium for people who fled their homes.
Doctors treated patients with the Telmar vaccine against tetanus.
Two people were treated at the Ostermoor Hospital for cuts.
Engineers checked cracks in the dam south-west of Pellworth.
expect differs place contradiction north-west of Ostermoor | south-east of Ostermoor
expect differs place contradiction Linden Stadium | Hawthorn Stadium
expect differs wording contradiction Orvane vaccine | Telmar vaccine
expect settled Royal Ostermoor Hospital | the Ostermoor Hospital
expect settled the dam south of Pellworth | the dam south-west of Pellworth
