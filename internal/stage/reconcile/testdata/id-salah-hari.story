# A weekday that is not that of its date, beside one that is.
article 2032-05-13T14:00:00+07:00 Kabar Lembah
= Jembatan Gantung Pasirmuda Ambruk
Jembatan gantung di Desa Pasirmuda ambruk, Kamis (13/5/2032).
Tiga sepeda motor hanyut.
article 2032-05-14T07:10:00+07:00 Suara Muara
= Jembatan Gantung di Pasirmuda Putus
Jembatan gantung Desa Pasirmuda ambruk pada Rabu (13/5/2032).
Tiga unit sepeda motor hanyut terbawa arus.
expect joined ambruk, Kamis | ambruk pada Rabu
expect differs time contradiction Kamis | Rabu
