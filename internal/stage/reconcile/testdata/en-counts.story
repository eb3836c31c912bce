# A fire and a ship: the dead, the hurt, the missing and what may be aboard are not one figure.
article 2034-08-11T09:00:00+00:00 Harbour Post
= Ferry fire off Ellismouth kills 3, injures 17
A fire aboard the ferry Morning Star off Ellismouth killed three people and injured 17 people on Friday, the coast guard said.
The ferry carried 240 people although its limit is 180 people, said harbour master Ona Creed.
Five people are missing after the fire aboard the Morning Star.
article 2034-08-11T18:00:00+00:00 The Ellismouth Echo
= Five dead in ferry fire
A fire aboard the ferry Morning Star off Ellismouth killed five people and injured 17 people on Friday, the coast guard said.
Almost 250 people were on the ferry, said harbour master Ona Creed.
Three people are missing after the fire aboard the Morning Star.
expect joined killed three people | killed five people
expect differs quantity update three people | five people
