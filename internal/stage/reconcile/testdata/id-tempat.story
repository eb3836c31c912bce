# Things of one kind with two names: the make of a lorry, the kilometre, the street. A place inside another and a short form are one.
article 2036-05-12T07:10:00+07:00 Kabar Rimba
= Truk Hantam Warung di Talunjaya, Dua Orang Tewas
Dua orang tewas setelah truk Tavola menabrak warung di Jalan Merpati, Kecamatan Talunjaya, Senin (12/5/2036) pagi.
Kecelakaan itu terjadi di Km 14+300 jalur selatan, kata Kasatlantas Polres Talunjaya AKP Bagas Wiratmo.
Korban luka dirawat di Rumah Sakit Umum Daerah Talunjaya.
article 2036-05-12T08:40:00+07:00 Suara Pesisir
= Dua Orang Tewas Tertabrak Truk di Talunjaya
Dua orang tewas setelah truk Norvik menabrak warung di Jalan Cendrawasih, Kecamatan Talunjaya, Senin pagi.
Kecelakaan itu terjadi di Km 17+300 jalur selatan, kata AKP Bagas Wiratmo.
Korban luka dirawat di Rumah Sakit Talunjaya.
expect differs wording contradiction truk Tavola | truk Norvik
expect differs place contradiction Jalan Merpati | Jalan Cendrawasih
expect differs place contradiction Km 14+300 | Km 17+300
expect settled Rumah Sakit Umum Daerah Talunjaya | Rumah Sakit Talunjaya
