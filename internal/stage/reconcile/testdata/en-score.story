# The last score, told otherwise, in English.
article 2036-06-21T22:00:00+01:00 Touchline
= Wrenfield beat Castle Rovers 2-0
Wrenfield beat Castle Rovers 2-0 to win the Estuary Shield on Saturday.
It was 1-0 at the break.
article 2036-06-21T22:20:00+01:00 Evening Whistle
= Wrenfield 2-0 Castle Rovers: Shield goes to the north
Wrenfield won the Estuary Shield with a 2-0 victory over Castle Rovers.
article 2036-06-21T22:40:00+01:00 Rovers Gazette
= Castle Rovers lose the final
Castle Rovers lost the final of the Estuary Shield 2-0 to Wrenfield.
The whistle went with the final score 3-0 to Wrenfield.
expect differs quantity contradiction 2-0 | 3-0
