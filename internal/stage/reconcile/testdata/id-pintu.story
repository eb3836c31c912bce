# Two people who are asked at one place on one day say different things; a short name is one with its whole, and one quotation is one text.
article 2037-09-01T10:00:00+07:00 Kabar Rimba
= Ketua RT dan Kapolsek Soal Pencurian Sepeda
"Pelaku masuk lewat pagar belakang rumah kos," kata Kompol Darma Tirtana saat dihubungi Kabar Rimba, Selasa (1/9/2037) siang.
"Aku cuma mau sepedaku pulang sebelum sekolah mulai lagi," kata Wilatama.
article 2037-09-01T12:00:00+07:00 Warta Bumi
= Pencurian Sepeda di Walasari
"Tetangga jarang saling menyapa di gang ini," kata Ketua RT Sapto Wijil saat dihubungi Kabar Rimba, Selasa (1/9/2037) siang.
"Aku cuma mau sepedaku pulang sebelum sekolah mulai lagi," kata Nadira Wilatama kepada wartawan.
expect origins 1 Pelaku masuk lewat pagar belakang
expect origins 1 Tetangga jarang saling menyapa
expect origins 1 Aku cuma mau sepedaku pulang
