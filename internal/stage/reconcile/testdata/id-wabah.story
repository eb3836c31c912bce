# A disease: two officials of one health office are one origin.
article 2034-01-09T09:00:00+07:00 Kabar Nusa
= Kasus Demam Lembah di Kabupaten Sorowai Capai 57
Dinas Kesehatan Sorowai mencatat 57 kasus demam lembah sejak awal Januari.
"Dua pasien meninggal," kata Kepala Dinas Kesehatan Sorowai, dr. Mirna Laksita.
Penyakit itu ditularkan melalui gigitan kutu.
article 2034-01-09T14:00:00+07:00 Radar Bukit
= Demam Lembah Serang Sorowai, Dua Meninggal
Sekretaris Dinas Kesehatan Sorowai, Anton Regar, mengatakan dua pasien demam lembah meninggal dunia.
Tercatat 57 kasus demam lembah di Sorowai.
Rumah sakit daerah menambah 20 tempat tidur.
expect joined mencatat 57 kasus | Tercatat 57 kasus
expect joined Dua pasien meninggal | dua pasien demam lembah meninggal dunia
expect apart gigitan kutu | 20 tempat tidur
expect origins 1 Dua pasien meninggal
expect agree
