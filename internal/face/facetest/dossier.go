package facetest

import "github.com/selisik/selisik/internal/dossier"

// Dossier returns the invented dossier, anew on each call.
func Dossier() dossier.Dossier {
	return dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{Fire(), Quake()}}
}

// Fire returns the rich story.
func Fire() dossier.Story {
	b := &builder{s: dossier.Story{ID: "s-7be0a1c2d3e4", Title: "Kebakaran Pasar Telaga Sari, 11 orang tewas", Languages: []string{"id", "en"},
		FirstPublished: ptr("2031-03-04T06:12:00+07:00"), LastPublished: ptr("2031-03-05T10:20:00+07:00")}}
	fireArticles(b)
	fireQuotes(b)
	fireClaims(b)
	fireFindings(b)
	fireLineage(b)
	b.cover()
	b.s.Entities = []dossier.Entity{
		{ID: "e1", Name: "Lestari Handoko", Kind: "person", Aliases: []string{"Lestari"}, Roles: []string{"Bupati Wanasari", "Gubernur"}},
		{ID: "e2", Name: "Pasar Telaga Sari", Kind: "place", Aliases: []string{}, Roles: []string{}},
	}
	b.s.Claims[11].Entities = []string{"e1"}
	b.s.Claims[20].Entities = []string{"e1", "e2"}
	b.s.Timeline = []dossier.TimelineEntry{
		{Start: "2019-06-12", End: "2019-06-12", Text: "Pasar itu pernah terbakar pada 12 Juni 2019.", Claims: []string{"c25"}},
		{Start: "2031-03-04T01:40:00+07:00", End: "2031-03-04T01:40:00+07:00", Text: "Api pertama kali terlihat pukul 01.40 WIB dari kios di sisi timur pasar.", Claims: []string{"c8", "c9"}},
		{Start: "2031-03-04", End: "2031-03-04", Text: "Jumlah korban tewas bertambah menjadi 11 orang hingga Selasa sore.", Claims: []string{"c5"}},
		{Start: "2031-03-07", End: "2031-03-07", Text: "Tempat berdagang sementara mulai Jumat.", Claims: []string{"c21"}},
	}
	b.s.Brief = []dossier.Sentence{
		{Section: "what", Text: "Kebakaran melanda Pasar Telaga Sari, Kabupaten Wanasari, Selasa dini hari.", Citations: []string{"c1", "c2"}},
		{Section: "what", Text: "Jumlah korban tewas dalam kebakaran Pasar Telaga Sari bertambah menjadi 11 orang hingga Selasa sore, menurut Badan Penanggulangan Bencana Wanasari.", Citations: []string{"c5", "c6"}},
		{Section: "differs", Text: "Bertentangan (sebab): “korsleting pada kios nomor 14” (Kantor Berita Nusa); “kompor gas di warung” (Harian Lintas).", Citations: []string{"c10", "c11"}},
		{Section: "agreed", Text: "Sebanyak 312 kios hangus.", Citations: []string{"c15", "c16"}},
		{Section: "quotes", Text: "“Kami menduga korsleting pada kios nomor 14” — Darma Setiaji", Citations: []string{"c10"}},
		{Section: "single", Text: "Hanya Warta Niaga: Pemerintah Kabupaten Wanasari menyiapkan 280 lapak sementara di Lapangan Kenanga.", Citations: []string{"c24"}},
		{Section: "background", Text: "Pasar itu pernah terbakar pada 12 Juni 2019.", Citations: []string{"c25"}},
	}
	return b.story()
}

// Quake returns a small story of two articles.
func Quake() dossier.Story {
	b := &builder{s: dossier.Story{ID: "s-0011aa22bb33", Title: "Gempa M5,2 di lepas pantai Teluk Randu", Languages: []string{"id"},
		FirstPublished: ptr("2031-03-06T11:00:00+08:00"), LastPublished: ptr("2031-03-06T12:00:00+08:00")}}
	b.article(dossier.Article{ID: "a-g1", Input: "gempa.jsonl:1", Outlet: &dossier.Outlet{Name: "Kabar Pesisir"}, URL: ptr("https://kabarpesisir.example/gempa"),
		Title: "Gempa M5,2 Guncang Teluk Randu", Published: &dossier.Published{Time: "2031-03-06T11:00:00+08:00", Precision: "minute", Basis: "metadata"},
		Text: "Gempa bermagnitudo 5,2 mengguncang Teluk Randu, Kamis pagi. Tidak berpotensi tsunami."})
	b.article(dossier.Article{ID: "a-g2", Input: "gempa.jsonl:2", Title: "Teluk Randu diguncang gempa",
		Published: &dossier.Published{Time: "2031-03-06T12:00:00+08:00", Precision: "minute", Basis: "text"},
		Text:      "Teluk Randu diguncang gempa 5,2, kata Badan Geofisika."})
	b.claim("c1", "a-g1", "Gempa bermagnitudo 5,2 mengguncang Teluk Randu, Kamis pagi.")
	b.claim("c2", "a-g2", "Teluk Randu diguncang gempa 5,2, kata Badan Geofisika.", "Badan Geofisika")
	b.finding(dossier.Finding{ID: "f1", Statement: "Gempa bermagnitudo 5,2 mengguncang Teluk Randu, Kamis pagi.", Main: true, Status: "corroborated", Origins: 2, Claims: []string{"c1", "c2"}})
	b.cover()
	b.s.Brief = []dossier.Sentence{{Section: "what", Text: "Gempa bermagnitudo 5,2 mengguncang Teluk Randu, Kamis pagi.", Citations: []string{"c1", "c2"}}}
	return b.story()
}
