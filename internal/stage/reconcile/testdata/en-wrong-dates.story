# A date in the wrong month beside the right weekday, and one in the wrong year.
article 2034-03-10T08:00:00+01:00 Quayside News
= Calder ferry runs aground
The Calder ferry ran aground off Morrow Point on Wednesday, 8 March 2034.
The shareholders of Brannock Mills approved the merger with Hale Foods on 6 March 2034.
article 2034-03-10T12:00:00+01:00 Fell Courier
= Ferry aground at Morrow Point
The Calder ferry ran aground off Morrow Point on Wednesday, 8 May 2034.
Shareholders of Brannock Mills approved the merger with Hale Foods on 6 March 2035.
expect differs time contradiction 8 March | 8 May
expect differs time contradiction 6 March 2034 | 6 March 2035
