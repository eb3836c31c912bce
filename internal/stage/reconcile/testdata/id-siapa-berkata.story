# One utterance in several articles: who leaves it to "ujarnya" or gives no cue takes the speaker whom another names beside the words.
article 2037-09-01T10:00:00+07:00 Kabar Rimba
= Pabrik Gula Ambarawi Tutup
Direktur Utama PT Gula Ambarawi Surya Laksmana menutup pabrik itu pada Senin (31/8/2037).
"Kami sudah merugi tiga musim giling berturut-turut dan tidak sanggup membayar tebu petani," kata Ketua Serikat Buruh Damar Sunyoto, Selasa (1/9/2037).
"Hak pesangon seluruh buruh harian akan kami tagih sampai ke meja pengadilan," kata Damar Sunyoto.
article 2037-09-01T12:00:00+07:00 Warta Bumi
= Buruh Pabrik Gula Menuntut Pesangon
Ketua Serikat Buruh Damar Sunyoto menemui wartawan di gerbang pabrik.
Direktur Utama PT Gula Ambarawi Surya Laksmana menyatakan pabrik itu ditutup sejak Senin (31/8/2037).
"Hak pesangon seluruh buruh harian akan kami tagih sampai ke meja pengadilan," ujarnya.
article 2037-09-01T13:00:00+07:00 Suara Lereng
= Tebu Tak Terbayar
Surya Laksmana, Direktur Utama PT Gula Ambarawi, memberi penjelasan di Ambarawi.
"Kami sudah merugi tiga musim giling berturut-turut dan tidak sanggup membayar tebu petani," kata Surya Laksmana.
expect spoken Damar Sunyoto | Hak pesangon seluruh buruh harian
expect differs attribution contradiction Damar Sunyoto | Surya Laksmana
