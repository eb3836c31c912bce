# Brothers, a candidate and an activist: no names and no offices that clash.
article 2034-03-12T20:00:00+07:00 Arena Kita
= Garuda Selatan Menang 3-1
Garuda Selatan menang 3-1 atas Elang Utara di Stadion Banda Raya, Minggu (12/3/2034).
Gol kedua dicetak Raihan Pratomo pada menit ke-40.
Aktivis lingkungan Dewi Kartikasari hadir di tribun bersama calon wali kota Banda Raya Surya Gunadi.
article 2034-03-12T21:00:00+07:00 Lapangan Hijau
= Garuda Selatan Pukul Elang Utara 3-1
Garuda Selatan menang 3-1 atas Elang Utara di Stadion Banda Raya pada Minggu (12/3/2034).
Gol kedua dicetak Raihan Pratomo pada menit ke-40, kata pelatih, sedangkan adiknya Reihan Pratomo masuk pada babak kedua.
Aktivis asal Banda Barat Dewi Kartikasari hadir di tribun bersama bakal calon wali kota Surya Gunadi.
article 2034-03-12T21:30:00+07:00 Suara Bola
= Reihan Pratomo Jalani Debut
Reihan Pratomo menjalani debut saat Garuda Selatan menang 3-1 atas Elang Utara di Stadion Banda Raya.
expect joined Raihan Pratomo pada menit ke-40. | Raihan Pratomo pada menit ke-40, kata pelatih
expect alike role
expect alike person
