# Hitungan yang bertambah selama peristiwa berlangsung tetap pembaruan, walau angka lain berubah pula.
article 2034-08-02T08:00:00+07:00 Kabar Lembah
= Banjir Rendam Kecamatan Rawalega
Banjir di Kecamatan Rawalega merusak 37 rumah warga, kata camat.
Banjir di Kecamatan Rawalega memutus 2 jembatan gantung.
Tinggi air di Kecamatan Rawalega mencapai 80 sentimeter.
article 2034-08-06T09:00:00+07:00 Suara Muara
= Banjir Rawalega Belum Surut
Banjir di Kecamatan Rawalega merusak 112 rumah warga, kata camat.
Banjir di Kecamatan Rawalega memutus 5 jembatan gantung.
Tinggi air di Kecamatan Rawalega mencapai 140 sentimeter.
expect differs quantity update 37 rumah | 112 rumah
