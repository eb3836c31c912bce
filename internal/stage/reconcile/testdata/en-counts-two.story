# Lists, those beside a named one, penalties of two people: none a difference.
article 2034-08-02T08:00:00+01:00 Quayside News
= Boat capsizes off Morrow Point
The boat that capsized off Morrow Point carried six passengers from Calder.
These are 7 ways to keep a small boat safe off Morrow Point.
Prosecutors asked for Laura Brandt to be sentenced to 4 years in prison over the boat licences.
article 2034-08-02T09:00:00+01:00 Fell Courier
= Rescue off Morrow Point
The boat that capsized off Morrow Point carried a baby and five passengers from Calder.
These are 5 ways to keep a small boat safe off Morrow Point.
Prosecutors asked for Peter Aldous to be sentenced to 9 years in prison over the boat licences.
expect alike quantity
