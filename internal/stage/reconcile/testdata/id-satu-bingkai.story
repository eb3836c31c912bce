# Bukan perbedaan: dua kata berlainan nada yang dipakai kedua artikel, kata yang dibantah, kata di dalam nama, dan kata yang tidak berkenaan dengan hal yang sama.
article 2035-03-04T02:00:00+00:00 Warta Selat
= Unjuk Rasa di Sarang Berakhir Ricuh
Unjuk rasa buruh pabrik karet di Kota Sarang berubah menjadi kerusuhan pada Sabtu sore.
Bupati Sarang Imran Tolle tidak dipecat dari Partai Pejuang Rakyat.
Harga karet di Pasar Sarang stabil sepanjang pekan.
article 2035-03-04T04:00:00+00:00 Suara Belang
= Kerusuhan di Sarang
Unjuk rasa buruh pabrik karet di Kota Sarang berubah menjadi kerusuhan pada Sabtu.
Bupati Sarang Imran Tolle mundur dari Partai Pejuang Rakyat.
Pembangunan jembatan baru di Muara Tebing mandek sejak tahun lalu.
expect joined Unjuk rasa buruh | Unjuk rasa buruh
expect alike wording
