# Pembicara mengulang satu kata: hanya kalimat yang paling mirip menjadi ragam kutipan itu.
article 2034-08-02T08:00:00+07:00 Kabar Lembah
= Ketua Panitia soal Tertundanya Pemilihan di Rawalega
"Kotak suara di Rawalega belum sampai karena jembatan putus diterjang banjir," kata Ketua Panitia Rudi Halim.
"Jembatan putus itu sudah kami laporkan kepada bupati sejak bulan lalu," kata Rudi Halim.
article 2034-08-02T09:00:00+07:00 Suara Muara
= Pemilihan di Rawalega Ditunda
"Kotak suara untuk Rawalega belum tiba karena jembatannya putus diterjang banjir," kata Ketua Panitia Rudi Halim.
expect differs wording precision Kotak suara di | Kotak suara untuk
