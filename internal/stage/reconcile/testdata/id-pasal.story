# A trial: the section of the law. What the titles of two articles tell apart is two things, and a list names all of its own.
article 2036-08-03T14:00:00+07:00 Warta Bumi
= Bendahara Koperasi Sundari Didakwa Menggelapkan Dana
Jaksa mendakwa bendahara koperasi Laras Pujiati dengan Pasal 374 tentang penggelapan dalam jabatan di Pengadilan Negeri Sundari, Minggu (3/8/2036).
Saksi Bram Adiguna diperiksa di ruang sidang lantai dua.
article 2036-08-03T16:30:00+07:00 Harian Sundari
= Laras Pujiati Didakwa Gelapkan Dana Koperasi
Jaksa mendakwa bendahara koperasi Laras Pujiati dengan Pasal 372 tentang penggelapan dalam jabatan di Pengadilan Negeri Sundari, Minggu.
Saksi Bram Adiguna diperiksa di ruang sidang.
expect differs wording contradiction Pasal 374 | Pasal 372
