# One judge, spelt in two ways: still one origin.
article 2032-05-11T14:00:00+07:00 Kabar Lembah
= Kepala Dinas Pasirmuda Dihukum Empat Tahun
Majelis hakim menghukum Kepala Dinas Pasirmuda dengan pidana penjara empat tahun, kata ketua majelis Rahmawati Kusumadewi.
Barang bukti berupa dua mobil dirampas untuk negara.
article 2032-05-11T17:10:00+07:00 Suara Muara
= Empat Tahun Penjara bagi Kepala Dinas Pasirmuda
Kepala Dinas Pasirmuda dihukum pidana penjara empat tahun, ujar ketua majelis hakim Rahmawati Kusuma Dewi.
Dua mobil yang menjadi barang bukti dirampas untuk negara.
expect joined dengan pidana penjara empat tahun | dihukum pidana penjara empat tahun
expect origins 1 dengan pidana penjara empat tahun
