# Of the hurt, some are badly hurt: no other count of all. Five days later are not five days. Two victims have two ages. A time told less sharply is told.
article 2038-03-11T12:00:00+07:00 Kabar Rimba
= Bus Terguling di Walasari, Sembilan Luka
Sembilan penumpang luka-luka setelah bus terguling di tanjakan Walasari, Kamis (11/3/2038).
Seorang anak laki-laki berusia 11 tahun dirawat di puskesmas Walasari.
Pencarian korban dihentikan sementara pada pukul 22.00 WIB dan dilanjutkan Jumat pagi.
Penyelidikan kecelakaan bus ditargetkan selesai dalam sepuluh hari, kata Kapolsek Walasari Bima Santika.
article 2038-03-11T14:00:00+07:00 Warta Bumi
= Bus Terguling di Tanjakan Walasari
Tiga penumpang luka berat setelah bus terguling di tanjakan Walasari, Kamis (11/3/2038).
Seorang remaja perempuan berusia 16 tahun dirawat di puskesmas Walasari.
Seorang korban berumur lebih dari sepuluh tahun dirawat di puskesmas Walasari.
Pencarian korban dilanjutkan Jumat pukul 06.00 WIB.
Lima hari sebelumnya, bus lain juga mengalami kecelakaan di Walasari, kata Kapolsek Walasari Bima Santika.
expect alike quantity
expect alike time
