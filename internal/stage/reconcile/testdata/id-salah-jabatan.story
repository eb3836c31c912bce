# A meeting of two mayors: one text names an office of another town.
article 2031-07-02T10:00:00+07:00 Kabar Nusa
= Wali Kota Arjuna Bertemu Wali Kota Semeru, Hasan Baidowi
Wali Kota Arjuna, Rita Kumala, bertemu Wali Kota Semeru, Hasan Baidowi, membahas air bersih, Rabu (2/7/2031).
Keduanya sepakat membangun pipa bersama sepanjang 14 kilometer.
article 2031-07-02T12:00:00+07:00 Suara Timur
= Rita Kumala dan Hasan Baidowi Bahas Air Bersih
Wali Kota Arjuna Rita Kumala bertemu Wali Kota Semeru Hasan Baidowi untuk membahas air bersih.
Kedua wali kota sepakat membangun pipa air bersama sepanjang 14 kilometer.
expect joined bertemu Wali Kota Semeru, Hasan Baidowi, membahas | untuk membahas air bersih
expect joined Keduanya sepakat membangun | Kedua wali kota sepakat membangun
expect agree
