# Names in two spellings, and offices told in two ways; the trial goes on undisputed.
article 2033-08-09T10:00:00+07:00 Kabar Pesisir
= Sidang Suap Pelabuhan Teluk Manis Dibuka
Sidang suap Pelabuhan Teluk Manis dibuka di Pengadilan Negeri Wolasi, Selasa (9/8/2033).
Jaksa Hendrik Lumbantara mendakwa Kepala Dinas Perhubungan Kota Wolasi Rustam Effendi menerima suap Rp 2 miliar.
Bupati Wolasi Yusran Hadikusuma menyatakan menghormati proses hukum.
article 2033-08-09T12:00:00+07:00 Harian Selat
= Kepala Dishub Wolasi Didakwa Terima Suap Rp 2 Miliar
Sidang suap Pelabuhan Teluk Manis dibuka di Pengadilan Negeri Wolasi pada Selasa (9/8/2033).
Jaksa Hendrik Lumbantaro mendakwa Kepala Dishub Kota Wolasi Rustam Effendi menerima suap Rp 2 miliar.
Bupati Wolasi Yusran Hadi Kusuma menyatakan menghormati proses hukum.
expect joined mendakwa Kepala Dinas | mendakwa Kepala Dishub
expect differs person contradiction Hendrik Lumbantara | Hendrik Lumbantaro
expect differs person precision Yusran Hadikusuma | Yusran Hadi Kusuma
expect alike role
expect status single-origin mendakwa Kepala Dinas
