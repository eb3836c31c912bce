# A speaker comes back to a word: only the sentence that is most alike is a variant of the other.
article 2034-08-02T08:00:00+01:00 Quayside News
= Union leader on the strike at Morrow Point
"We are proud of the strike at Morrow Point, and every member stood by it through the rain," said Ada Fenwick.
"The strike at Morrow Point cost the company dearly," said Ada Fenwick.
article 2034-08-02T09:00:00+01:00 Fell Courier
= Strike at Morrow Point: union leader speaks
"We are proud of the strike at Morrow Point, every one of our members stood by it in the rain," said Ada Fenwick.
expect differs wording precision and every member | every one of our members
