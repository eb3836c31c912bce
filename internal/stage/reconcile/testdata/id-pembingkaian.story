# Satu perbuatan dengan kata yang menilainya berbeda: kapal dibajak atau dicegat, pejabat dipecat atau mundur.
article 2035-03-04T02:00:00+00:00 Warta Selat
= Kapal Bantuan Mutiara Dibajak
Angkatan Laut Redonia membajak kapal bantuan Mutiara Timur di Selat Belang pada Minggu pagi.
Dua belas relawan di kapal Mutiara Timur ditahan di Pelabuhan Sarang.
Direktur Pelabuhan Sarang, Imran Tolle, dipecat setelah kapal Mutiara Timur ditahan.
article 2035-03-04T04:00:00+00:00 Suara Belang
= Kapal Mutiara Timur Tiba di Sarang
Angkatan Laut Redonia mencegat kapal bantuan Mutiara Timur di Selat Belang pada Minggu pagi.
Dua belas relawan di kapal Mutiara Timur ditahan di Pelabuhan Sarang.
Direktur Pelabuhan Sarang, Imran Tolle, mundur setelah kapal Mutiara Timur ditahan.
expect differs wording precision membajak | mencegat
expect differs wording precision dipecat | mundur
