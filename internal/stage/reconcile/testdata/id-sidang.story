# A trial: prosecution and defence are two origins; the verdict is one.
article 2032-09-15T15:20:00+07:00 Warta Kota Lama
= Mantan Bupati Rembaya Divonis 6 Tahun Penjara
Majelis hakim Pengadilan Tipikor Rembaya menjatuhkan vonis enam tahun penjara kepada mantan Bupati Rembaya, Gunadi Prasmono, Rabu (15/9/2032).
Gunadi juga dihukum membayar denda Rp 300 juta.
"Terdakwa terbukti menerima suap proyek jembatan," kata ketua majelis hakim Sri Wandari.
Jaksa sebelumnya menuntut Gunadi dengan hukuman delapan tahun penjara.
article 2032-09-15T16:05:00+07:00 Pos Selatan
= Terbukti Terima Suap, Eks Bupati Rembaya Dihukum 6 Tahun
Eks Bupati Rembaya Gunadi Prasmono divonis 6 tahun penjara oleh majelis hakim Pengadilan Tipikor Rembaya.
Hakim menyatakan terdakwa terbukti menerima suap dalam proyek jembatan.
Selain pidana penjara, Gunadi didenda Rp 300 juta.
Kuasa hukum terdakwa, Liman Hadikusuma, menyatakan akan mengajukan banding.
article 2032-09-15T18:30:00+07:00 Lensa Rembaya
= Vonis Gunadi Lebih Ringan dari Tuntutan
Vonis enam tahun untuk mantan Bupati Rembaya Gunadi Prasmono lebih ringan dari tuntutan jaksa, yakni delapan tahun penjara.
Kuasa hukumnya, Liman Hadikusuma, mengatakan pihaknya mengajukan banding.
Gunadi diwajibkan pula membayar denda Rp 250 juta.
expect joined menjatuhkan vonis enam tahun | divonis 6 tahun penjara
expect joined kata ketua majelis hakim | Hakim menyatakan terdakwa terbukti
expect joined menyatakan akan mengajukan banding | pihaknya mengajukan banding
expect joined denda Rp 300 juta | didenda Rp 300 juta
expect apart menerima suap proyek jembatan | mengajukan banding
expect differs quantity contradiction 300 juta | 250 juta
expect main divonis 6 tahun penjara
