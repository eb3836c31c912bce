# One place under two names, in a short form, and in a town that is named behind it.
article 2032-08-02T08:00:00+07:00 Kabar Lembah
= Laga Puncak Digelar di Batu Lor
Laga puncak Piala Kanal digelar di Stadion Harapan, Batu Lor, Sabtu sore.
Pelantikan camat Rawalega digelar di Gedung Kantor Pemprov Sarawela pada Senin siang.
Tabrakan dua truk terjadi di Jalan Kenari, Kecamatan Rawalega, pada Minggu dini hari.
article 2032-08-02T09:00:00+07:00 Suara Muara
= Final Piala Kanal
Laga puncak Piala Kanal digelar di Stadion Batu Lor pada Sabtu sore.
Pelantikan camat Rawalega digelar di Gedung Kantor Pemerintah Provinsi Sarawela pada Senin siang.
Tabrakan dua truk terjadi di Jalan Merbabu, Kecamatan Rawalega, pada Minggu dini hari.
expect differs place precision Stadion Harapan | Stadion Batu Lor
expect differs place contradiction Jalan Kenari | Jalan Merbabu
