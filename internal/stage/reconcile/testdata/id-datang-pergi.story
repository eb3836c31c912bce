# Jam datang dan jam pergi bukan dua jawaban atas satu pertanyaan; dua jam datang memang berbeda.
article 2034-03-07T21:00:00+07:00 Kabar Rimba
= Bendahara Yayasan Tirta Diperiksa
Bendahara Yayasan Tirta, Sekar Wulandari, tiba di kantor Kejaksaan Negeri Walasari pada Selasa (7/3/2034) pukul 09.25 WIB.
Kapal pengangkut beras Sinar Laut tiba di Pelabuhan Wadas pada Selasa (7/3/2034) pukul 06.12 WIB.
article 2034-03-07T22:00:00+07:00 Warta Bumi
= Sekar Wulandari Bungkam
Bendahara Yayasan Tirta, Sekar Wulandari, keluar dari kantor Kejaksaan Negeri Walasari pada Selasa (7/3/2034) pukul 17.41 WIB.
Kapal pengangkut beras Sinar Laut tiba di Pelabuhan Wadas pada Selasa (7/3/2034) pukul 08.47 WIB.
expect differs time contradiction 06.12 | 08.47
expect settled 09.25 | 17.41
