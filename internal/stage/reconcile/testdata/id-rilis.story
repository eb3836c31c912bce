# A release in two papers, a rewrite without a source, a blog: the company is one origin, however many tell it; the police are another.
article 2033-02-08T09:00:00+07:00 Bisnis Muara
= PT Gading Semesta Tarik 4.200 Kompor Merek Apira
PT Gading Semesta menarik 4.200 kompor merek Apira dari pasar karena katup gasnya bocor.
"Kami menarik 4.200 kompor Apira dari pasar mulai hari ini," kata Direktur Utama PT Gading Semesta, Wirya Laksana, dalam siaran pers, Selasa (8/2/2033).
Juru bicara PT Gading Semesta, Nurul Anggita, mengatakan pembeli mendapat uang kembali penuh.
Menurut Nurul, katup kompor itu dibuat oleh pemasok di luar negeri.
article 2033-02-08T11:30:00+07:00 Koran Lintas Muara
= Katup Bocor, Ribuan Kompor Apira Ditarik
Juru bicara PT Gading Semesta, Nurul Anggita, mengatakan perusahaan menarik 4.200 kompor merek Apira dari pasar karena katupnya bocor.
Pembeli mendapat uang kembali penuh, ujar Direktur Utama PT Gading Semesta, Wirya Laksana.
Kapolres Muara Tanjung AKBP Gunarto Hutomo mengatakan dua rumah terbakar akibat kompor itu.
article 2033-02-09T07:00:00+07:00 Obrolan Dapur
= Hati-hati, Kompor Apira Ditarik
Sebanyak 4.200 kompor merek Apira ditarik dari pasar karena katup gasnya bocor.
Saya sendiri tidak pernah percaya pada kompor murah.
article 2033-02-09T10:15:00+07:00 Warta Tanjung
= Dua Rumah Terbakar akibat Kompor Bocor
Kepala Dinas Pemadam Kebakaran Muara Tanjung, Retno Palupi, mengatakan dua rumah terbakar akibat kompor gas yang bocor itu.
Kapolres Muara Tanjung AKBP Gunarto Utomo menyebut pemilik kedua rumah selamat.
Sebanyak 4.200 kompor merek Apira telah ditarik dari pasar.
expect origins 1 Sebanyak 4.200 kompor merek Apira ditarik dari pasar
expect origins 1 perusahaan menarik 4.200 kompor merek Apira
expect status single-origin menarik 4.200 kompor merek Apira dari pasar karena katup gasnya
expect origins 1 mengatakan pembeli mendapat uang kembali penuh
expect origins 2 mengatakan dua rumah terbakar akibat kompor itu
expect status corroborated mengatakan dua rumah terbakar akibat kompor itu
