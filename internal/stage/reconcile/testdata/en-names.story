# An outbreak: a minister in two spellings, a rival office, and a running mate whose name one desk remembers wrongly.
article 2035-04-02T09:00:00+01:00 Marsh Gazette
= Measles outbreak closes six schools
Six schools in Calder closed on Monday after a measles outbreak, said health minister Selwyn Hargrave.
Daniel Petrie, mayor of Calder, asked parents to keep children at home.
Candidate Laura Amsel and her running mate Alex Colbridge called the response slow.
article 2035-04-02T11:00:00+01:00 Northern Ledger
= Six schools shut by measles in Calder
Six schools in Calder closed on Monday after a measles outbreak, health minister Selwyn Hargreve said.
Daniel Petrie, mayor of Ellery, asked parents to keep their children at home.
Candidate Laura Amsel and her running mate Alexander Colwell called the response slow.
expect joined said health minister | health minister Selwyn Hargreve said
expect differs person contradiction Selwyn Hargrave | Selwyn Hargreve
expect differs role contradiction mayor of Calder | mayor of Ellery
expect differs person contradiction Alex Colbridge | Alexander Colwell
expect origins 1 said health minister
