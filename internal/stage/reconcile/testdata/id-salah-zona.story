# Menit yang sama pada dua zona waktu yang disebut: salah satu keliru. Jam bulat, dan zona yang hitungannya cocok, bukan perbedaan.
article 2034-08-02T10:00:00+07:00 Kabar Rimba
= Gempa Guncang Pulau Sarua
Gempa bumi mengguncang Pulau Sarua pada Rabu (2/8/2034) pukul 06.23 WITA.
Kapal feri Bahari Lestari tiba di Pelabuhan Wadas pada Rabu (2/8/2034) pukul 08.47 WITA membawa bantuan.
article 2034-08-02T12:00:00+07:00 Warta Bumi
= Warga Sarua Berlarian
Pada Rabu (2/8/2034) pukul 06.23 WIB gempa bumi membuat warga Pulau Sarua berlarian.
Kapal feri Bahari Lestari membawa bantuan dan tiba di Pelabuhan Wadas pada Rabu (2/8/2034) pukul 07.47 WIB.
expect differs time contradiction 06.23 WITA | 06.23 WIB
expect settled 08.47 WITA | 07.47 WIB
