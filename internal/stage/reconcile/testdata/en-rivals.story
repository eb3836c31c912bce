# Figures that exclude each other keep claims in two findings: the difference is told all the same. Ages of two people are none.
article 2035-04-02T08:00:00+00:00 Vale Gazette
= Measles outbreak spreads in Osterly
The health board expects 300,000 doses of measles vaccine by Friday.
Pupil Anna Brice, aged 11, was the first patient in Osterly.
article 2035-04-02T13:00:00+00:00 Osterly Post
= Osterly fights measles
30,000 doses of measles vaccine are on their way to the town.
Teacher Colm Dray, aged 52, was the last patient in Osterly.
expect differs quantity contradiction 300,000 doses | 30,000 doses
