# A denial inside a sentence is somebody else's; who says one thing and rejects another denies nothing.
article 2037-03-02T09:00:00+00:00 Harbour Post
= Ministry: dam at Pellworth is safe
Minister Ada Crane said the dam at Pellworth is safe, although engineers of the union deny it.
The mill took 300 orders last year but also rejects dozens each month, manager Tom Ives said.
article 2037-03-02T10:00:00+00:00 The Moor Chronicle
= Dam at Pellworth is safe, minister says
Minister Ada Crane said the dam at Pellworth is safe.
The mill took 300 orders last year, manager Tom Ives said.
expect differs polarity contradiction the dam at Pellworth is safe | although engineers of the union deny it
expect settled The mill took 300 orders last year but | The mill took 300 orders last year, manager
