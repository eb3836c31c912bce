package facetest

import "github.com/selisik/selisik/internal/dossier"

const (
	police   = "Darma Setiaji"
	disaster = "Badan Penanggulangan Bencana Wanasari"
	regency  = "Pemerintah Kabupaten Wanasari"
)

func fireClaims(b *builder) {
	dead := "Delapan orang tewas dan 23 orang dirawat di RSUD Wanasari, kata Kepala Polres Wanasari Darma Setiaji."
	b.claim("c1", "a-nusa", "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari.")
	b.claim("c2", "a-pesisir", "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari.")
	b.claim("c3", "a-nusa", dead, police)
	b.claim("c4", "a-pesisir", dead, police, "Kantor Berita Nusa")
	b.claim("c5", "a-lintas", "Jumlah korban tewas dalam kebakaran Pasar Telaga Sari bertambah menjadi 11 orang hingga Selasa sore, menurut Badan Penanggulangan Bencana Wanasari.", disaster)
	b.claim("c6", "a-niaga", "Jumlah korban tewas 11 orang, kata Badan Penanggulangan Bencana Wanasari.", disaster)
	b.claim("c7", "a-post", "Eleven people died when a fire tore through the Telaga Sari market on Tuesday, the Wanasari disaster agency said.", disaster)
	b.claim("c8", "a-nusa", "Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.")
	b.claim("c9", "a-pesisir", "Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.")
	b.claim("c10", "a-nusa", "“Kami menduga korsleting pada kios nomor 14,” ujar Darma.", police)
	b.claim("c11", "a-lintas", "Api diduga berasal dari kompor gas di warung sisi barat, kata saksi Suminah.", "Suminah")
	b.claim("c12", "a-nusa", "“Kami tidak akan membiarkan satu pun pedagang menanggung ini sendirian,” ujar Lestari.", "Lestari Handoko")
	b.claim("c13", "a-lintas", "“Kami tak akan biarkan seorang pedagang pun memikul ini sendiri,” kata Lestari.", "Lestari Handoko")
	b.claim("c14", "a-post", "“We will not leave a single trader to carry this alone,” regent Lestari Handoko said.", "Lestari Handoko")
	b.claim("c15", "a-lintas", "Sebanyak 312 kios hangus.")
	b.claim("c16", "a-kota", "Lebih dari 300 kios hangus dalam kebakaran itu.")
	b.claim("c17", "a-lintas", "Kerugian ditaksir Rp12,4 miliar.", disaster)
	b.claim("c18", "a-kota", "Kerugian seluruh kawasan, termasuk rumah warga, mencapai Rp20 miliar.")
	b.claim("c19", "a-kota", "Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.", regency)
	b.claim("c20", "a-niaga", "Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.", regency)
	b.claim("c21", "a-kota", "Gubernur Lestari Handoko menjanjikan tempat berdagang sementara bagi korban kebakaran Pasar Telaga Sari mulai Jumat.")
	b.claim("c22", "a-nusa", "Bupati Wanasari Lestari Handoko menyatakan pemerintah menanggung seluruh biaya pengobatan.", "Lestari Handoko")
	b.claim("c23", "a-blog", "Warganet menyebut kebakaran itu disengaja. "+Script)
	b.claim("c24", "a-niaga", "Pemerintah Kabupaten Wanasari menyiapkan 280 lapak sementara di Lapangan Kenanga.")
	b.claim("c25", "a-nusa", "Pasar itu pernah terbakar pada 12 Juni 2019.")
}

func fireFindings(b *builder) {
	b.finding(dossier.Finding{ID: "f1", Statement: "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari.", Main: true,
		Status: "corroborated", Origins: 2, OriginNames: []string{"Kantor Berita Nusa", disaster}, Claims: []string{"c1", "c2", "c7"},
		Why: []dossier.Reason{{Label: "same-place", Score: 0.41}, {Label: "same-event", Score: 0.33}}})
	b.finding(dossier.Finding{ID: "f2", Statement: "Jumlah korban tewas dalam kebakaran Pasar Telaga Sari bertambah menjadi 11 orang hingga Selasa sore, menurut Badan Penanggulangan Bencana Wanasari.", Main: true,
		Status: "corroborated", Origins: 2, OriginNames: []string{police, disaster}, Claims: []string{"c3", "c4", "c5", "c6", "c7"},
		Differences: []dossier.Difference{{Slot: "quantity", Kind: "update", Explanation: "Angka yang lebih akhir menggantikan angka pagi hari.",
			Values: []dossier.Value{{Value: "8 tewas", Claims: []string{"c3", "c4"}}, {Value: "11 tewas", Claims: []string{"c5", "c6", "c7"}}}}}})
	b.finding(dossier.Finding{ID: "f3", Statement: "Api diduga berasal dari kompor gas di warung sisi barat, kata saksi Suminah.",
		Status: "disputed", Origins: 2, OriginNames: []string{police, "Suminah"}, Claims: []string{"c10", "c11"},
		Differences: []dossier.Difference{
			{Slot: "cause", Kind: "contradiction", Explanation: "Dua sebab yang tidak dapat sama-sama benar.",
				Values: []dossier.Value{{Value: "korsleting pada kios nomor 14", Claims: []string{"c10"}}, {Value: "kompor gas di warung", Claims: []string{"c11"}}}},
			{Slot: "place", Kind: "contradiction", Explanation: "",
				Values: []dossier.Value{{Value: "sisi timur", Claims: []string{"c8", "c9"}}, {Value: "sisi barat", Claims: []string{"c11"}}}}}})
	b.finding(dossier.Finding{ID: "f4", Statement: "“Kami tidak akan membiarkan satu pun pedagang menanggung ini sendirian,” ujar Lestari.",
		Status: "single-origin", Origins: 1, OriginNames: []string{"Lestari Handoko"}, Claims: []string{"c12", "c13", "c14"},
		Differences: []dossier.Difference{{Slot: "wording", Kind: "precision", Explanation: "Satu ucapan dalam beberapa rumusan.",
			Values: []dossier.Value{{Value: "tidak akan membiarkan satu pun pedagang menanggung ini sendirian", Claims: []string{"c12"}}, {Value: "tak akan biarkan seorang pedagang pun memikul ini sendiri", Claims: []string{"c13"}}}}}})
	b.finding(dossier.Finding{ID: "f5", Statement: "Sebanyak 312 kios hangus.", Status: "corroborated", Origins: 2, Claims: []string{"c15", "c16"},
		Differences: []dossier.Difference{{Slot: "quantity", Kind: "precision", Explanation: "Yang satu bulat, yang lain tepat.",
			Values: []dossier.Value{{Value: "312 kios", Claims: []string{"c15"}}, {Value: "lebih dari 300 kios", Claims: []string{"c16"}}}}}})
	b.finding(dossier.Finding{ID: "f6", Statement: "Kerugian ditaksir Rp12,4 miliar.", Status: "single-article", Origins: 1, Claims: []string{"c17"},
		Differences: []dossier.Difference{{Slot: "quantity", Kind: "scope", Explanation: "Yang satu pasar, yang lain seluruh kawasan.",
			Values: []dossier.Value{{Value: "Rp12,4 miliar", Claims: []string{"c17"}}, {Value: "Rp20 miliar", Claims: []string{"c18"}}}}}})
	b.finding(dossier.Finding{ID: "f7", Statement: "Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.",
		Status: "single-origin", Origins: 1, OriginNames: []string{regency}, Claims: []string{"c19", "c20"}})
	b.finding(dossier.Finding{ID: "f8", Statement: "Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.",
		Status: "single-origin", Origins: 1, OriginNames: []string{"Kantor Berita Nusa"}, Claims: []string{"c8", "c9"}})
	b.finding(dossier.Finding{ID: "f9", Statement: "Gubernur Lestari Handoko menjanjikan tempat berdagang sementara bagi korban kebakaran Pasar Telaga Sari mulai Jumat.",
		Status: "disputed", Origins: 2, Claims: []string{"c21", "c22"},
		Differences: []dossier.Difference{{Slot: "role", Kind: "contradiction", Explanation: "Satu orang, dua jabatan.",
			Values: []dossier.Value{{Value: "Bupati Wanasari", Claims: []string{"c22", "c14"}}, {Value: "Gubernur", Claims: []string{"c21"}}}}}})
	b.finding(dossier.Finding{ID: "f10", Statement: "Warganet menyebut kebakaran itu disengaja. " + Script, Status: "single-article", Origins: 1, Claims: []string{"c23"}})
	b.finding(dossier.Finding{ID: "f11", Statement: "Pemerintah Kabupaten Wanasari menyiapkan 280 lapak sementara di Lapangan Kenanga.", Status: "single-article", Origins: 1, Claims: []string{"c24"}})
	b.finding(dossier.Finding{ID: "f12", Statement: "Pasar itu pernah terbakar pada 12 Juni 2019.", Status: "single-article", Origins: 1, Claims: []string{"c25"}})
}
