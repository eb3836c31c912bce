# Figures of one unit that count different things: dead, hurt, the rest, a limit, a distance and a depth.
article 2034-03-05T08:00:00+07:00 Kabar Sendang
= Bus Masuk Jurang di Sendang, 4 Orang Tewas
Bus pariwisata masuk jurang di Sendang pada Minggu pagi, menewaskan empat orang dan melukai 22 orang lainnya.
Bus itu berisi 61 orang, padahal batas muatannya 45 orang, kata Kepala Dinas Perhubungan Sendang Wira Astana.
Pusat keramaian terdekat berjarak 14 km dari lokasi, dan jurang itu berada pada kedalaman 2 km dari bibir jalan.
article 2034-03-05T15:00:00+07:00 Warta Lereng
= Korban Tewas Bus Sendang Menjadi Enam Orang
Bus pariwisata masuk jurang di Sendang pada Minggu pagi, enam orang meninggal dunia dan 20 lainnya terluka.
Bus itu berisi hampir 60 orang, kata Kepala Dinas Perhubungan Sendang Wira Astana.
expect joined menewaskan empat orang | enam orang meninggal dunia
expect differs quantity update 4 Orang | enam orang
expect differs quantity update 22 orang | 20 lainnya
expect agree
