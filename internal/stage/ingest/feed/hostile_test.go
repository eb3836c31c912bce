package feed

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const rssHead = `<?xml version="1.0" encoding="UTF-8"?><!-- <item> --><rss version="2.0"><channel><title>Kabar Uji</title><link>https://kabaruji.example/</link>`

func rssItem(n int, rest string) string {
	return fmt.Sprintf("<item><title>Kabar %d</title><link>https://kabaruji.example/%d</link>%s</item>", n, n, rest)
}

// titles lists what was read, for short comparisons.
func titles(f Feed) []string {
	var out []string
	for _, it := range f.Items {
		out = append(out, it.Title)
	}
	return out
}

func TestBrokenFeedsGiveTheirWholeItems(t *testing.T) {
	a, b, c := rssItem(1, ""), rssItem(2, "<description><![CDATA[</item> a < b]]></description>"), rssItem(3, "")
	const end = "</channel></rss>"
	for name, tc := range map[string]struct {
		in      string
		want    []string
		damaged bool
	}{
		"whole":                    {rssHead + a + b + c + end, []string{"Kabar 1", "Kabar 2", "Kabar 3"}, false},
		"cut between items":        {rssHead + a + b, []string{"Kabar 1", "Kabar 2"}, true},
		"cut inside of an item":    {rssHead + a + b + c[:30], []string{"Kabar 1", "Kabar 2"}, true},
		"cut inside of a tag":      {rssHead + a + b + "<it", []string{"Kabar 1", "Kabar 2"}, true},
		"cut inside of CDATA":      {rssHead + a + b[:60] + "<![CDATA[ x", []string{"Kabar 1"}, true},
		"an item broken inside":    {rssHead + a + "<item><title>Kabar <b x</title></wrong></item>" + c + end, []string{"Kabar 1", "Kabar 3"}, true},
		"control characters":       {rssHead + rssItem(1, "<description>\x0b\x01</description>") + end, []string{"Kabar 1"}, false},
		"Atom, cut":                {`<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>Kabar 1</title></entry><entry><ti`, []string{"Kabar 1"}, true},
		"RSS 1, cut":               {`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>x</title><items><rdf:Seq><rdf:li/></rdf:Seq></items></channel><item><title>Kabar 1</title></item><item>`, []string{"Kabar 1"}, true},
		"an item said to be empty": {rssHead + "<item/>" + a + "<item>", []string{"Kabar 1"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := Parse([]byte(tc.in), Options{})
			got := titles(f)
			if name == "an item said to be empty" && len(got) > 0 && got[0] == "" {
				got = got[1:]
			}
			if diff := cmp.Diff(tc.want, got); diff != "" || err != nil || f.Damaged != tc.damaged {
				t.Errorf("%v, damaged %v\n%s", err, f.Damaged, diff)
			}
		})
	}
}

func TestWhatIsNoFeedIsAnError(t *testing.T) {
	for name, in := range map[string]string{
		"nothing": "", "words": "Air naik.", "cut before an item": rssHead + "<item><title>", "other XML": "<note><to>x</to></note>",
	} {
		if f, err := Parse([]byte(in), Options{}); err == nil || errors.Is(err, ErrPage) {
			t.Errorf("%s: got %+v, %v", name, f, err)
		}
	}
	for _, in := range []string{"<!DOCTYPE html><p>x", "\ufeff <HTML><head>", "<!-- x --><html><item>x</item></html>"} {
		if _, err := Parse([]byte(in), Options{}); !errors.Is(err, ErrPage) {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// TestAFeedOfManyItemsIsCutToTheNewest reads 100,000 items.
func TestAFeedOfManyItemsIsCutToTheNewest(t *testing.T) {
	start := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	for name, newestFirst := range map[string]bool{"newest first": true, "oldest first": false} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			b.WriteString(rssHead)
			const n = 100_000
			for i := range n {
				k := i
				if newestFirst {
					k = n - 1 - i
				}
				b.WriteString(rssItem(k, "<pubDate>"+start.Add(time.Duration(k)*time.Minute).Format(time.RFC1123Z)+"</pubDate>"))
			}
			f, err := Parse([]byte(b.String()+"</channel></rss>"), Options{Limit: 500})
			if err != nil || len(f.Items) != 500 || f.Omitted != n-500 || f.Damaged {
				t.Fatalf("%d items, %d omitted, damaged %v, %v", len(f.Items), f.Omitted, f.Damaged, err)
			}
			last := f.Items[499].Title
			if newestFirst {
				last = f.Items[0].Title
			}
			if last != "Kabar 99999" {
				t.Errorf("the newest is %s", last)
			}
		})
	}
}

func TestFeedsAreDecodedWhateverTheyDeclare(t *testing.T) {
	const title = "Café “Uji” di Bogør"
	body := `<rss version="2.0"><channel><title>x</title><item><title>` + title + `</title></item></channel></rss>`
	latin, err := charmap.Windows1252.NewEncoder().String(body)
	if err != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(`<?xml version="1.0" encoding="utf-16"?>` + body)
	if err != nil {
		t.Fatal(err)
	}
	xml := func(enc string) string { return `<?xml version="1.0" encoding="` + enc + `"?>` }
	for name, c := range map[string]struct{ in, charset string }{
		"UTF-8":                     {body, ""},
		"UTF-8 said to be Latin":    {xml("ISO-8859-1") + body, "iso-8859-1"},
		"Latin said to be UTF-8":    {xml("UTF-8") + latin, "utf-8"},
		"Latin, said by HTTP":       {latin, "windows-1252"},
		"Latin, said by XML":        {xml("windows-1252") + latin, ""},
		"Latin, said by nobody":     {latin, ""},
		"a set that does not exist": {xml("klingon-7") + latin, "klingon-8"},
		"UTF-16":                    {wide, ""},
	} {
		f, err := Parse([]byte(c.in), Options{Charset: c.charset})
		if err != nil || len(f.Items) != 1 || f.Items[0].Title != title {
			t.Errorf("%s: got %q, %v", name, titles(f), err)
		}
	}
}

func zipped(s string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(s))
	z.Close()
	return b.Bytes()
}

// bitten loses the end of a file.
func bitten(b []byte) []byte { return b[:len(b)-12] }

func TestSitemapsAreReadAsFeeds(t *testing.T) {
	const news = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">` +
		`<url><loc> https://kabaruji.example/1 </loc><news:news><news:publication><news:name>Kabar Uji</news:name></news:publication><news:publication_date>2026-03-02T08:00:00+07:00</news:publication_date><news:title>Air &amp; lumpur</news:title></news:news><image:image><image:loc>https://x.example/i.jpg</image:loc></image:image></url>` +
		`<url><loc>https://kabaruji.example/2</loc><lastmod>2026-03-02T09:00:00+07:00</lastmod></url>` +
		`<url><loc>https://kabaruji.example/0</loc><lastmod>2026-03-01</lastmod></url>`
	want := Feed{Title: "Kabar Uji", Format: Sitemap, Omitted: 1, Items: []Item{
		{URL: "https://kabaruji.example/2", Updated: "2026-03-02T09:00:00+07:00"},
		{URL: "https://kabaruji.example/1", Title: "Air & lumpur", Published: "2026-03-02T08:00:00+07:00"},
	}}
	cut := want
	cut.Damaged = true
	index := Feed{Format: SitemapIndex, Sitemaps: []Part{
		{"https://kabaruji.example/b.xml", time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)}, {"https://kabaruji.example/a.xml.gz", time.Time{}},
	}}
	for name, c := range map[string]struct {
		in   []byte
		want Feed
	}{
		"plain":  {[]byte(news + "</urlset>"), want},
		"gzip":   {zipped(news + "</urlset>"), want},
		"cut":    {[]byte(news + "<url><loc>https://kab"), cut},
		"bitten": {bitten(zipped(news + "</urlset>")), cut},
		"index": {[]byte(`<sitemapindex><sitemap><loc>https://kabaruji.example/a.xml.gz</loc></sitemap>` +
			`<sitemap><loc>https://kabaruji.example/b.xml</loc><lastmod>2026-03-02</lastmod></sitemap></sitemapindex>`), index},
	} {
		got, err := Parse(c.in, Options{Limit: 2})
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", name, err, diff)
		}
	}
}

// TestASitemapBombIsBounded reads 128 MiB packed into 130 KiB.
func TestASitemapBombIsBounded(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte("<urlset><url><loc>https://kabaruji.example/1</loc></url><url>"))
	for range 128 {
		z.Write(make([]byte, 1<<20))
	}
	z.Close()
	f, err := Parse(b.Bytes(), Options{})
	if err != nil || len(f.Items) != 1 || !f.Damaged {
		t.Errorf("got %d items, damaged %v, %v", len(f.Items), f.Damaged, err)
	}
}

func TestStampReadsMachineForms(t *testing.T) {
	want := time.Date(2026, 3, 2, 1, 4, 0, 0, time.UTC)
	for _, s := range []string{
		"Mon, 02 Mar 2026 08:04:00 +0700", "Mon, 2 Mar 2026 01:04:00 GMT", "2 Mar 26 01:04 UT", "Sen, 02 Mar 2026 08:04:00 +0700",
		"2026-03-02T08:04:00+07:00", "2026-03-02T01:04:00Z", "2026-03-02T08:04:00+0700", "2026-03-02 08:04:00 +0700",
	} {
		if got, ok := Stamp(s); !ok || !got.Equal(want) {
			t.Errorf("%q: got %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"", "Selasa, 10 Juni 2025 08:01 WIB", "Tue, 10 Jun 2025 08:01:00 WIB", "2026-03-02", "2026-03-02T08:04:00", "0001-01-01T00:00:00Z"} {
		if got, ok := Stamp(s); ok {
			t.Errorf("%q: got %v", s, got)
		}
	}
}
