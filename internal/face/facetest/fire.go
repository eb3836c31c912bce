package facetest

import "github.com/selisik/selisik/internal/dossier"

// Hostile strings that a page may carry, and that no face may let through.
const (
	Script   = `<script>alert("x")</script>`
	Ansi     = "\x1b[31mmerah\x1b[0m"
	Override = "harga\u202e000.1 pR"
	Markdown = "[klik](javascript:alert(1)) ![x](http://jahat.example/x.png) `kode` *tebal* | kolom"
	JSLink   = "javascript:alert(document.domain)"
)

// fireArticles are seven texts on one invented fire.
func fireArticles(b *builder) {
	b.article(dossier.Article{
		ID: "a-nusa", Ref: ptr("N1"), Input: "liputan/nusa.html", URL: ptr("https://nusa.example/berita/pasar-telaga-terbakar"),
		Outlet: &dossier.Outlet{Name: "Kantor Berita Nusa", Domain: ptr("nusa.example")}, Byline: ptr("Ratri Wulandari"),
		Title:     "Pasar Telaga Sari terbakar, 8 orang tewas",
		Published: &dossier.Published{Time: "2031-03-04T06:12:00+07:00", Precision: "minute", Basis: "metadata"},
		Text: "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari. Delapan orang tewas dan 23 orang dirawat di RSUD Wanasari, kata Kepala Polres Wanasari Darma Setiaji.\n\n" +
			"Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar. “Kami menduga korsleting pada kios nomor 14,” ujar Darma.\n\n" +
			"Bupati Wanasari Lestari Handoko menyatakan pemerintah menanggung seluruh biaya pengobatan. “Kami tidak akan membiarkan satu pun pedagang menanggung ini sendirian,” ujar Lestari.\n\n" +
			"Pasar itu pernah terbakar pada 12 Juni 2019.",
		Removed: []dossier.Removed{{Text: "BACA JUGA: Daftar harga cabai hari ini", Reason: "related"}, {Text: "Gulir untuk melanjutkan", Reason: "promo"}},
		Sources: []dossier.ArticleSource{{Name: "Darma Setiaji", Kind: "official", Spans: []dossier.Span{}}},
	})
	b.article(dossier.Article{
		ID: "a-pesisir", Input: "liputan/pesisir.html", URL: ptr("https://kabarpesisir.example/1"),
		Outlet:    &dossier.Outlet{Name: "Kabar Pesisir", Domain: ptr("kabarpesisir.example"), Group: ptr("Grup Samudra")},
		Title:     "Delapan Tewas dalam Kebakaran Pasar Telaga Sari",
		Published: &dossier.Published{Time: "2031-03-04T07:05:00+07:00", Precision: "minute", Basis: "metadata"},
		Text: "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari. Delapan orang tewas dan 23 orang dirawat di RSUD Wanasari, kata Kepala Polres Wanasari Darma Setiaji.\n\n" +
			"Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.\n\n(Nusa)",
		Removed: []dossier.Removed{{Text: "IKLAN", Reason: "advert"}, {Text: "Bagikan ke WhatsApp", Reason: "share"}},
	})
	b.article(dossier.Article{
		ID: "a-lintas", Input: "liputan/lintas.txt", URL: ptr("https://lintas.example/a?b=1&c=2"),
		Outlet:    &dossier.Outlet{Name: "Harian Lintas", Domain: ptr("lintas.example")},
		Title:     "Korban tewas kebakaran pasar Wanasari menjadi 11 orang",
		Published: &dossier.Published{Time: "2031-03-04T16:30:00+07:00", Precision: "minute", Basis: "metadata"},
		Text: "Jumlah korban tewas dalam kebakaran Pasar Telaga Sari bertambah menjadi 11 orang hingga Selasa sore, menurut Badan Penanggulangan Bencana Wanasari. Kerugian ditaksir Rp12,4 miliar.\n\n" +
			"Api diduga berasal dari kompor gas di warung sisi barat, kata saksi Suminah.\n\n" +
			"“Kami tak akan biarkan seorang pedagang pun memikul ini sendiri,” kata Lestari.\n\n" +
			"Sebanyak 312 kios hangus.",
	})
	b.article(dossier.Article{
		ID: "a-kota", Input: "liputan/kota.html", URL: ptr("https://suarakota.example/x"),
		Outlet:    &dossier.Outlet{Name: "Suara Kota", Domain: ptr("suarakota.example"), Group: ptr("Grup Samudra")},
		Title:     "Gubernur: Pedagang Telaga Sari Ditampung Sementara",
		Published: &dossier.Published{Time: "2031-03-05", Precision: "day", Basis: "dateline"},
		Text: "Gubernur Lestari Handoko menjanjikan tempat berdagang sementara bagi korban kebakaran Pasar Telaga Sari mulai Jumat.\n\n" +
			"Lebih dari 300 kios hangus dalam kebakaran itu. Kerugian seluruh kawasan, termasuk rumah warga, mencapai Rp20 miliar.\n\n" +
			"Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.",
	})
	b.article(dossier.Article{
		ID: "a-niaga", Input: "liputan/niaga.html", URL: ptr("https://wartaniaga.example/9"),
		Outlet:    &dossier.Outlet{Name: "Warta Niaga", Domain: ptr("wartaniaga.example")},
		Title:     "Pemkab Wanasari Siapkan Relokasi Pedagang",
		Published: &dossier.Published{Time: "2031-03-05T09:00:00+07:00", Precision: "minute", Basis: "metadata"},
		Text: "Pemerintah Kabupaten Wanasari menyiapkan 280 lapak sementara di Lapangan Kenanga.\n\n" +
			"Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.\n\nJumlah korban tewas 11 orang, kata Badan Penanggulangan Bencana Wanasari.",
	})
	b.article(dossier.Article{
		ID: "a-post", Input: "liputan/post.html", URL: ptr("https://harbourpost.example/market-fire"), Language: "en",
		Outlet:    &dossier.Outlet{Name: "The Harbour Post", Domain: ptr("harbourpost.example")},
		Title:     "Eleven dead in Telaga Sari market fire",
		Published: &dossier.Published{Time: "2031-03-05T03:20:00Z", Precision: "minute", Basis: "metadata"},
		Text: "Eleven people died when a fire tore through the Telaga Sari market on Tuesday, the Wanasari disaster agency said.\n\n" +
			"“We will not leave a single trader to carry this alone,” regent Lestari Handoko said.",
	})
	b.article(dossier.Article{
		ID: "a-blog", Input: "liputan/blog<b>.txt", URL: ptr(JSLink), Outlet: &dossier.Outlet{Name: "Catatan " + Script},
		Title: "Misteri " + Ansi + " " + Override + " " + Markdown + " " + Script,
		Text: "Warganet menyebut kebakaran itu disengaja. " + Script + " " + Markdown + "\n\n" +
			Ansi + " " + Override + " tidak ada yang tahu.",
		Removed: []dossier.Removed{{Text: Script, Reason: "markup"}},
	})
}

// fireQuotes gives one utterance in three wordings, and one in one.
func fireQuotes(b *builder) {
	b.quote("a-nusa", "Kami tidak akan membiarkan satu pun pedagang menanggung ini sendirian,", "Lestari Handoko", "Bupati Wanasari")
	b.quote("a-lintas", "Kami tak akan biarkan seorang pedagang pun memikul ini sendiri,", "Lestari", "")
	b.quote("a-nusa", "Kami menduga korsleting pada kios nomor 14,", "Darma Setiaji", "Kepala Polres Wanasari")
	b.quote("a-post", "We will not leave a single trader to carry this alone,", "Lestari Handoko", "regent")
}

func fireLineage(b *builder) {
	b.copied("a-nusa", "a-pesisir", "verbatim", 0.94,
		"Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari. Delapan orang tewas dan 23 orang dirawat di RSUD Wanasari, kata Kepala Polres Wanasari Darma Setiaji.",
		"Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.")
	b.copied("a-kota", "a-niaga", "same-release", 0.31, "Relokasi dilakukan bertahap, demikian keterangan tertulis Pemerintah Kabupaten Wanasari.")
	b.copied("a-lintas", "a-post", "translation", 0.55)
	b.copied("a-lintas", "a-niaga", "cites", 0.08, "11 orang")
}
