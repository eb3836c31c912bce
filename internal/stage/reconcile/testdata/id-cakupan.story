# Dari sekian, baru sekian: kalimat yang menyebut keduanya menghitung dua hal.
article 2034-05-11T08:00:00+07:00 Warta Selasar
= Gubernur kirim 2.400 relawan ke Tanjung Awu
Gubernur Marlina Sudirja mengirim 2.400 relawan ke daerah banjir Tanjung Awu.
Mereka membawa perahu karet dan tenda.
article 2034-05-11T15:00:00+07:00 Harian Awu
= Banjir Tanjung Awu: relawan mulai tiba
Dari 2.400 petugas yang dikirim Gubernur Marlina Sudirja ke daerah banjir Tanjung Awu, baru sekitar 310 relawan yang tiba.
Hujan diperkirakan reda besok.
expect differs quantity scope 2.400 relawan | sekitar 310 relawan
expect agree
