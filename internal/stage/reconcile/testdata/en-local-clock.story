# Desks in two zones tell the clock of the place: no zone named, no difference. What one article tells twice is two things.
article 2036-10-05T18:00:00+00:00 Quayside News
= Ferry runs aground off Torrance Fell
The ferry ran aground off Torrance Fell at 12.40 p.m. on Sunday, coastguard officer Moira Lunt said.
The first lifeboat left the harbour at 1.05 p.m. on Sunday.
article 2036-10-05T14:30:00-05:00 Prairie Herald
= Ferry aground in the north
The ferry ran aground off Torrance Fell at 12.40 p.m. on Sunday, the coastguard said.
The first lifeboat left the harbour at 1.05 p.m. on Sunday.
The second lifeboat left the harbour at 1.50 p.m. on Sunday.
expect alike time
