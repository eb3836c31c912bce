# Who supposes it too, or calls it reported, asserts nothing.
article 2034-08-02T08:00:00+01:00 Quayside News
= Mill fire in Calder
The fire at the Calder mill allegedly started in the boiler room on Monday night.
A fisherman from Morrow Point is believed to have drowned off the quay on Tuesday.
article 2034-08-02T09:00:00+01:00 Fell Courier
= Fire at a mill in Calder
The fire at the Calder mill is thought to have started in the boiler room on Monday night.
A fisherman from Morrow Point reportedly drowned off the quay on Tuesday.
expect alike polarity
