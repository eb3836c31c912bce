# Who praises or regrets a decision is no second origin of it, nor is what an outlet tells beside that.
article 2037-09-01T10:00:00+07:00 Kabar Rimba
= Izin Empat Kebun Sawit di Pulau Ranti Dicabut
Menteri Pertanian Surya Laksmana mengumumkan pencabutan izin empat kebun sawit di Pulau Ranti, Selasa (1/9/2037).
article 2037-09-01T12:00:00+07:00 Warta Bumi
= DPRD Ranti Puji Pencabutan Izin
Komisi II DPRD Ranti menyampaikan apresiasi dan pujian atas pencabutan izin empat kebun sawit di Pulau Ranti.
Izin empat kebun sawit di Pulau Ranti dicabut pemerintah.
article 2037-09-01T13:00:00+07:00 Suara Lereng
= Warga Sambut Pencabutan
"Kami menyambut baik pencabutan izin empat kebun sawit di Pulau Ranti," kata Ketua Adat Damar Sunyoto.
expect origins 1 mengumumkan pencabutan izin empat kebun
