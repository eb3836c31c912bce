# A match is seen by every desk: outlets are origins of what they tell in their own voice, coaches are not.
article 2035-09-11T22:10:00+01:00 Dunmere Echo
= Dunmere beat Calloway 4-1 to reach the final
Dunmere beat Calloway 4-1 at Orchard Park on Tuesday night to reach the final of the Lantern Cup.
Ilja Brandvold opened the scoring with a header after nine minutes.
Calloway equalised through Pedro Lanz before the break.
Brandvold restored the lead with a penalty in the 58th minute.
Substitute Owen Tarr added two late goals on the counter.
The home side had 19 shots to five.
"We were brave tonight," said coach Marit Solheim.
article 2035-09-11T23:05:00+01:00 The Calloway Mirror
= Calloway crash out of Lantern Cup
Calloway went out of the Lantern Cup after losing 4-1 to Dunmere at Orchard Park on Tuesday night.
They fell behind to a header by Ilja Brandvold in the ninth minute.
Pedro Lanz drew them level just before half-time.
A penalty after 58 minutes turned the match.
Owen Tarr scored twice from the bench late on.
Goalkeeper Rui Esteves kept the score down with four fine saves.
"We have nobody to blame but ourselves," said coach Tomas Keel.
article 2035-09-12T07:00:00+01:00 Northern Sport
= Tarr double sends Dunmere through
Two late goals from Owen Tarr completed a 4-1 win for Dunmere over Calloway in the semi-final of the Lantern Cup.
Brandvold had struck with a header and from the spot on either side of a Pedro Lanz equaliser.
The final will be played at Kestrel Ground on 3 October.
Dunmere have never won the trophy in 112 years.
expect origins 3 Dunmere beat Calloway 4-1 at Orchard Park
expect status corroborated Dunmere beat Calloway 4-1 at Orchard Park
expect main Dunmere beat Calloway 4-1 at Orchard Park
