package feed

import (
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestOPMLKeepsFoldersAndTitles(t *testing.T) {
	got, err := ReadOPML([]byte(`<opml version="2.0"><head><title>x</title></head><body>` +
		`<outline text="Koran"><outline text="Daerah"><outline text="a" title="Kabar A" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/></outline>` +
		`<outline text="Kabar B" xmlUrl=" https://b.example/rss "/></outline><outline text="c" XMLURL="https://c.example/rss"></outline></body></opml>`))
	want := []Outline{
		{"https://a.example/rss", "Kabar A", "https://a.example/", []string{"Koran", "Daerah"}},
		{"https://b.example/rss", "Kabar B", "", []string{"Koran"}},
		{"https://c.example/rss", "c", "", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestABrokenListGivesWhatStandsBefore(t *testing.T) {
	got, err := ReadOPML([]byte(`<opml><body><outline xmlUrl="https://a.example/rss"/><outline xmlUrl="`))
	if len(got) != 1 || err == nil {
		t.Errorf("got %v, %v", got, err)
	}
	deep := strings.Repeat("<outline text='x'>", 5000)
	if _, err := ReadOPML([]byte("<opml>" + deep)); err == nil {
		t.Error("no error for folders without end")
	}
}

// TestOPMLComesBackAsItWentOut: what is written reads as what was given.
func TestOPMLComesBackAsItWentOut(t *testing.T) {
	name := rapid.StringMatching(`[A-Za-z"&<>'é][A-Za-z "&<>'é]{0,6}[a-z&<]`)
	rapid.Check(t, func(t *rapid.T) {
		var in []Outline
		for i, n := 0, rapid.IntRange(0, 6).Draw(t, "n"); i < n; i++ {
			o := Outline{URL: "https://kabaruji.example/" + rapid.StringMatching(`[a-z&?=]{1,5}`).Draw(t, "path"), Title: name.Draw(t, "title")}
			if i > 0 && rapid.Bool().Draw(t, "same folder") {
				o.Folder = in[i-1].Folder
			} else if rapid.Bool().Draw(t, "folder") {
				o.Folder = []string{name.Draw(t, "outer") + string(rune('0'+i)), "x"}
			}
			in = append(in, o)
		}
		var b strings.Builder
		if err := WriteOPML(&b, "Sumber", in); err != nil {
			t.Fatal(err)
		}
		out, err := ReadOPML([]byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(in, out); diff != "" {
			t.Fatalf("%s\n%s", diff, b.String())
		}
	})
}

func TestLinksFindsTheFeedsOfAPage(t *testing.T) {
	base, err := url.Parse("https://kabaruji.example/daerah/")
	if err != nil {
		t.Fatal(err)
	}
	announced := `<head><link rel="alternate" hreflang="en" href="/en"><LINK REL="alternate home" TYPE="application/rss+xml; charset=utf-8" HREF="/rss.xml#x" TITLE="Kabar &amp; Uji">` +
		`<link rel=alternate type=application/atom+xml href=atom><link rel=alternate type=application/rss+xml href=/rss.xml></head><a href="/feed">x</a>`
	want := []Link{{"https://kabaruji.example/rss.xml", "Kabar & Uji"}, {"https://kabaruji.example/daerah/atom", ""}}
	if diff := cmp.Diff(want, Links([]byte(announced), base)); diff != "" {
		t.Error(diff)
	}
	bare := `<a href="/tentang">Tentang</a><a href="/feed/"><b>Umpan</b> kami</a><a href="javascript:alert(1)/rss">x</a>`
	if diff := cmp.Diff([]Link{{"https://kabaruji.example/feed/", "Umpan kami"}}, Links([]byte(bare), base)); diff != "" {
		t.Error(diff)
	}
	front := `<a href="/1">Air sungai naik sejak dini hari tadi</a><a href="https://iklan.example/1">Beli sekarang juga hari ini ya</a><a href="/2">Daerah</a><a href="/#atas">Kembali ke atas halaman ini segera</a>`
	if diff := cmp.Diff([]Link{{"https://kabaruji.example/1", "Air sungai naik sejak dini hari tadi"}}, Headlines([]byte(front), base)); diff != "" {
		t.Error(diff)
	}
}
