# Two denials of one speaker share their denying only: no variants. One of them told twice is one in two wordings.
article 2038-05-02T12:00:00+07:00 Kabar Rimba
= Kepala Dinas Pekerjaan Umum Walasari Membantah
"Tidak benar kalau jembatan itu tidak pernah diperiksa," kata Kepala Dinas Pekerjaan Umum Walasari, Arif Mandala.
article 2038-05-02T14:00:00+07:00 Warta Bumi
= Arif Mandala: Surat Tidak Pernah Sampai
"Surat itu tidak pernah sampai ke dinas kami," kata Kepala Dinas Pekerjaan Umum Walasari, Arif Mandala.
article 2038-05-02T15:00:00+07:00 Suara Walasari
= Dinas Bantah Abaikan Surat Warga
"Surat warga itu tidak pernah sampai di dinas kami," kata Arif Mandala.
expect differs wording precision Surat itu tidak pernah sampai | Surat warga itu tidak pernah
expect settled Tidak benar kalau jembatan | Surat itu tidak pernah
