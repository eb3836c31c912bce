# An age behind a name in brackets, and one in words.
article 2033-04-02T08:00:00+07:00 Kabar Lembah
= Perahu Terbalik di Danau Rawalega
Perahu motor terbalik di Danau Rawalega, Sabtu pagi.
Korban bernama Hartini Salim (67) ditemukan regu penolong di dasar danau.
article 2033-04-02T09:00:00+07:00 Suara Muara
= Perahu Motor Terbalik di Danau Rawalega
Perahu motor terbalik di Danau Rawalega, Sabtu pagi.
Hartini Salim, perempuan berusia 76 tahun, ditemukan regu penolong di dasar danau.
Selama 30 tahun ia menjual ikan di tepi danau.
expect differs quantity contradiction 67 | 76
