# A company result: two figures that cannot both be true.
article 2033-02-03T08:00:00+00:00 Market Lane
= Brindle Foods profit rises to $412 million
Brindle Foods posted a net profit of $412 million for 2032, the company said on Thursday.
Revenue rose 6 percent to $5.1 billion.
Chief executive Ines Farrow said demand for frozen meals had been strong.
article 2033-02-03T09:30:00+00:00 The Ledger
= Brindle Foods posts higher profit
Brindle Foods reported a 2032 net profit of $421 million on Thursday.
Revenue climbed 6 percent to $5.1 billion.
"Demand for frozen meals was strong," said Ines Farrow, the chief executive.
expect joined posted a net profit of $412 million | reported a 2032 net profit
expect joined Revenue rose 6 percent | Revenue climbed 6 percent
expect joined demand for frozen meals had been strong | Demand for frozen meals was strong
expect differs quantity contradiction 412 | 421
expect apart Revenue rose | frozen meals was strong
