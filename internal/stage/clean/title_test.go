package clean_test

import (
	"fmt"
	"testing"
)

func TestTitlesWithoutTheNamesOfSiteAndSection(t *testing.T) {
	const site = "https://www.baypaper.example/a"
	for _, c := range []struct{ name, head, h1, want string }{
		{"full width bar", `<meta property="og:title" content="火災で倉庫全焼、住民避難｜港新聞"><meta property="og:site_name" content="港新聞">`, "", "火災で倉庫全焼、住民避難"},
		{"name in brackets", `<title>火災で倉庫全焼、住民避難（港新聞）</title><meta property="og:site_name" content="港新聞">`, "", "火災で倉庫全焼、住民避難"},
		{"dashes of its own", `<title>Fire - and fear - in Harwell Bay - Bay Paper</title>`, "", "Fire - and fear - in Harwell Bay"},
		{"section and initials", `<title>Harwell Bay: what we know | News | BP</title><meta property="og:site_name" content="Bay Paper">`, "", "Harwell Bay: what we know"},
		{"site and section first", `<title>Bay Paper » Blog Archive » Warehouse burns in Harwell Bay</title>`, "", "Warehouse burns in Harwell Bay"},
		{"name after a comma", `<title>Warehouse burns in Harwell Bay, Bay Paper</title><meta property="og:site_name" content="Bay Paper">`, "", "Warehouse burns in Harwell Bay"},
		{"name with a motto", `<title>Warehouse burns in Harwell Bay - Bay Paper - Your Coast, Your News</title>`, "", "Warehouse burns in Harwell Bay"},
		{"kicker in the heading", `<title>Warehouse burns in Harwell Bay | Bay Paper</title>`, "<h1><small>Fires</small><b>Warehouse burns in Harwell Bay</b></h1>", "Warehouse burns in Harwell Bay"},
		{"escaped twice", `<title>Warehouse &amp;amp; homes: &#39;We ran&#39; | Bay Paper</title>`, "", "Warehouse & homes: 'We ran'"},
		{"a site that nothing names", `<title>Incendie au port : 140 évacués_Quai du Jour</title>`, "<div>Incendie au port : 140 évacués</div>", "Incendie au port : 140 évacués"},
		{"a label of the headline", `<title>EXCLUSIVE | Owner speaks: 'I warned them'</title>`, "<h1>EXCLUSIVE | Owner speaks: 'I warned them'</h1>", "EXCLUSIVE | Owner speaks: 'I warned them'"},
	} {
		raw := page(fmt.Sprintf("<html><head>%s</head><body>%s%s</body></html>", c.head, c.h1, report))
		raw.URL = site
		a, err := cleaner(t).Article(raw)
		if err != nil {
			t.Fatal(err)
		}
		if a.Title != c.want {
			t.Errorf("%s: got %q, want %q", c.name, a.Title, c.want)
		}
	}
}

func TestZonesOfStampsThatNameNone(t *testing.T) {
	const bare = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Jembatan","datePublished":"2031-07-04T09:30:00"`
	for _, c := range []struct{ name, url, page, want string }{
		{"another stamp shows the same clock", "https://a.example/x", bare + `}</script><meta property="article:published_time" content="2031-07-04T09:30:00+02:00">`, "2031-07-04T09:30:00+02:00"},
		{"the last change has one", "https://a.example/x", bare + `,"dateModified":"2031-07-04T11:00:00-03:00"}</script>`, "2031-07-04T09:30:00-03:00"},
		{"the country of the domain, in summer", "https://www.hafenpost.de/x", bare + `}</script>`, "2031-07-04T09:30:00+02:00"},
		{"what the page says of its language", "https://a.example/x", `<html lang="ja">` + bare + `}</script>`, "2031-07-04T09:30:00+09:00"},
		{"its language, told by its words", "https://a.example/x", bare + `}</script>`, "2031-07-04T09:30:00+07:00"},
		{"films", "https://a.example/x", `<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2031-07-04T09:30:00Z"}</script>`, "2031-07-04T09:30:00Z"},
		{"data of a script", "https://a.example/x", `<script>var page = {"published_at":"2031-07-04T09:30:00+01:00"}</script>`, "2031-07-04T09:30:00+01:00"},
		{"data of a script about many articles", "https://a.example/x", `<script>var all = [{"published_at":"2031-07-04T09:30:00+01:00"},{"published_at":"2031-07-03T09:30:00+01:00"}]</script>`, ""},
		{"printed in Eastern Time, in summer", "https://a.example/x", `<div>By Tom Reyes<br>Posted: July 4, 2031 9:30 AM ET</div>`, "2031-07-04T09:30:00-04:00"},
	} {
		raw := page(c.page + report)
		raw.URL = c.url
		a, err := cleaner(t).Article(raw)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if a.Published != nil {
			got = a.Published.Time.Format("2006-01-02T15:04:05Z07:00")
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
