# What is counted by the way, beside somebody, or of two people and things, is no difference.
article 2033-04-02T08:00:00+07:00 Kabar Lembah
= Perahu Terbalik di Danau Rawalega
Perahu motor yang terbalik di Danau Rawalega membawa enam penumpang dari Desa Pasirmuda.
Berikut 7 cara merawat perahu motor di Danau Rawalega.
Jaksa menuntut Sulastri Wibawa dengan hukuman 4 tahun penjara dalam perkara izin perahu.
Di tepi danau berdiri sebuah tenda yang tingginya 170 sentimeter.
article 2033-04-02T09:00:00+07:00 Suara Muara
= Perahu Motor Terbalik, Regu Dikerahkan
Perahu motor yang terbalik di Danau Rawalega membawa seorang bayi dan lima penumpang dari Desa Pasirmuda.
Berikut 5 cara merawat perahu motor di Danau Rawalega.
Jaksa menuntut Darmo Kusnadi dengan hukuman 9 tahun penjara dalam perkara izin perahu.
Di dasar danau ada batu yang tingginya 40 sentimeter.
expect joined membawa enam | bayi dan lima
expect alike quantity
