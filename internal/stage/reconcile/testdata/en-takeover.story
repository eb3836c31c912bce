# A company and those who speak for it are one origin.
article 2033-05-05T08:00:00+00:00 Market Lane
= Brindle Foods to buy Ashby Mills
Brindle Foods will buy the flour maker Ashby Mills for $640 million in cash, said Laura Farrow, chief executive officer of Brindle.
Ashby's mills are all in the north.
article 2033-05-05T10:30:00+00:00 The Ledger
= Ashby Mills sold to Brindle Foods for $640 million
Brindle Foods said it would buy flour maker Ashby Mills for $640 million in cash.
The deal would need a vote of shareholders.
expect joined will buy the flour maker | would buy flour maker
expect origins 1 will buy the flour maker
