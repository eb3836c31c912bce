# One stadium under two names, beside a street that is another.
article 2034-08-02T08:00:00+01:00 Quayside News
= Calder meet Morrow in the final
The final of the Canal Cup was played at Hollis Stadium, Lowick, on Saturday evening.
Two lorries collided on Kestrel Street near the market early on Sunday, police said.
article 2034-08-02T09:00:00+01:00 Fell Courier
= The Canal Cup final
The final of the Canal Cup was played at Lowick Stadium on Saturday evening.
Two lorries collided on Linden Street near the market early on Sunday, police said.
expect differs place precision Hollis Stadium | Lowick Stadium
expect differs place contradiction Kestrel Street | Linden Street
