package api_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/serve"
)

func TestStoriesAreListedPageByPage(t *testing.T) {
	b := full(t)
	whole := get[api.Page[api.Story]](b, "/stories?limit=200").Items
	if len(whole) < 5 {
		t.Fatalf("%d stories", len(whole))
	}
	var pages []api.Story
	for after := ""; ; {
		p := get[api.Page[api.Story]](b, "/stories?limit=3&after="+url.QueryEscape(after))
		if pages = append(pages, p.Items...); p.Next == "" {
			break
		}
		after = p.Next
	}
	if d := cmp.Diff(whole, pages); d != "" {
		t.Error(d)
	}
	for _, s := range whole {
		if !s.Fresh || s.Findings == 0 || s.Articles == 0 || s.Status == "" {
			t.Errorf("%+v", s)
		}
	}
	b.wants("a cursor of another order", b.ask("GET", "/stories?sort=origins&after="+url.QueryEscape(get[api.Page[api.Story]](b, "/stories?limit=1").Next), nil), http.StatusUnprocessableEntity)
}

func TestStoriesAreChosen(t *testing.T) {
	b := full(t)
	whole := get[api.Page[api.Story]](b, "/stories?limit=200").Items
	named := whole[0]
	for _, s := range whole {
		if len(s.Entities) > len(named.Entities) {
			named = s
		}
	}
	one := url.QueryEscape
	for path, fits := range map[string]func(api.Story) bool{
		"status=corroborated":              func(s api.Story) bool { return s.Status == "corroborated" },
		"status=disputed":                  func(s api.Story) bool { return s.Contested > 0 },
		"differences=true":                 func(s api.Story) bool { return s.Differences > 0 },
		"min_origins=2":                    func(s api.Story) bool { return s.Origins >= 2 },
		"min_articles=3":                   func(s api.Story) bool { return s.Articles >= 3 },
		"language=id":                      func(s api.Story) bool { return slices.Contains(s.Languages, "id") },
		"outlet=" + one(named.Outlets[0]):  func(s api.Story) bool { return slices.Contains(s.Outlets, named.Outlets[0]) },
		"entity=" + one(named.Entities[0]): func(s api.Story) bool { return slices.Contains(s.Entities, named.Entities[0]) },
		"place=" + one(named.Entities[1]) + "&entity=" + one(named.Entities[0]): func(s api.Story) bool {
			return slices.Contains(s.Entities, named.Entities[0]) && slices.Contains(s.Entities, named.Entities[1])
		},
		"from=2025-06-02T00:00:00Z":  func(s api.Story) bool { return !s.Last.Before(time.Date(2025, 6, 2, 0, 0, 0, 0, time.UTC)) },
		"until=2025-06-02T00:00:00Z": func(s api.Story) bool { return s.Last.Before(time.Date(2025, 6, 2, 0, 0, 0, 0, time.UTC)) },
		"q=" + one(named.Title):      func(s api.Story) bool { return s.ID == named.ID },
	} {
		got := get[api.Page[api.Story]](b, "/stories?limit=200&"+path)
		var want []string
		for _, s := range whole {
			if fits(s) {
				want = append(want, s.ID)
			}
		}
		var ids []string
		for _, s := range got.Items {
			ids = append(ids, s.ID)
		}
		if strings.HasPrefix(path, "q=") && slices.Contains(ids, named.ID) {
			continue // others may have the words too
		}
		if d := cmp.Diff(want, ids); d != "" || got.Next != "" {
			t.Errorf("%s (next %q):\n%s", path, got.Next, d)
		}
	}
	origins := get[api.Page[api.Story]](b, "/stories?sort=origins&limit=200").Items
	if !slices.IsSortedFunc(origins, func(a, b api.Story) int { return b.Origins - a.Origins }) {
		t.Error("not by origins")
	}
}

func TestADossierIsTheContractsBytesAndIsSentOnce(t *testing.T) {
	b := full(t)
	id := get[api.Page[api.Story]](b, "/stories?sort=size&limit=1").Items[0].ID
	a := b.ask("GET", "/stories/"+id, nil)
	kept, err := b.store.Stories().Dossier(t.Context(), news.StoryID(id))
	must(t, err)
	if !bytes.Equal(a.body, kept.JSON) || a.header.Get("Content-Type") != "application/json" {
		t.Errorf("%s: %.200s", a.header.Get("Content-Type"), a.body)
	}
	tag := a.header.Get("ETag")
	same := b.ask("GET", "/stories/"+id, nil, "If-None-Match: "+tag)
	if same.status != http.StatusNotModified || len(same.body) != 0 || same.header.Get("ETag") != tag {
		t.Errorf("again: %d, %d bytes", same.status, len(same.body))
	}
	b.wants("with another tag", b.ask("GET", "/stories/"+id, nil, `If-None-Match: "x"`), http.StatusOK)

	var d dossier.Story
	must(t, json.Unmarshal(a.body, &d))
	var again bytes.Buffer // as selisik brief --story writes it, but for white space
	enc := json.NewEncoder(&again)
	enc.SetEscapeHTML(false)
	must(t, enc.Encode(d))
	if !bytes.Equal(bytes.TrimSpace(again.Bytes()), a.body) {
		t.Error("the object is not what its type writes")
	}
	if got := get[api.Page[dossier.Finding]](b, "/stories/"+id+"/findings").Items; !cmp.Equal(got, d.Findings) {
		t.Error("other findings")
	}
	if got := get[api.Page[dossier.Entity]](b, "/stories/"+id+"/entities").Items; !cmp.Equal(got, d.Entities) {
		t.Error("other entities")
	}
	e := get[query.Explanation](b, "/stories/"+id+"/explain/"+d.Findings[0].ID)
	if e.Kind != "finding" || e.Text != d.Findings[0].Statement || len(e.Evidence) == 0 {
		t.Errorf("%+v", e)
	}
	b.wants("what it has not", b.ask("GET", "/stories/"+id+"/explain/f999", nil), http.StatusNotFound)
	b.wants("no story", b.ask("GET", "/stories/s-none", nil), http.StatusNotFound)
}

func TestArticlesShowWhatRestsOnTheirPassages(t *testing.T) {
	b := full(t)
	id := get[api.Page[api.Story]](b, "/stories?sort=size&limit=1").Items[0].ID
	d := get[dossier.Story](b, "/stories/"+id)
	c := d.Claims[0]
	a := get[api.Article](b, "/articles/"+c.Article)
	if a.Story != id || !a.Current || a.Article.ID != c.Article || a.Article.Text == "" {
		t.Errorf("%+v", a)
	}
	p := get[api.Passage](b, fmt.Sprintf("/articles/%s/evidence?field=%s&start=%d&end=%d", c.Article, c.Field, c.Span[0], c.Span[1]))
	if p.Extract.Text != c.Text || !slices.ContainsFunc(p.Claims, func(e query.Explanation) bool { return e.ID == c.ID }) {
		t.Errorf("%+v", p)
	}
	for query, status := range map[string]int{"start=5&end=5": 422, "start=-1&end=3": 422, "end=3": 422, "start=900000&end=900001": 404, "start=0&end=9223372036854775807": 422, "start=0&end=16777216": 200, "start=x&end=y": 422} {
		b.wants(query, b.ask("GET", "/articles/"+c.Article+"/evidence?"+query, nil), status)
	}
	b.wants("no article", b.ask("GET", "/articles/a-none", nil), http.StatusNotFound)
}

func TestVersionsShowHowTheyDiffer(t *testing.T) {
	b := newBench(t)
	page := func(n int, at time.Time) news.RawDocument {
		return news.RawDocument{URL: "https://kabaruji.example/1", MediaType: "text/plain", Charset: "utf-8", Title: "Kapal Karam di Selat Uji", Fetched: at,
			Body: fmt.Appendf(nil, "Sebuah kapal karam di Selat Uji pada Senin pagi.\n\nSebanyak %d orang tewas dalam kejadian itu, kata petugas.", n)}
	}
	first := time.Date(2025, 7, 1, 1, 0, 0, 0, time.UTC)
	_, err := b.site.Desk.Add(t.Context(), slices.Values([]news.RawDocument{page(8, first), page(10, first.Add(time.Hour))}))
	must(t, err)
	found := get[query.Results](b, "/search?q=kapal+karam").Results
	versions := get[api.Page[api.Version]](b, "/articles/"+found[0].Article+"/versions").Items
	if len(versions) != 2 || !versions[1].Current || len(versions[0].Changes) != 0 || len(versions[1].Changes) != 1 {
		t.Fatalf("%+v", versions)
	}
	var got []string
	for _, p := range versions[1].Changes[0].Pieces {
		if p.Kind != "kept" {
			got = append(got, p.Kind+" "+p.Text)
		}
	}
	if d := cmp.Diff([]string{"removed 8", "added 10"}, got); d != "" || !versions[1].Changes[0].Substantive {
		t.Error(d)
	}
	old := get[api.Article](b, "/articles/"+versions[0].ID)
	if old.Current || old.Article.Version != 1 || !strings.Contains(old.Article.Text, "8 orang") {
		t.Errorf("%+v", old)
	}
}

func TestTextsFilesAndAddressesAreAdded(t *testing.T) {
	b := newBench(t)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, "<html><head><title>Pasar Uji Terbakar</title></head><body><article><h1>Pasar Uji Terbakar</h1>"+
			strings.Repeat("<p>Api melalap pasar di Kota Uji pada Selasa malam, kata petugas pemadam.</p>", 4)+"</article></body></html>")
	}))
	defer site.Close()
	add := func(body any) serve.Added {
		t.Helper()
		return decoded[serve.Added](b, b.ask("POST", "/documents", body), http.StatusAccepted)
	}
	if got := add(api.Document{Text: "Banjir merendam Desa Uji pada Rabu pagi.", Title: "Banjir di Desa Uji", Outlet: "Kabar Uji"}); got.New != 1 || got.Waiting {
		t.Errorf("%+v", got)
	}
	if got := add(api.Document{URL: site.URL + "/1"}); got.New != 1 {
		t.Errorf("%+v", got)
	}
	lines := []byte(`{"id":"1","title":"Gempa di Uji","text":"Gempa mengguncang Uji pada Kamis dini hari."}` + "\n{broken\n")
	file := decoded[serve.Added](b, b.ask("POST", "/files?name=..%2F..%2Fkabar.jsonl", lines, "Content-Type: application/octet-stream"), http.StatusAccepted)
	if file.New != 1 || len(file.Problems) != 1 {
		t.Errorf("%+v", file)
	}
	if got := get[query.Status](b, "/status").Counts; got["articles"] != 3 || got["stories"] == 0 {
		t.Errorf("%v", got)
	}
	for name, body := range map[string]api.Document{
		"nothing": {}, "both": {Text: "a", HTML: "b"}, "a file": {URL: "file:///etc/passwd"}, "a script": {URL: "javascript:alert(1)"},
		"a name and password": {URL: "https://a:b@kabar.example/"}, "spaces": {Text: " \n "},
	} {
		b.wants(name, b.ask("POST", "/documents", body), http.StatusUnprocessableEntity)
	}
	b.wants("nobody there", b.ask("POST", "/documents", api.Document{URL: "http://127.0.0.1:1/x"}), http.StatusServiceUnavailable)
	edits := get[api.Page[api.Edit]](b, "/log").Items
	if len(edits) != 3 || edits[2].Who != "local" || edits[2].Note != "added 1 documents, 1 new, from kabar.jsonl" {
		t.Errorf("%+v", edits)
	}
}

func TestStoriesAreMergedSplitMovedAndPinned(t *testing.T) {
	b := full(t)
	list := get[api.Page[api.Story]](b, "/stories?sort=size&limit=2").Items
	one, two := list[0], list[1]
	change := func(kind, id string, c api.Chosen) api.Changed {
		t.Helper()
		return decoded[api.Changed](b, b.ask("POST", "/stories/"+id+"/"+kind, c), http.StatusOK)
	}
	merged := change("merge", two.ID, api.Chosen{Into: one.ID})
	if len(merged.Now) != 1 || merged.Now[0].Articles != one.Articles+two.Articles || !slices.Equal(merged.Gone, []string{two.ID}) || merged.Edit.Who != "local" {
		t.Errorf("%+v", merged)
	}
	d := get[dossier.Story](b, "/stories/"+two.ID) // leads to the one it went into
	if d.ID != one.ID || len(d.Articles) != one.Articles+two.Articles {
		t.Errorf("%s with %d articles", d.ID, len(d.Articles))
	}
	split := change("split", one.ID, api.Chosen{Articles: []string{d.Articles[0].ID}})
	if len(split.Now) != 2 {
		t.Errorf("%+v", split)
	}
	pinned := change("pin", one.ID, api.Chosen{})
	if pinned.Edit.Kind != "pin" || len(pinned.Edit.Pages) != one.Articles+two.Articles-1 {
		t.Errorf("%+v", pinned)
	}
	for name, c := range map[string]struct {
		path string
		body api.Chosen
		want int
	}{
		"into itself": {one.ID + "/merge", api.Chosen{Into: one.ID}, 422}, "into none": {one.ID + "/merge", api.Chosen{Into: "s-none"}, 404},
		"no articles": {one.ID + "/split", api.Chosen{}, 422}, "another's articles": {one.ID + "/split", api.Chosen{Articles: []string{"a-none"}}, 404},
		"no story": {"s-none/pin", api.Chosen{}, 404}, "nowhere": {one.ID + "/move", api.Chosen{Articles: []string{d.Articles[1].ID}}, 404},
	} {
		b.wants(name, b.ask("POST", "/stories/"+c.path, c.body), c.want)
	}
	if n := len(get[api.Page[api.Edit]](b, "/log").Items); n != 3 {
		t.Errorf("%d edits", n)
	}
}

func TestSourcesTellHowTheyDoInTheReadersLanguage(t *testing.T) {
	b := newBench(t)
	added := decoded[api.AddedSources](b, b.ask("POST", "/sources", api.NewSources{URLs: []string{"kabaruji.example/feed", "https://KABARUJI.example/feed"}}), http.StatusOK)
	if added.Added != 1 || len(added.IDs) != 1 {
		t.Fatalf("%+v", added)
	}
	health := func(accept string) string {
		return decoded[api.Page[api.Source]](b, b.ask("GET", "/sources", nil, "Accept-Language: "+accept), http.StatusOK).Items[0].Health
	}
	id, en := health("id-ID, en;q=0.5"), health("en-GB")
	if id == en || id == "" || health("fr, *;q=0.1") == "" || health("\x80;;;") == "" {
		t.Errorf("%q, %q", id, en)
	}
	path := "/sources/" + added.IDs[0]
	b.wants("paused", b.ask("PATCH", path, map[string]bool{"paused": true}), http.StatusNoContent)
	if s := get[api.Page[api.Source]](b, "/sources").Items[0]; !s.Paused || s.Condition != "paused" {
		t.Errorf("%+v", s)
	}
	opml := []byte(`<opml version="2.0"><body><outline xmlUrl="https://warta.example/rss" text="Warta"/><outline xmlUrl="javascript:alert(1)"/></body></opml>`)
	b.wants("a list with a bad address", b.ask("POST", "/sources/opml", opml, "Content-Type: text/x-opml"), http.StatusUnprocessableEntity)
	b.wants("removed", b.ask("DELETE", path, nil), http.StatusNoContent)
	b.wants("removed again", b.ask("DELETE", path, nil), http.StatusNotFound)
	b.wants("a script", b.ask("POST", "/sources", api.NewSources{URLs: []string{"javascript:alert(1)"}}), http.StatusUnprocessableEntity)
	if n := len(get[api.Page[api.Edit]](b, "/log").Items); n != 3 {
		t.Errorf("%d entries", n)
	}
}

func TestListenersAreToldWhatChanges(t *testing.T) {
	b := full(t)
	b.site.Follow(t.Context(), time.Hour)
	b.http.Timeout = time.Minute
	resp, err := b.http.Do(b.request("GET", "/events", nil))
	must(t, err)
	defer resp.Body.Close()
	lines := bufio.NewScanner(resp.Body)
	next := func(kind string) serve.Event {
		t.Helper()
		for lines.Scan() {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var e serve.Event
				must(t, json.Unmarshal([]byte(data), &e))
				if e.Kind == kind {
					return e
				}
			}
		}
		t.Fatalf("no event %s: %v", kind, lines.Err())
		return serve.Event{}
	}
	lines.Scan() // the server has heard
	list := get[api.Page[api.Story]](b, "/stories?sort=size&limit=2").Items
	b.ask("POST", "/stories/"+list[1].ID+"/merge", api.Chosen{Into: list[0].ID})
	edit := next(serve.Edited)
	gone := next(serve.StoryGone)
	changed := next(serve.StoryChanged)
	if edit.Story != list[1].ID || gone.Story != list[1].ID || gone.Into != list[0].ID || changed.Story != list[0].ID {
		t.Errorf("%+v %+v %+v", edit, gone, changed)
	}
	get[dossier.Story](b, "/stories/"+list[0].ID)
	b.site.Poke()
	if made := next(serve.DossierMade); made.Story != list[0].ID || made.Revision != changed.Revision {
		t.Errorf("%+v", made)
	}
	back, err := b.http.Do(b.request("GET", "/events", nil, "Last-Event-ID: "+edit.ID))
	must(t, err)
	defer back.Body.Close()
	lines = bufio.NewScanner(back.Body)
	if again := next(serve.StoryGone); again != gone {
		t.Errorf("who comes back is told %+v", again)
	}
	lost, err := b.http.Do(b.request("GET", "/events", nil, "Last-Event-ID: other-7"))
	must(t, err)
	defer lost.Body.Close()
	lines = bufio.NewScanner(lost.Body)
	next(serve.Missed)
}

func TestHostileInputsAreAnsweredCalmly(t *testing.T) {
	b := newBench(t)
	long := strings.Repeat("a", 5000)
	for _, path := range []string{
		"/stories?q=" + long, "/stories?after=" + url.QueryEscape("\x00\xff"), "/stories?after=eyJ4Ijox", "/stories?limit=-1", "/stories?limit=99999999999999999999",
		"/stories?sort=drop+table", "/stories?from=yesterday", "/stories?nosuch=1", "/stories/" + long, "/stories/%00", "/stories/..%2f..%2fetc", "/stories/%F0%9F%92%A9",
		"/articles/%E2%80%AEevil", "/search?q=%22%20OR%201=1;--", "/search?q=" + url.QueryEscape("'; DROP TABLE records; --"), "/search?q=%00", "/search?q=a&in=secrets",
		"/quotes", "/quotes?speaker=%FF", "/explain", "/queries/%2e%2e/stories", "/entities?limit=0", "/log?after=-5", "//api/../etc/passwd", "/tokens?all=maybe",
	} {
		a := b.ask("GET", path, nil)
		if a.status >= 500 || bytes.Contains(a.body, []byte("goroutine")) || bytes.Contains(a.body, []byte("sqlite")) {
			t.Errorf("GET %.60s: %d %.200s", path, a.status, a.body)
		}
	}
	for _, body := range []string{"", "null", "[]", "{", `{"name":{}}`, `{"name":"x","ask":{"q":7}}`, strings.Repeat("[", 20000), "\xff\xfe", `{"name":"x","nosuch":1}`} {
		for _, path := range []string{"/queries", "/documents", "/sources", "/session", "/tokens", "/accounts", "/stories/s-1/merge"} {
			if a := b.ask("POST", path, []byte(body)); a.status < 400 || a.status >= 500 {
				t.Errorf("POST %s %.30q: %d %.200s", path, body, a.status, a.body)
			}
		}
	}
	name := "\u202eevil\x1b[31m<script>alert(1)</script>"
	q := decoded[query.Saved](b, b.ask("POST", "/queries", api.Query{Name: name}), http.StatusCreated)
	if a := b.ask("GET", "/queries", nil); !bytes.Contains(a.body, []byte(q.ID)) || a.header.Get("Content-Type") != "application/json" || bytes.Contains(a.body, []byte("\x1b")) {
		t.Errorf("%s", a.body)
	}
	if strings.Contains(b.log.String(), "\x1b") {
		t.Error("a control character in the log")
	}
}
