# A date in the wrong month beside the right weekday, and one in the wrong year.
article 2032-05-13T14:00:00+07:00 Kabar Lembah
= Jembatan Gantung Pasirmuda Ambruk
Jembatan gantung di Desa Pasirmuda ambruk, Kamis (13/5/2032).
Wabah campak di Kecamatan Rawalega pertama kali dilaporkan pada 11 Mei 2032.
Sidang perdana mantan camat Rawalega digelar Senin (10/5/2032) di Pengadilan Negeri Pasirmuda.
article 2032-05-14T07:10:00+07:00 Suara Muara
= Jembatan Gantung di Pasirmuda Putus
Jembatan gantung Desa Pasirmuda ambruk pada Kamis (13/6/2032).
Wabah campak di Kecamatan Rawalega dilaporkan pertama kali pada 11 Mei 2033.
Sidang perdana mantan camat Rawalega berlangsung Senin, 10 Mei, di Pengadilan Negeri Pasirmuda.
expect differs time contradiction 13/5 | 13/6
expect differs time contradiction 11 Mei 2032 | 11 Mei 2033
expect alike place
