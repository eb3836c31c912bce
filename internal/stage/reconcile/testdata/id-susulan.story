# Counts up to two times are two counts, not two times of one thing.
article 2031-07-02T06:20:00+08:00 Kabar Nusa
= Gempa Magnitudo 5,8 Landa Pulau Wali
Gempa magnitudo 5,8 mengguncang Pulau Wali, Rabu (2/7/2031) pukul 04.17 WITA.
Sampai pukul 06.00 WITA, BMKG mencatat lima kali gempa susulan dengan kekuatan terbesar M 3,9.
article 2031-07-03T07:10:00+08:00 Suara Muara
= Gempa Pulau Wali Rusak Ratusan Rumah
Pulau Wali diguncang gempa magnitudo 5,8 pukul 04.17 WITA, Rabu (2/7/2031).
Menurut BMKG, terjadi 14 kali gempa susulan sampai Rabu siang.
expect joined mencatat lima kali | terjadi 14 kali
expect agree
