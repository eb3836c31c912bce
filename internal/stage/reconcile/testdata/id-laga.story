# A match: public, so each desk is an origin; one article has the wrong scorer's minute.
article 2030-05-11T21:40:00+07:00 Bola Raya
= Persada FC Taklukkan Banteng Utara 3-1
Persada FC mengalahkan Banteng Utara dengan skor 3-1 di Stadion Garuda Lama, Sabtu (11/5/2030) malam.
Gol pertama dicetak Rangga Tirta pada menit ke-12.
Banteng Utara menyamakan kedudukan lewat penalti Yosef Meran pada menit ke-40.
article 2030-05-11T22:10:00+07:00 Sundul
= Hasil Liga Merdeka: Persada FC vs Banteng Utara 3-1
Persada FC menang 3-1 atas Banteng Utara pada laga Liga Merdeka di Stadion Garuda Lama.
Rangga Tirta membuka keunggulan Persada FC pada menit ke-12.
Yosef Meran sempat menyamakan skor dari titik penalti.
article 2030-05-12T06:00:00+07:00 Arena Harian
= Persada FC Naik ke Puncak Klasemen
Kemenangan 3-1 atas Banteng Utara membawa Persada FC ke puncak klasemen Liga Merdeka.
Gol pembuka Persada FC lahir dari kaki Rangga Tirta pada menit ke-15.
Wasit mengeluarkan dua kartu kuning sepanjang pertandingan.
expect joined mengalahkan Banteng Utara dengan skor 3-1 | menang 3-1 atas Banteng Utara
expect joined Gol pertama dicetak Rangga Tirta | Rangga Tirta membuka keunggulan
expect apart dua kartu kuning | titik penalti
expect main mengalahkan Banteng Utara dengan skor 3-1
expect origins 3 mengalahkan Banteng Utara dengan skor 3-1
expect status corroborated mengalahkan Banteng Utara dengan skor 3-1
