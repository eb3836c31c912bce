# Two figures of a unit of which each article has one are rivals in other words too; a date is given with two days of the week.
article 2035-04-02T22:00:00+07:00 Bola Tanjung
= Laga derbi Tanjung berakhir imbang
Sekitar 26.000 penonton menyaksikan laga derbi itu.
Derbi Tanjung digelar Senin (2/4/2035) di Stadion Rawa.
article 2035-04-03T08:00:00+07:00 Kabar Rawa
= Stadion Rawa penuh sesak
Menurut panitia, 21.400 penonton hadir di stadion untuk laga itu.
Kedua kubu terakhir bertemu di Stadion Rawa pada Selasa (2/4/2035) malam.
expect differs quantity contradiction Sekitar 26.000 penonton | 21.400 penonton
expect differs time contradiction Senin (2/4/2035) | Selasa (2/4/2035)
