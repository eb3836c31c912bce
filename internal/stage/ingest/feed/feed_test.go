package feed

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseKeepsTheFeedsOwnTimes(t *testing.T) {
	whole := "<p>" + strings.Repeat("Air sungai naik sejak dini hari. ", 40) + "</p>"
	const head = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title> Kabar Uji </title>`
	for name, c := range map[string]struct {
		in   string
		want Feed
	}{
		"RSS": {
			head + `<item><guid>7</guid><title>Air naik</title><link>https://kabaruji.example/7</link><dc:creator>Rena</dc:creator>` +
				`<pubDate>Selasa, 10 Juni 2025 08:01 WIB</pubDate><description>Ringkas.</description></item></channel></rss>`,
			Feed{Title: "Kabar Uji", Format: RSS, Items: []Item{{ID: "7", URL: "https://kabaruji.example/7", Title: "Air naik", Published: "Selasa, 10 Juni 2025 08:01 WIB", Byline: "Rena"}}},
		},
		"RSS with whole articles": {
			head + `<item><link>https://kabaruji.example/7</link><description>Ringkas.</description><content:encoded><![CDATA[` + whole + `]]></content:encoded></item></channel></rss>`,
			Feed{Title: "Kabar Uji", Format: RSS, Items: []Item{{URL: "https://kabaruji.example/7", HTML: whole}}},
		},
		"Atom": {
			`<feed xmlns="http://www.w3.org/2005/Atom"><title>Test Desk</title><entry><id>x</id><title>Water rises</title><link href="https://testdesk.example/x"/><updated>2025-06-10T08:01:00+07:00</updated><author><name>Ann</name></author></entry></feed>`,
			Feed{Title: "Test Desk", Format: Atom, Items: []Item{{ID: "x", URL: "https://testdesk.example/x", Title: "Water rises", Published: "2025-06-10T08:01:00+07:00", Byline: "Ann"}}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Parse([]byte(c.in), Options{})
			if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
				t.Errorf("%v\n%s", err, diff)
			}
		})
	}
}

func TestOPMLGivesTheFeedsInOrder(t *testing.T) {
	got, err := OPML([]byte(`<opml version="2.0"><body><outline text="Koran"><outline xmlUrl="https://a.example/rss"/></outline><outline text="x"/><outline XMLURL="https://b.example/rss"/></body></opml>`))
	if diff := cmp.Diff([]string{"https://a.example/rss", "https://b.example/rss"}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func FuzzFeed(f *testing.F) {
	f.Add([]byte(`<rss version="2.0"><channel><item><title>Air</title></item></channel></rss>`))
	f.Add([]byte(`<feed><entry><link href="x"/></entry></feed>`))
	f.Add([]byte(`<urlset><url><loc>https://kabaruji.example/1</loc><lastmod>2026-03-02</lastmod></url>`))
	f.Add([]byte(`<rdf:RDF><item><title>a</title></item><item><![CDATA[</item>]]><!-- </item> --></item><item`))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Add([]byte(`<opml><outline xmlUrl="x"/></opml>`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if f, err := Parse(b, Options{Limit: 3}); err != nil && len(f.Items) > 0 || len(f.Items) > 3 {
			t.Error("items beside an error, or too many")
		}
		if urls, _ := OPML(b); len(urls) > len(b) {
			t.Error("more feeds than bytes")
		}
	})
}
