# Jarak dari dua tempat menjawab dua pertanyaan, jarak dari satu tempat satu.
article 2034-05-11T08:00:00+07:00 Warta Selasar
= Struktur bata kuno ditemukan di Lembah Sirah
Struktur bata kuno itu ditemukan warga di kebun jagung, jaraknya kurang lebih 350 meter dari jalan kabupaten.
Struktur bata itu terkubur di kedalaman 2 meter dari permukaan tanah.
article 2034-05-11T15:00:00+07:00 Harian Awu
= Bata kuno di Lembah Sirah
Struktur bata kuno itu ditemukan warga di kebun jagung, jaraknya kurang lebih 80 meter dari permukiman.
Struktur bata itu terkubur di kedalaman 3 meter dari permukaan tanah.
expect differs quantity update 2 meter | 3 meter
expect agree
