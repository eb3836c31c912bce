# Yang sama-sama menduga, atau menyebutnya dilaporkan, tidak memastikan apa-apa; kata di belakang "telah" tetap terbaca.
article 2034-08-02T08:00:00+07:00 Kabar Lembah
= Bus Masuk Jurang di Tanjakan Rawalega
Bus pariwisata yang masuk jurang di Rawalega itu diduga mengalami gangguan rem di tanjakan.
Nelayan Rawalega dikabarkan hilang sejak Selasa malam di perairan Tanjung Batu.
Bendahara koperasi Mekar Lestari diduga telah menggelapkan simpanan anggota senilai Rp 4 miliar.
article 2034-08-02T09:00:00+07:00 Suara Muara
= Kecelakaan Bus di Rawalega
Bus pariwisata itu masuk jurang di tanjakan Rawalega, diduga akibat gangguan rem.
Nelayan Rawalega dilaporkan hilang sejak Selasa malam di perairan Tanjung Batu.
Bendahara koperasi Mekar Lestari menggelapkan simpanan anggota senilai Rp 4 miliar.
expect differs polarity precision diduga telah menggelapkan | menggelapkan simpanan
