# What one desk tells as a supposition another tells as fact; who supposes it, and what may be, is no hedge on it.
article 2037-01-15T08:00:00+07:00 Kabar Rimba
= Gudang Pupuk di Walasari Terbakar
Gudang pupuk di Walasari terbakar diduga akibat korsleting listrik pada Kamis (15/1/2037) dini hari.
Api diyakini warga berasal dari ruang panel gudang pupuk.
article 2037-01-15T10:00:00+07:00 Warta Bumi
= Kebakaran Gudang Pupuk Walasari
Gudang pupuk di Walasari terbakar akibat korsleting listrik pada Kamis dini hari.
Warga melihat api berasal dari ruang panel gudang pupuk.
expect differs polarity precision diduga akibat korsleting | akibat korsleting
expect settled Api diyakini warga | Warga melihat api
