package ingesttest

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const script = `
title "Kabar Uji"
day 2026-03-02
feed /feed.xml rss
feed /map.xml sitemap
# an article
08:00 publish /news/1 "Air naik" by "Rena"
	Air sungai naik.

	Warga pindah.
10:30 edit /news/1 "Air naik lagi"
	Air sungai naik lagi.
11:00 status /feed.xml 503 retry-after 120
11:30 ok /feed.xml
12:00 gone /news/1
day 2026-03-03
07:00 publish /news/2 "Hari kedua"
`

// get asks a site on its clock's day.
func get(t *testing.T, s *Site, path string, header ...string) (int, string, http.Header) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body), resp.Header
}

func TestTheSiteFollowsItsScript(t *testing.T) {
	clock := NewClock(time.Time{})
	s := Start(t, script, clock)
	at := func(day, hour, minute int) {
		clock.Set(time.Date(2026, 3, day, hour, minute, 0, 0, s.Zone))
	}
	for _, step := range []struct {
		day, hour, minute int
		path              string
		status            int
		holds             string
	}{
		{2, 7, 59, "/news/1", 404, ""},
		{2, 8, 0, "/news/1", 200, "<p>Warga pindah.</p>"},
		{2, 8, 0, "/feed.xml", 200, "<pubDate>Mon, 02 Mar 2026 08:00:00 +0700</pubDate><dc:creator>Rena</dc:creator>"},
		{2, 10, 30, "/news/1", 200, "<h1>Air naik lagi</h1>"},
		{2, 10, 30, "/map.xml", 200, "<lastmod>2026-03-02T10:30:00+07:00</lastmod>"},
		{2, 11, 15, "/feed.xml", 503, ""},
		{2, 11, 30, "/feed.xml", 200, "Air naik lagi"},
		{2, 12, 0, "/news/1", 410, ""},
		{3, 7, 0, "/", 200, `<a href="/news/2">Hari kedua</a>`},
		{2, 9, 0, "/", 200, "Air"},
	} {
		at(step.day, step.hour, step.minute)
		status, body, _ := get(t, s, step.path)
		if status != step.status || !strings.Contains(body, step.holds) {
			t.Errorf("%+v: got %d\n%s", step, status, body)
		}
	}
	if got := s.Requests(); len(got) != 10 || got[5].Status != 503 || got[5].At.Hour() != 11 {
		t.Errorf("requests: %+v", got)
	}
}

func TestTheSiteAnswersConditionally(t *testing.T) {
	clock := NewClock(time.Time{})
	s := Start(t, script, clock)
	_, _, h := get(t, s, "/feed.xml")
	for name, header := range map[string][]string{"tag": {"If-None-Match", h.Get("ETag")}, "time": {"If-Modified-Since", h.Get("Last-Modified")}} {
		clock.Set(s.Start())
		if status, body, _ := get(t, s, "/feed.xml", header...); status != 304 || body != "" {
			t.Errorf("%s: got %d", name, status)
		}
		clock.Advance(3 * time.Hour)
		if status, _, _ := get(t, s, "/feed.xml", header...); name == "tag" && status != 503 {
			t.Errorf("%s: got %d", name, status)
		}
		clock.Advance(time.Hour)
		if status, _, _ := get(t, s, "/feed.xml", header...); status != 200 {
			t.Errorf("%s: got %d after a change", name, status)
		}
	}
}

func TestAScriptThatIsWrongNamesItsLine(t *testing.T) {
	for in, want := range map[string]string{
		"day 2026-03-02\n08:00 publsh /x":    `script:2: unknown command "publsh"`,
		"08:00 gone /x":                      "script:1: a time without a day above it",
		"\n text":                            "script:2: text without a command above it",
		"day 2026-03-02\n08:00 publish /x":   "script:2: publish needs 2 words",
		"status feed.xml 503":                `script:1: path "feed.xml" does not begin with /`,
		"day 2026-03-02\n08:00 edit /x \"ab": "script:2: a quote that does not end",
	} {
		if _, err := ParseScript(in); err == nil || err.Error() != want {
			t.Errorf("%q: got %v, want %s", in, err, want)
		}
	}
	s, err := ParseScript("day 2026-03-02\n09:00 gone /b\n08:00 publish /a \"x y\"\nfeed /f rss last 3")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range s.Events {
		got = append(got, e.Verb)
	}
	if diff := cmp.Diff([]string{"feed", "publish", "gone"}, got); diff != "" || s.End().Hour() != 9 {
		t.Error(diff)
	}
}

func TestSitesOfANetShareTheirClock(t *testing.T) {
	clock := NewClock(time.Time{})
	n := StartNet(t, "-- kabaruji.example --\nday 2026-03-02\n08:00 publish /1 \"Satu\"\n-- wartauji.example --\nday 2026-03-02\n07:00 publish /2 \"Dua\"\n", clock)
	if got := clock.Now().Hour(); got != 7 || len(n.Hosts) != 2 {
		t.Errorf("the clock shows %d, hosts %v", got, n.Hosts)
	}
	clock.Advance(time.Hour)
	for host, path := range map[string]string{"kabaruji.example": "/1", "wartauji.example": "/2"} {
		resp, err := http.Get("http://" + n.Hosts[host+":80"] + path)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != 200 || n.Sites[host].URL != "http://"+host || len(n.Sites[host].Requests()) != 1 {
			t.Errorf("%s: %d, %s", host, resp.StatusCode, n.Sites[host].URL)
		}
	}
}
