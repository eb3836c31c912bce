# The clocks of two zones, and one clock in two zones.
article 2035-02-07T09:00:00+00:00 Quayside News
= Cargo ship runs aground off Torrance Head
The cargo ship Corrie Star ran aground off Torrance Head at 11.42 p.m. GMT on Tuesday, the coastguard said.
The earthquake struck the island of Sarn at 4.17 a.m. GMT on Tuesday, the survey office said.
article 2035-02-07T10:30:00+00:00 Fell Courier
= Ship aground at Torrance Head
The cargo ship Corrie Star ran aground off Torrance Head at 12.42 a.m. CET on Wednesday, the coastguard said.
The earthquake struck the island of Sarn at 4.17 a.m. CET on Tuesday, the survey office said.
expect joined at 11.42 p.m. GMT | at 12.42 a.m. CET
expect differs time contradiction 4.17 a.m. GMT | 4.17 a.m. CET
