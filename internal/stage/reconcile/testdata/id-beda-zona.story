# One moment told in the clocks of two zones, over midnight too, or with a zone and without one.
article 2031-05-13T07:10:00+07:00 Kabar Nusa
= Gempa Guncang Tual Selatan
Gempa bermagnitudo 6,1 mengguncang Tual Selatan pada Senin (12/5/2031) pukul 04.17 WITA.
Kapal feri Samudra Jaya tenggelam di Selat Wera pada Selasa (13/5/2031) pukul 00.22 WITA.
Laga final Piala Sagu dimulai Senin (12/5/2031) pukul 19.30 WIT.
Hakim Rian Tolose membuka sidang suap pelabuhan pada Senin (12/5/2031) pukul 10.12 WITA.
Buruh pabrik gula Sumber Manis mulai mogok pada Senin (12/5/2031) pukul 06.05.
article 2031-05-13T08:10:00+07:00 Harian Layar
= Gempa di Tual Selatan
Gempa bermagnitudo 6,1 mengguncang Tual Selatan pada Senin (12/5/2031) pukul 03.17 WIB.
Kapal feri Samudra Jaya tenggelam di Selat Wera pada Senin (12/5/2031) pukul 23.22 WIB.
Laga final Piala Sagu dimulai Senin (12/5/2031) pukul 17.30 WIB.
Hakim Rian Tolose membuka sidang suap pelabuhan pada Senin (12/5/2031) pukul 10.12.
Buruh pabrik gula Sumber Manis mulai mogok pada Senin (12/5/2031) pukul 07.05 WITA.
expect joined pukul 04.17 WITA | pukul 03.17 WIB
expect joined pukul 10.12 WITA | pukul 10.12.
expect joined pukul 06.05 | pukul 07.05 WITA
expect agree
