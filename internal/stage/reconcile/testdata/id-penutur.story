# One quotation with two speakers, both named beside it; a pronoun, a nickname or a spelling gives no other speaker.
article 2037-04-20T09:00:00+07:00 Kabar Nusa
= Jembatan Sungai Dawar Ditutup
Kepala Dinas Pekerjaan Umum Dawar, Wisnu Baskoro, menutup jembatan Sungai Dawar, Senin (20/4/2037).
"Jembatan kami tutup karena tiang ketiga sudah retak parah," kata Wisnu Baskoro.
"Warga dapat memakai perahu penyeberangan tanpa biaya sampai jembatan selesai," ujar Camat Dawar, Rukmini Saleh.
article 2037-04-20T11:00:00+07:00 Suara Dawar
= Tiang Retak, Jembatan Dawar Ditutup
Jembatan Sungai Dawar ditutup mulai Senin (20/4/2037). Bupati Dawar Hendra Limbong meninjau lokasi.
"Jembatan kami tutup karena tiang ketiga sudah retak parah," kata Hendra Limbong.
"Warga dapat memakai perahu penyeberangan tanpa biaya sampai jembatan selesai," ujarnya.
expect differs attribution contradiction Wisnu Baskoro | Hendra Limbong
expect settled ujar Camat Dawar, Rukmini Saleh | sampai jembatan selesai," ujarnya
