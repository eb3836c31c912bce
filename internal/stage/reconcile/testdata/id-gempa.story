# A quake: an early and a later toll, one agency behind all.
article 2031-03-04T06:40:00+08:00 Kabar Nusa
= Gempa Magnitudo 6,1 Guncang Pulau Marindo, 4 Orang Tewas
Gempa bumi bermagnitudo 6,1 mengguncang Pulau Marindo, Selasa (4/3/2031) pukul 04.52 WITA.
Badan Penanggulangan Bencana Marindo melaporkan empat orang tewas akibat gempa di Pulau Marindo.
"Gempa tidak berpotensi tsunami," kata Kepala Badan Penanggulangan Bencana Marindo, Hardi Salung.
Sebanyak 320 rumah dilaporkan rusak di Kecamatan Wolai.
article 2031-03-04T11:15:00+08:00 Suara Timur
= Korban Gempa Marindo Bertambah Jadi 11 Orang
Jumlah korban tewas akibat gempa di Pulau Marindo bertambah menjadi 11 orang, kata Badan Penanggulangan Bencana Marindo.
Gempa berkekuatan magnitudo 6,1 itu terjadi pada Selasa dini hari pukul 04.52 WITA.
Kepala Badan Penanggulangan Bencana Marindo Hardi Salung mengatakan gempa tersebut tidak berpotensi tsunami.
Ribuan warga mengungsi ke lapangan dan gedung sekolah.
article 2031-03-04T13:00:00+08:00 Harian Teluk
= Gempa Marindo Tewaskan 11 Orang, Ribuan Mengungsi
Sebanyak 11 orang meninggal dunia setelah gempa bermagnitudo 6,1 mengguncang Pulau Marindo.
Ribuan penduduk mengungsi ke lapangan terbuka dan bangunan sekolah.
Lebih dari 300 rumah rusak di Kecamatan Wolai, menurut Badan Penanggulangan Bencana Marindo.
expect joined empat orang tewas | 11 orang meninggal dunia
expect joined Jumlah korban tewas akibat gempa | 11 orang meninggal dunia
expect joined kata Kepala Badan | gempa tersebut tidak berpotensi tsunami
expect joined Ribuan warga mengungsi | Ribuan penduduk mengungsi
expect apart Ribuan warga mengungsi | tidak berpotensi tsunami
expect apart 320 rumah | Ribuan warga mengungsi
expect differs quantity update 4 orang | 11
expect origins 1 Badan Penanggulangan Bencana Marindo melaporkan
expect timeline 2031-03-04 pukul 04.52
