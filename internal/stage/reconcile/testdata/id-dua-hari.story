# Prices of two days: the weights agree, the prices do not; the articles are of a series and contradict nothing.
article 2037-06-02T09:00:00+07:00 Pasar Kita
= Harga Perak Cetak Hari Ini, Segini Rinciannya
Harga perak cetak ukuran 5 gram dijual Rp 110.000.
Harga perak cetak ukuran 10 gram dijual Rp 214.000.
Harga perak cetak ukuran 25 gram dijual Rp 520.000.
Harga perak cetak ukuran 50 gram dijual Rp 1.015.000.
article 2037-06-03T09:00:00+07:00 Pasar Kita
= Harga Perak Cetak Rabu Ini
Harga perak cetak ukuran 5 gram dijual Rp 112.000.
Harga perak cetak ukuran 10 gram dijual Rp 218.000.
Harga perak cetak ukuran 25 gram dijual Rp 531.000.
Harga perak cetak ukuran 50 gram dijual Rp 1.038.000.
expect settled Harga perak cetak ukuran 10 gram dijual Rp 214.000 | Harga perak cetak ukuran 10 gram dijual Rp 218.000
