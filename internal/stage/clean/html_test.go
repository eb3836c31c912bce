package clean_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

func page(body string) news.RawDocument {
	return news.RawDocument{Input: "page.html", MediaType: "text/html", Body: []byte(body)}
}

const report = `<p>Jembatan gantung di Desa Wanareja ambruk pada Senin malam setelah hujan deras mengguyur wilayah itu selama enam jam.</p>
<p>Kepala desa setempat mengatakan tidak ada korban jiwa dalam peristiwa tersebut, namun dua warga mengalami luka ringan.</p>
<p>Pemerintah kabupaten akan membangun jembatan sementara dari bambu agar anak-anak dapat kembali bersekolah pekan depan.</p>`

func TestHostilePagesEndWithATextOrAnError(t *testing.T) {
	tests := []struct{ name, body, text string }{
		{"nested", strings.Repeat("<div>", 10000) + report + strings.Repeat("</div>", 10000), "Jembatan gantung"},
		{"nested inline", strings.Repeat("<b><i>", 5000) + report, "Jembatan gantung"},
		{"nested lists", strings.Repeat("<ul><li>", 5000) + report, "Jembatan gantung"},
		{"unclosed", "<html><body><article><h1>Jembatan Wanareja Ambruk</h1>" + report, "Jembatan gantung"},
		{"empty", "", ""},
		{"no article", "<html><head><title>Beranda</title></head><body><nav><a href=/a>Berita</a></nav></body></html>", ""},
		{"scripts only", "<script>var a = 1;</script><style>p{}</style>", ""},
		{"not html", "\x00\x01\x02\xff\xfe", ""},
	}
	c := cleaner(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			a, err := c.Article(page(tt.body))
			if tt.text == "" {
				if !errors.Is(err, news.ErrInvalid) {
					t.Errorf("got error %v and text %q, want news.ErrInvalid", err, a.Text)
				}
				return
			}
			if err != nil || !strings.Contains(a.Text, tt.text) {
				t.Errorf("got error %v and text %.80q", err, a.Text)
			}
			if d := time.Since(start); d > 5*time.Second {
				t.Errorf("took %s", d)
			}
		})
	}
}

func TestAPageThatAScriptFillsHasItsTextInJSONLD(t *testing.T) {
	a, err := cleaner(t).Article(page(`<title>Jembatan</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Jembatan Wanareja Ambruk","articleBody":"Jembatan gantung di Desa Wanareja ambruk pada Senin malam.\n\nTidak ada korban jiwa dalam peristiwa tersebut."}</script><div id="app"></div>`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Jembatan gantung di Desa Wanareja ambruk pada Senin malam.\n\nTidak ada korban jiwa dalam peristiwa tersebut."; a.Text != want {
		t.Errorf("got %q", a.Text)
	}
}

func TestMarkupOfAPageIsRead(t *testing.T) {
	tests := []struct {
		name, head, body            string
		title, byline, when, outlet string
		basis                       string
		url                         string
		precision                   news.Precision
	}{
		{
			name:  "json-ld",
			head:  `<title>Jembatan Wanareja Ambruk | Kabar Desa</title><script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Jembatan Wanareja Ambruk","datePublished":"2025-06-10T19:30:00+07:00","author":[{"name":"Sri Lestari"}],"publisher":{"name":"Kabar Desa"}}]}</script>`,
			title: "Jembatan Wanareja Ambruk", byline: "Sri Lestari", when: "2025-06-10T19:30:00+07:00", outlet: "Kabar Desa", basis: "metadata", precision: news.Minute,
		},
		{
			name:  "broken json-ld and open graph",
			head:  "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Jembatan\nAmbruk di Wanareja\",\"datePublished\":\"2025-06-10 19:30\"}</script><meta property='og:title' content='Jembatan Ambruk di Wanareja - Kabar Desa'><meta property='og:site_name' content='Kabar Desa'>",
			title: "Jembatan Ambruk di Wanareja", when: "2025-06-10T19:30:00+07:00", outlet: "Kabar Desa", basis: "metadata", precision: news.Minute,
		},
		{
			name: "printed stamp and heading", head: "<title>Jembatan Ambruk di Wanareja :: Daerah :: Kabar Desa</title>",
			body:  "<h1>Jembatan Ambruk di Wanareja</h1><div>Selasa, 10 Juni 2025 | 19:30 WITA</div>",
			title: "Jembatan Ambruk di Wanareja", when: "2025-06-10T19:30:00+08:00", basis: "dateline", precision: news.Minute,
		},
		{
			name: "a zone that is not meant", head: "<meta property='article:published_time' content='2025-06-10T19:30:00Z'><meta property='og:title' content='Jembatan Ambruk di Wanareja'>",
			body:  "<h1>Jembatan Ambruk di Wanareja</h1><div>Selasa, 10 Juni 2025 | 19:30 WIB</div>",
			title: "Jembatan Ambruk di Wanareja", when: "2025-06-10T19:30:00+07:00", basis: "metadata", precision: news.Minute,
		},
		{
			name: "a day alone", head: "<title>Kabar Desa - Jembatan Ambruk di Wanareja</title><meta name='author' content='Oleh: Sri Lestari'><meta name='date' content='2025-06-10'><meta property='og:site_name' content='Kabar Desa'>",
			title: "Jembatan Ambruk di Wanareja", byline: "Sri Lestari", when: "2025-06-10T00:00:00+07:00", outlet: "Kabar Desa", basis: "metadata", precision: news.Day,
		},
		{
			name: "a known outlet by its address", head: "<title>Jembatan Ambruk di Wanareja - Tribunjateng.com</title>", url: "https://jateng.tribunnews.com/2025/06/10/jembatan",
			title: "Jembatan Ambruk di Wanareja", outlet: "Tribunnews", when: "2025-06-10T00:00:00+07:00", basis: "metadata", precision: news.Day,
		},
	}
	c := cleaner(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw := page("<html><head>" + tt.head + "</head><body>" + tt.body + "<article>" + report + "</article></body></html>")
			raw.URL = tt.url
			a, err := c.Article(raw)
			if err != nil {
				t.Fatal(err)
			}
			type got struct{ Title, Byline, When, Basis, Outlet string }
			g := got{Title: a.Title, Byline: a.Byline}
			if a.Published != nil {
				g.When, g.Basis = a.Published.Time.Format(time.RFC3339), a.Published.Basis
				if a.Published.Precision != tt.precision {
					t.Errorf("precision %q, want %q", a.Published.Precision, tt.precision)
				}
			}
			if a.Outlet != nil {
				g.Outlet = a.Outlet.Name
			}
			if diff := cmp.Diff(got{tt.title, tt.byline, tt.when, tt.basis, tt.outlet}, g); diff != "" {
				t.Error(diff)
			}
			if want := 3; len(strings.Split(a.Text, "\n\n")) != want {
				t.Errorf("%d paragraphs, want %d: %q", len(strings.Split(a.Text, "\n\n")), want, a.Text)
			}
		})
	}
}

func TestHeadsNameTheTimeOfPublicationInManyWays(t *testing.T) {
	c := cleaner(t)
	for _, meta := range []string{
		`name="dtk:publishdate" content="2025/06/11 14:05:33"`, `name="content_PublishedDate" content="2025-06-11 14:05:00"`,
		`name="parsely-pub-date" content="2025-06-11T07:05:00Z"`, `name="sailthru.date" content="Wed, 11 Jun 2025 14:05:00 +0700"`,
		`name="DC.date" content="2025-06-11T14:05+07:00"`, `name="cXenseParse:recs:publishtime" content="2025-06-11T14:05:00+07:00"`,
		`name="cXenseParse:publishtime" content="2025-06-11T14:05:00+07:00"`, `name="publish_time" content="20250611140500"`,
		`name="createdate" content="11/06/2025 14:05 WIB"`, `property="article:published_time" content="1749625500"`,
	} {
		page := `<title>Jembatan Ambruk di Wanareja</title><meta ` + meta + `><article><h1>Jembatan Ambruk di Wanareja</h1><p>Jembatan gantung di Desa Wanareja ambruk pada malam hari, kata kepala desa.</p><p>Dua warga terluka dan dibawa ke puskesmas terdekat oleh tetangga mereka.</p></article>`
		a, err := c.Article(news.RawDocument{Input: "x", URL: "https://kabardesa.example/1", MediaType: "text/html", Body: []byte(page)})
		if err != nil {
			t.Fatal(err)
		}
		if want := time.Date(2025, 6, 11, 7, 5, 0, 0, time.UTC); a.Published == nil || !a.Published.Time.Truncate(time.Minute).Equal(want) {
			t.Errorf("%s: got %v", meta, a.Published)
		}
	}
}
