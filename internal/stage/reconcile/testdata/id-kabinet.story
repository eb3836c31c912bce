# Yang bukan dua asal: dua menteri satu pemerintah, siapa yang menanggapi keputusan orang lain, dua pendapat, dan kutipan yang kata-katanya sama. Menteri dan serikat buruh adalah dua asal.
article 2037-05-04T10:00:00+07:00 Kabar Rimba
= Bendungan Cirawa Mulai Diisi Juni
Menteri Pekerjaan Umum Harun Sastrawinata mengatakan bendungan Cirawa mulai diisi air pada 12 Juni 2037 setelah uji kebocoran selesai.
Menteri Ketenagakerjaan Ratih Purbasari menyebutkan sebanyak 412 buruh proyek terowongan Sindang belum menerima upah bulan Maret.
Direktur Utama Tirtaguna, Bonar Siagian, mengatakan Tirtaguna menurunkan tarif air bersih bagi rumah tangga miskin di Kabupaten Cirawa.
Bupati Cirawa Dedeh Rohimah menilai pelabuhan baru di Muara Gembira mengganggu tempat bertelur penyu.
"Yang akan kami coba di Cirawa yaitu malam bebas kendaraan," kata Dedeh Rohimah.
article 2037-05-04T12:00:00+07:00 Warta Bumi
= Pengisian Bendungan Cirawa
Menteri Pertanian Lukman Tarigan menyebutkan bendungan Cirawa mulai diisi air tanggal 12 Juni 2037, begitu pemeriksaan rembesan rampung.
Ketua serikat buruh Sindang Jaya, Yosef Manurung, mengatakan upah Maret belum diterima 412 buruh yang mengerjakan terowongan Sindang.
Ketua DPRD Cirawa, Nining Wartini, mengatakan rumah tangga miskin di Kabupaten Cirawa tertolong setelah Bonar Siagian menurunkan tarif air bersih Tirtaguna.
Camat Cirawa Udin Saefuloh menilai pelabuhan baru Muara Gembira mengganggu penyu dan tempat bertelur mereka setiap malam.
"Nah, kalau hari bebas kendaraan itu sudah jadi bagian kehidupan kota, yang akan kita coba di Cirawa, yaitu malam bebas kendaraan," kata Ceu Deh.
expect origins 1 bendungan Cirawa mulai diisi
expect origins 2 sebanyak 412 buruh
expect origins 1 menurunkan tarif air bersih
expect origins 1 mengganggu tempat bertelur penyu
expect origins 1 malam bebas kendaraan
