package ingest

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// serve answers paths with bodies; the media type goes before the first "|".
func serve(t *testing.T, pages map[string]string) (string, Options) {
	t.Helper()
	var url string
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mediaType, body, ok := strings.Cut(pages[r.URL.Path], "|")
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", mediaType)
		fmt.Fprint(w, strings.ReplaceAll(body, "HOST", url))
	}))
	url = srv.URL
	t.Cleanup(srv.Close)
	return url, Options{Now: time.Unix(1749519120, 0).UTC(), Fetch: fetch.Options{Loopback: true, Every: time.Nanosecond}}
}

func TestReadFetchesAddressesInTheirOrder(t *testing.T) {
	pages := map[string]string{}
	for i := range 9 {
		pages[fmt.Sprintf("/%d", i)] = fmt.Sprintf("text/html; charset=utf-8|<p>Kabar %d</p>", i)
	}
	url, opt := serve(t, pages)
	in := []string{write(t, "a.txt", "Berkas.")}
	want := []string{"plain||Berkas."}
	for i := range 9 {
		in, want = append(in, fmt.Sprint(url, "/", i)), append(want, fmt.Sprintf("html||<p>Kabar %d</p>", i))
	}
	docs, problems := read(opt, in...)
	if diff := cmp.Diff(want, brief(docs)); diff != "" || problems != nil {
		t.Errorf("%v\n%s", problems, diff)
	}
	if d := docs[1]; d.Input != url+"/0" || d.URL != url+"/0" || d.Charset != "utf-8" || !d.Fetched.Equal(opt.Now) {
		t.Errorf("got %+v", d)
	}
}

func TestReadFetchesAtMostFourAtATime(t *testing.T) {
	var now, most atomic.Int32
	srv := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, _ *http.Request) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		time.Sleep(5 * time.Millisecond)
		now.Add(-1)
	}))
	defer srv.Close()
	var in []string
	for i := range 20 {
		in = append(in, fmt.Sprint(srv.URL, "/", i))
	}
	read(Options{Fetch: fetch.Options{Loopback: true, Every: time.Nanosecond}}, in...)
	if n := most.Load(); n < 2 || n > 4 {
		t.Errorf("%d requests at a time, want 2 to 4", n)
	}
}

func TestReadFollowsAFeed(t *testing.T) {
	whole := strings.Repeat("Air sungai naik sejak dini hari. ", 40)
	url, opt := serve(t, map[string]string{
		"/rss": "application/rss+xml|<rss version='2.0'><channel>" +
			"<item><title>Satu</title><link>HOST/1</link><pubDate>10 Juni 2025 08:01 WIB</pubDate></item>" +
			"<item><title>Dua</title><link>HOST/2</link><description>" + whole + "</description></item>" +
			"<item><title>Tiga</title><link>HOST/3</link></item></channel></rss>",
		"/1":    "text/html|<p>Kabar satu</p>",
		"/opml": "text/x-opml|<opml><outline xmlUrl='HOST/rss'/></opml>",
		"/cut":  "application/rss+xml|<rss version='2.0'><channel><item><title>Satu</title><link>HOST/1</link><pubDate>10 Juni 2025 08:01 WIB</pubDate></item><item><ti",
		"/map":  "application/xml|<urlset><url><loc>HOST/1</loc></url></urlset>",
		"/maps": "application/xml|<sitemapindex><sitemap><loc>HOST/map</loc></sitemap></sitemapindex>",
		"/json": `application/feed+json|{"items":[{"url":"HOST/1","title":"Satu"},{"content_text":"Kabar dua."}]}`,
	})
	first := news.RawDocument{Input: url + "/1", URL: url + "/1", Title: "Satu", MediaType: "text/html", Body: []byte("<p>Kabar satu</p>"), Fetched: opt.Now}
	untitled := first
	untitled.Title = ""
	dated := first
	dated.Published = "10 Juni 2025 08:01 WIB"
	second := news.RawDocument{Input: url + "/rss#2", URL: url + "/2", Title: "Dua", MediaType: "text/html", Charset: "utf-8", Body: []byte(whole), Fetched: opt.Now}
	missing := "fetch " + url + "/3: the server says 404 Not Found"
	for path, c := range map[string]struct {
		want     []news.RawDocument
		problems []string
	}{
		"/rss":  {[]news.RawDocument{dated, second}, []string{missing}},
		"/opml": {[]news.RawDocument{dated, second}, []string{missing}},
		"/cut":  {[]news.RawDocument{dated}, []string{"read " + url + "/cut: the feed is broken: only its whole items are used"}},
		"/map":  {[]news.RawDocument{untitled}, nil},
		"/maps": {[]news.RawDocument{untitled}, nil},
		"/json": {[]news.RawDocument{first, {Input: url + "/json#2", MediaType: "text/plain", Charset: "utf-8", Body: []byte("Kabar dua."), Fetched: opt.Now}}, nil},
	} {
		t.Run(path[1:], func(t *testing.T) {
			docs, problems := read(opt, url+path)
			for i := range docs {
				docs[i].Body = []byte(strings.TrimSpace(string(docs[i].Body)))
			}
			second.Body = []byte(strings.TrimSpace(whole))
			for i := range c.want {
				c.want[i].Body = []byte(strings.TrimSpace(string(c.want[i].Body)))
			}
			if diff := cmp.Diff(c.want, docs); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.problems, lines1(problems)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFeedsThatLeadToThemselvesEnd(t *testing.T) {
	url, opt := serve(t, map[string]string{
		"/rss": "application/rss+xml|<rss version='2.0'><channel><item><link>HOST/rss</link></item></channel></rss>",
	})
	docs, problems := read(opt, url+"/rss")
	if len(docs) != 0 || len(problems) != 1 {
		t.Errorf("got %d documents, problems %v", len(docs), problems)
	}
}

func TestWhatCannotBeHadIsUnavailable(t *testing.T) {
	docs, problems := read(Options{}, "http://127.0.0.1:1/", "http://169.254.169.254/", write(t, "a.txt", "Air."))
	want := []string{
		"fetch http://127.0.0.1:1/: refused: only ports 80 and 443",
		"fetch http://169.254.169.254/: refused: not an address on the public internet",
	}
	if diff := cmp.Diff(want, lines1(problems)); diff != "" {
		t.Error(diff)
	}
	for _, err := range problems {
		if !errors.Is(err, news.ErrUnavailable) || errors.Is(err, news.ErrInvalid) {
			t.Errorf("%v: wrong kind", err)
		}
	}
	if len(docs) != 1 {
		t.Errorf("the others are not used: %d documents", len(docs))
	}
}

func TestOtherSchemesAreBadInput(t *testing.T) {
	_, problems := read(Options{}, "ftp://kabaruji.example/a")
	if len(problems) != 1 || !errors.Is(problems[0], news.ErrInvalid) {
		t.Errorf("got %v", problems)
	}
}
