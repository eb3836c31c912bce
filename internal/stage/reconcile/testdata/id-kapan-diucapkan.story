# The day on which a speaker said it, that of the article, is no date of the event; the day that is told within is.
article 2037-09-02T10:00:00+07:00 Kabar Rimba
= Jembatan Gantung Sungai Wala Putus
Jembatan gantung di Sungai Wala putus pada Senin (31/8/2037) malam.
"Tali utamanya sudah berkarat sejak lama," kata Kepala Dinas Bina Marga Darma Tirtana, Rabu (2/9/2037).
"Pada Rabu (2/9/2037) alat berat kami datangkan dari kota," kata Darma Tirtana.
article 2037-09-02T12:00:00+07:00 Warta Bumi
= Jembatan Putus, Warga Memutar
Warga memutar lewat Walasari sejak jembatan gantung Sungai Wala putus, Senin (31/8/2037) malam.
expect timeline 2037-08-31 Jembatan gantung di Sungai Wala putus
expect undated Tali utamanya sudah berkarat
expect timeline 2037-09-02 alat berat kami datangkan
