# A budget: one release; rounding is no contradiction.
article 2033-08-16T12:00:00+07:00 Neraca
= Anggaran Kesehatan Nusaraya 2034 Rp 218,4 Triliun
Kementerian Keuangan Nusaraya menetapkan anggaran kesehatan 2034 sebesar Rp 218,4 triliun.
Angka itu naik 7 persen dibandingkan tahun 2033.
"Anggaran ini untuk memperkuat puskesmas," ujar Menteri Keuangan Dewi Astarini dalam keterangan tertulis.
article 2033-08-16T13:30:00+07:00 Pasar Pagi
= Pemerintah Alokasikan Rp 218 Triliun untuk Kesehatan
Pemerintah mengalokasikan anggaran kesehatan sekitar Rp 218 triliun pada 2034.
Menurut Menteri Keuangan Dewi Astarini, anggaran itu ditujukan untuk memperkuat puskesmas.
Anggaran kesehatan tersebut meningkat 7 persen dari tahun sebelumnya.
expect joined sebesar Rp 218,4 triliun | sekitar Rp 218 triliun
expect joined naik 7 persen | meningkat 7 persen
expect joined untuk memperkuat puskesmas," | ditujukan untuk memperkuat puskesmas
expect differs quantity precision 218,4 | Rp 218
expect agree
expect origins 1 memperkuat puskesmas
