# Rates of two days, though the articles agree in as much, are no updates.
article 2034-06-02T08:00:00+01:00 Quayside News
= The Morrow dollar today
The Morrow dollar traded at 7.42 crowns on the Calder exchange.
Turnover on the Calder exchange came to 59.4 million crowns.
The Calder exchange was founded by 12 merchants.
The Calder exchange lists 48 companies.
article 2034-06-06T08:00:00+01:00 Fell Courier
= The Morrow dollar today
The Morrow dollar traded at 7.31 crowns on the Calder exchange.
Turnover on the Calder exchange came to 58.8 million crowns.
The Calder exchange was founded by 12 merchants.
The Calder exchange lists 48 companies.
expect alike quantity
