# A match: the last score is what the heads tell; a score on the way to it is no other answer.
article 2036-06-21T22:00:00+07:00 Bola Kita
= Persanta Tekuk Garuda Lawu 3-1
Persanta menang 3-1 atas Garuda Lawu di final Piala Khatulistiwa, Sabtu (21/6/2036) malam.
Skor 1-1 bertahan hingga turun minum.
Pelatih Persanta, Dodi Maruli, memuji anak asuhnya.
article 2036-06-21T22:20:00+07:00 Kabar Laga
= Hasil Final: Persanta vs Garuda Lawu 3-1
Persanta mengalahkan Garuda Lawu dengan skor 3-1 di final Piala Khatulistiwa.
Persanta sempat unggul 2-0 sebelum Garuda Lawu membalas.
article 2036-06-21T22:40:00+07:00 Arena
= Garuda Lawu Gagal Juara
Garuda Lawu kalah 1-3 dari Persanta di final Piala Khatulistiwa.
Pertandingan ditutup dengan skor akhir 3-2 untuk kemenangan Persanta.
expect differs quantity contradiction 3-1 | 3-2
expect settled Skor 1-1 bertahan | sempat unggul 2-0
