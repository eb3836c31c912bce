# One hour told in two zones, or once without one, is no difference; one clock in two zones is.
article 2031-05-12T07:10:00+07:00 Kabar Nusa
= Gempa Guncang Tual Selatan
Gempa bermagnitudo 6,1 mengguncang Tual Selatan pada Senin (12/5/2031) pukul 04.17 WITA.
Kapal feri Samudra Jaya tenggelam di Selat Wera pada Minggu (11/5/2031) pukul 22.43 WIB.
Laga final Piala Sagu dimulai Senin (12/5/2031) pukul 19.30 WIT.
article 2031-05-12T08:10:00+07:00 Harian Layar
= Gempa di Tual Selatan
Gempa bermagnitudo 6,1 mengguncang Tual Selatan pada Senin (12/5/2031) pukul 03.17 WIB.
Kapal feri Samudra Jaya tenggelam di Selat Wera pada Minggu (11/5/2031) pukul 22.43 WITA.
Laga final Piala Sagu dimulai Senin (12/5/2031) pukul 17.30 WIB.
expect joined pukul 04.17 WITA | pukul 03.17 WIB
expect joined pukul 22.43 WIB | pukul 22.43 WITA
expect differs time contradiction 22.43 WIB | 22.43 WITA
