# Kata ganti yang menghitung ("keduanya") tidak menjawab berapa korban: siapa mereka tidak diketahui. Angka yang disebut lain tetap berbeda.
article 2036-08-12T09:00:00+07:00 Kabar Rimba
= Perahu Karam di Muara Tebing
Perahu penyeberangan karam di Muara Tebing pada Selasa (12/8/2036) pagi dan lima orang tewas.
Sebanyak 14 penumpang perahu dirawat di puskesmas Tebing karena terlalu lama di air.
article 2036-08-12T11:00:00+07:00 Warta Bumi
= Dua Nama Korban Perahu Tebing
Perahu penyeberangan karam di Muara Tebing pada Selasa (12/8/2036) pagi dan keduanya tewas.
Sebanyak 19 penumpang perahu dirawat di puskesmas Tebing karena terlalu lama di air.
expect differs quantity update 14 | 19
expect settled lima orang tewas | keduanya tewas
