package poll

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
)

const life = `
title "Kabar Uji"
day 2026-03-02
feed /feed.xml rss
feed /whole.xml rss whole
08:00 publish /news/1 "Air sungai naik" by "Rena"
	Air sungai Way Uji naik sejak dini hari.
09:00 edit /news/1 "Air sungai surut"
	Air sungai Way Uji surut.
10:00 status /news/1 503
10:30 ok /news/1
11:00 gone /news/1 404
08:00 publish /news/2 "Hilang"
08:30 redirect /news/2 / 302
08:00 publish /news/3 "Lebih dari satu"
08:30 status /news/3 404
08:40 ok /news/3
08:50 status /news/3 410
`

// visit fetches a page and keeps the validators.
func (d *desk) visit(path string, v *news.Validators) (Article, error) {
	a, err := d.FetchArticle(d.t.Context(), Item{URL: d.site.URL + path, GUID: "g", Title: "T", Published: "kemarin"}, *v, d.clock.Now())
	*v = a.Validators
	return a, err
}

func TestAPageIsFollowedThroughItsLife(t *testing.T) {
	d := open(t, "/feed.xml", life)
	var v news.Validators
	type outcome struct {
		Text               string
		Unchanged, Removed bool
		Failed             bool
	}
	for _, step := range []struct {
		at   string
		want outcome
	}{
		{"08:05", outcome{Text: "naik sejak"}},
		{"08:30", outcome{Unchanged: true}},
		{"09:05", outcome{Text: "Way Uji surut"}},
		{"10:05", outcome{Failed: true}},
		{"10:35", outcome{Unchanged: true}},
		{"11:05", outcome{Failed: true}},
		{"12:05", outcome{Removed: true}},
		{"13:05", outcome{Removed: true}},
	} {
		d.at(step.at)
		a, err := d.visit("/news/1", &v)
		got := outcome{Unchanged: a.Unchanged, Removed: a.Removed, Failed: err != nil}
		if body := string(a.Document.Body); body != "" {
			got.Text = "?"
			if strings.Contains(body, step.want.Text) {
				got.Text = step.want.Text
			}
		}
		if diff := cmp.Diff(step.want, got); diff != "" {
			t.Errorf("%s: %v\n%s", step.at, err, diff)
		}
		if err != nil && !errors.Is(err, news.ErrUnavailable) {
			t.Errorf("%s: %v", step.at, err)
		}
	}
}

func TestADocumentKeepsWhatTheServerAndTheFeedSaid(t *testing.T) {
	d := open(t, "/feed.xml", life)
	d.at("08:05")
	var v news.Validators
	a, err := d.visit("/news/1", &v)
	if err != nil {
		t.Fatal(err)
	}
	got := a.Document
	want := news.RawDocument{
		Input: d.site.URL + "/news/1", Ref: "g", URL: d.site.URL + "/news/1", MediaType: "text/html", Charset: "utf-8", Body: got.Body,
		Title: "T", Published: "kemarin", Fetched: d.clock.Now(), Status: 200,
		Header: map[string]string{"content-type": "text/html; charset=utf-8", "etag": v.ETag, "last-modified": "Mon, 02 Mar 2026 01:00:00 GMT", "date": "Mon, 02 Mar 2026 01:05:00 GMT"},
	}
	if diff := cmp.Diff(want, got); diff != "" || v.ETag == "" {
		t.Error(diff)
	}
}

func TestAPageIsRemovedOnlyWhenItIsMissingTwice(t *testing.T) {
	d := open(t, "/feed.xml", life)
	for _, c := range []struct {
		path string
		at   []string
		want []bool
	}{
		{"/news/2", []string{"08:05", "08:35", "08:36"}, []bool{false, false, true}},
		{"/news/3", []string{"08:35", "08:45", "08:55", "08:56"}, []bool{false, false, false, true}},
	} {
		var v news.Validators
		var got []bool
		for _, at := range c.at {
			d.at(at)
			a, _ := d.visit(c.path, &v)
			got = append(got, a.Removed)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s", c.path, diff)
		}
	}
}

func TestAnItemWithTheWholeTextIsADocument(t *testing.T) {
	now := time.Unix(1772413200, 0)
	if _, ok := (Item{URL: "https://kabaruji.example/1"}).Document(now); ok {
		t.Error("a link is no document")
	}
	d, ok := Item{URL: "https://kabaruji.example/1", GUID: "g", Title: "Air", HTML: "<p>Air naik.</p>"}.Document(now)
	if !ok || string(d.Body) != "<p>Air naik.</p>" || d.Input != d.URL || d.Fetched != now {
		t.Errorf("got %+v", d)
	}
}

func TestDiscoverFindsFeedsAndSitemaps(t *testing.T) {
	d := open(t, "/feed.xml", life+"feed /atom.xml atom\nfeed /map.xml sitemap\n07:00 robots\n\tUser-agent: *\n\tDisallow: /x\n\tSitemap: BASE/map.xml\n\tSitemap: BASE/news-map.xml\n")
	d.at("09:30")
	url := d.site.URL
	for path, want := range map[string][]Found{
		"/": {{url + "/feed.xml", "Kabar Uji", news.FeedFeed}, {url + "/whole.xml", "Kabar Uji", news.FeedFeed}, {url + "/atom.xml", "Kabar Uji", news.FeedFeed},
			{url + "/news-map.xml", "", news.FeedSitemap}, {url + "/map.xml", "", news.FeedSitemap}},
		"/atom.xml": {{url + "/atom.xml", "Kabar Uji", news.FeedFeed}},
		"/map.xml":  {{url + "/map.xml", "Kabar Uji", news.FeedSitemap}},
	} {
		got, err := d.Discover(t.Context(), url+path)
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", path, err, diff)
		}
	}
	if _, err := d.Discover(t.Context(), url+"/missing"); !errors.Is(err, news.ErrUnavailable) {
		t.Errorf("got %v", err)
	}
}

func TestCanonicalIsOneFormForOneAddress(t *testing.T) {
	for in, want := range map[string]string{
		" kabaruji.example/rss ":               "https://kabaruji.example/rss",
		"HTTP://KabarUji.Example:80#top":       "http://kabaruji.example/",
		"https://kabaruji.example:443/a?b=c":   "https://kabaruji.example/a?b=c",
		"feed://kabaruji.example/rss":          "https://kabaruji.example/rss",
		"feed:http://kabaruji.example/rss":     "http://kabaruji.example/rss",
		"https://kabär.example/":               "https://xn--kabr-noa.example/",
		"http://[::1]:8080/rss":                "http://[::1]:8080/rss",
		"http://my_host.example/":              "http://my_host.example/",
		"https://u:p@kabaruji.example/":        "",
		"mailto:redaksi@kabaruji.example":      "",
		"ftp://kabaruji.example/":              "",
		"":                                     "",
		"https://kabaruji.example/a b?c=d#e f": "https://kabaruji.example/a%20b?c=d",
	} {
		got, err := Canonical(in)
		if got != want || (err == nil) != (want != "") || err != nil && !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%q: got %q, %v; want %q", in, got, err, want)
		}
	}
}
