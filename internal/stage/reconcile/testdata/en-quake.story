# A toll that grows, with an agency copy.
article 2030-02-14T05:00:00+00:00 Island Herald
= Quake kills three on Sorrel Island
A magnitude 5.8 earthquake struck Sorrel Island early on Thursday, killing three people, the island's civil defence agency said.
The quake damaged the old harbour bridge.
article 2030-02-14T11:00:00+00:00 Coast Daily
= Sorrel Island earthquake toll rises to nine
The death toll from an earthquake on Sorrel Island has risen to nine people, the civil defence agency said.
The magnitude 5.8 quake struck early on Thursday.
The old harbour bridge was damaged.
expect joined killing three people | has risen to nine people
expect joined damaged the old harbour bridge | old harbour bridge was damaged
expect differs quantity update three | nine
