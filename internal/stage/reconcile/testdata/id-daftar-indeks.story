# Dua daftar persentase tanpa satu pun yang sama, dan keterisian dua hal, bukan pertentangan.
article 2034-06-02T08:00:00+07:00 Pasar Kini
= Bursa Lorong Batu Melemah
Indeks saham tambang di Bursa Lorong Batu turun 0,65 persen, indeks saham kayu turun 1,19 persen, dan indeks saham garam turun 1,7 persen.
Luas sawah yang terendam banjir Rawalega 210 hektare menurut camat.
article 2034-06-02T15:00:00+07:00 Kabar Dapur
= Bursa Lorong Batu Ditutup Melemah
Indeks saham tambang di Bursa Lorong Batu turun 2,87 persen, indeks saham kayu turun 1,12 persen, dan indeks saham garam turun 0,94 persen.
Luas sawah yang terendam banjir Rawalega 120 hektare menurut camat.
expect differs quantity contradiction 210 hektare | 120 hektare
