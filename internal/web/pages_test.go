package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/web/webtest"
)

var noon = time.Date(2025, 9, 20, 5, 0, 0, 0, time.UTC)

// exhibit opens a newsroom with something for every page.
func exhibit(t *testing.T, more ...news.RawDocument) *webtest.Newsroom {
	t.Helper()
	n, err := webtest.Open(t.Context(), webtest.Options{Dir: t.TempDir(), Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	docs := slices.AppendSeq(more, corpus.Make(corpus.Options{Seed: 5, Articles: 12, Event: 6}))
	if err := n.Exhibit(t.Context(), "../..", slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	return n
}

// reply is an answer with its body.
type reply struct {
	*http.Response
	body string
}

// get asks for a page as a browser on this machine does.
func get(t *testing.T, n *webtest.Newsroom, path string, header ...string) reply {
	t.Helper()
	return do(t, n, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "http://127.0.0.1"+path, nil), header...)
}

func post(t *testing.T, n *webtest.Newsroom, path string, form url.Values, header ...string) reply {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "http://127.0.0.1"+path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return do(t, n, r, header...)
}

func do(t *testing.T, n *webtest.Newsroom, r *http.Request, header ...string) reply {
	t.Helper()
	r.RemoteAddr = "127.0.0.1:40000"
	r.Header.Set("Accept", "text/html")
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	n.Site.Handler().ServeHTTP(w, r)
	out := w.Result()
	body, err := io.ReadAll(out.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{out, string(body)}
}

func pagesOf(t *testing.T, n *webtest.Newsroom) []webtest.Page {
	t.Helper()
	list, err := n.Pages(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestEveryPageIsServedInBothLanguages(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	for _, p := range pagesOf(t, n) {
		for _, tag := range []string{"id", "en"} {
			got := get(t, n, p.Path, "Accept-Language", tag)
			want := http.StatusOK
			if p.Name == "problem" {
				want = http.StatusNotFound
			}
			if got.StatusCode != want {
				t.Errorf("%s: %d, want %d", p.Path, got.StatusCode, want)
			}
			if !strings.Contains(p.Path, "lang=") && !strings.Contains(got.body, `<html lang="`+tag+`">`) {
				t.Errorf("%s is not in %s", p.Path, tag)
			}
			for _, fault := range faults(got.body) {
				t.Errorf("%s (%s): %s", p.Path, tag, fault)
			}
		}
	}
}

// faults lists what no page may have: phrases that the packs lack, scripts and
// styles inside, addresses that are not ours and not the web's.
func faults(body string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(body))
	script := false
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Type == html.TextToken && script && strings.TrimSpace(tok.Data) != "" {
			out = append(out, "script inside: "+tok.Data)
		}
		script = tok.Type == html.StartTagToken && tok.Data == "script"
		if slices.Contains([]string{"img", "iframe", "object", "base", "embed", "style"}, tok.Data) && tok.Type == html.StartTagToken {
			out = append(out, "element "+tok.Data)
		}
		for _, a := range tok.Attr {
			switch {
			case strings.HasPrefix(a.Key, "on"), a.Key == "style":
				out = append(out, "attribute "+a.Key)
			case slices.Contains([]string{"href", "src", "action", "formaction"}, a.Key) && !fine(tok, a):
				out = append(out, "address "+a.Val)
			}
		}
	}
	for _, c := range body {
		if c == '\x1b' || c == '\u202e' || c == '\u2066' {
			out = append(out, "a control character")
			break
		}
	}
	return out
}

// fine reports whether an address leads nowhere but into the site, or, where it
// is a link that says so, to the web.
func fine(tok html.Token, a html.Attribute) bool {
	if strings.HasPrefix(a.Val, "#") || strings.HasPrefix(a.Val, "?") || strings.HasPrefix(a.Val, "/") && !strings.HasPrefix(a.Val, "//") {
		return true
	}
	u, err := url.Parse(a.Val)
	outward := slices.ContainsFunc(tok.Attr, func(o html.Attribute) bool { return o.Key == "rel" && strings.Contains(o.Val, "noopener") })
	return err == nil && tok.Data == "a" && outward && (u.Scheme == "http" || u.Scheme == "https")
}

// hostile is an article whose every field is an attack.
func hostile() news.RawDocument {
	attack := `"><script>alert(1)</script><img src=x onerror=alert(2)>` + "\x1b[31m\u202eterbalik\u2066 javascript:alert(3)"
	return news.RawDocument{
		Input: "attack:" + attack, Ref: attack, Outlet: `Koran "><b onclick=alert(4)>` + "\u202e", Title: "Banjir Lorong " + attack,
		URL: "javascript:alert(document.cookie)//", Byline: attack, Published: "2025-09-14T10:00:00+07:00", MediaType: "text/plain", Charset: "utf-8",
		Body: []byte("Banjir melanda Lorong Batu pada Minggu malam. " + attack + "\n\n" +
			`"Air naik ` + attack + `," kata Kepala Desa <script>alert(5)</script> Badu Salim di balai desa, Senin.` + "\n\nSebanyak 40 warga mengungsi ke balai desa."),
	}
}

func TestNothingOfTheWebBecomesMarkup(t *testing.T) {
	t.Parallel()
	n := exhibit(t, hostile())
	list := pagesOf(t, n)
	for _, path := range []string{
		"/search?q=banjir+lorong", "/search?in=quotes&q=air", "/search?in=findings&q=mengungsi", "/?name=%22%3E%3Cscript%3E",
		"/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/compare?a=%3Cscript%3E&b=%22onload%3D", "/stories/%22%3E%3Cscript%3E", "/sign-in?next=javascript:alert(1)",
		"/names/%22%3E%3Cscript%3E", "/outlets/%3Cimg%20onerror=x%3E",
	} {
		list = append(list, webtest.Page{Path: path})
	}
	found := get(t, n, "/search?q=banjir+lorong").body
	article := between(found, `href="/articles/`, `"`)
	if article == "" {
		t.Fatal("the hostile article is not found")
	}
	page := get(t, n, "/articles/"+article).body
	list = append(list, webtest.Page{Path: "/articles/" + article}, webtest.Page{Path: "/stories/" + between(page, `href="/stories/`, `"`)})
	for _, p := range list {
		for _, fault := range faults(get(t, n, p.Path).body) {
			t.Errorf("%s: %s", p.Path, fault)
		}
	}
}

func TestASpoiledDossierIsShownAsText(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	list, _, err := n.Store.Stories().List(t.Context(), store.StoryFilter{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	for i, attack := range facetest.Hostile() {
		s := facetest.Spoiled(attack).Stories[0]
		s.ID = string(list[i].ID)
		raw, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		d := store.Dossier{Story: list[i].ID, Revision: list[i].Revision, Made: noon, JSON: raw, Summary: store.Summary{Findings: 1, Entities: []string{attack}}}
		if err := n.Store.Stories().PutDossier(t.Context(), d, nil); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{"/", "/stories/" + s.ID, "/names/" + url.PathEscape(attack), "/outlets/" + url.PathEscape(attack)} {
			for _, fault := range faults(get(t, n, path).body) {
				t.Errorf("%q on %s: %s", attack, path, fault)
			}
		}
	}
}

func between(s, from, to string) string {
	_, s, ok := strings.Cut(s, from)
	if !ok {
		return ""
	}
	s, _, _ = strings.Cut(s, to)
	s, _, _ = strings.Cut(s, "#")
	return s
}

func TestAnEditorMergesAndSplitsByForms(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	front := get(t, n, "/?sort=size").body
	first := between(front, `<li class="row" id="`, `"`)
	story := get(t, n, "/stories/"+first).body
	member := between(story, `name="article" value="`, `"`)
	split := post(t, n, "/stories/"+first+"/edit", url.Values{"do": {"split"}, "article": {member}})
	to, _, _ := strings.Cut(split.Header.Get("Location"), "?")
	if split.StatusCode != http.StatusSeeOther || to == "/stories/"+first {
		t.Fatalf("split: %d to %q: %s", split.StatusCode, to, split.body)
	}
	if !strings.Contains(get(t, n, to).body, member) {
		t.Error("the new story lacks the article that was split off")
	}
	merge := post(t, n, to+"/edit", url.Values{"do": {"merge"}, "into-other": {"http://127.0.0.1/stories/" + first + "?done=x#s1-f1"}})
	if got, _, _ := strings.Cut(merge.Header.Get("Location"), "?"); got != "/stories/"+first {
		t.Fatalf("merge: %d to %q: %s", merge.StatusCode, got, merge.body)
	}
	if old := get(t, n, to); old.StatusCode != http.StatusMovedPermanently || old.Header.Get("Location") != "/stories/"+first {
		t.Errorf("the story that was taken in: %d to %q", old.StatusCode, old.Header.Get("Location"))
	}
	audit := get(t, n, "/audit", "Accept-Language", "en").body
	for _, want := range []string{"merged", "split", "pinned"} {
		if !strings.Contains(audit, want) {
			t.Errorf("the audit log does not tell of %q", want)
		}
	}
	if got := post(t, n, "/stories/"+first+"/edit", url.Values{"do": {"split"}}); got.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a split of nothing: %d", got.StatusCode)
	}
	if got := post(t, n, "/stories/"+first+"/edit", url.Values{"do": {"pin"}}, "Origin", "https://attacker.example", "Sec-Fetch-Site", "cross-site"); got.StatusCode != http.StatusForbidden {
		t.Errorf("a form of another site: %d", got.StatusCode)
	}
}

func TestChoicesLastAndLeadNowhereElse(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	got := post(t, n, "/settings", url.Values{"lang": {"en"}, "zone": {"Asia/Jayapura"}, "theme": {"dark"}, "back": {"//attacker.example/"}})
	if to := got.Header.Get("Location"); to != "/" {
		t.Errorf("leads to %q", to)
	}
	var jar []string
	for _, c := range got.Cookies() {
		jar = append(jar, c.Name+"="+c.Value)
	}
	first := between(get(t, n, "/?sort=size").body, `<li class="row" id="`, `"`)
	body := get(t, n, "/stories/"+first, "Cookie", strings.Join(jar, "; "), "Accept-Language", "id").body
	for _, want := range []string{`<html lang="en" data-theme="dark">`, "UTC&#43;9", "Stories</a>"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, zone := range []string{"Local", "../../etc/passwd", "Mars/Olympus"} {
		for _, c := range post(t, n, "/settings", url.Values{"zone": {zone}}).Cookies() {
			t.Errorf("zone %q is kept as %s", zone, c)
		}
	}
}

func TestAStoryTellsWhatIsNewSinceTheLastVisit(t *testing.T) {
	t.Parallel()
	now := noon
	n, err := webtest.Open(t.Context(), webtest.Options{Dir: t.TempDir(), Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer n.Close()
	docs := slices.Collect(corpus.Make(corpus.Options{Seed: 5, Articles: 4, Event: 4}))
	add := func(d ...news.RawDocument) {
		if _, err := n.Desk.Add(t.Context(), slices.Values(d)); err != nil {
			t.Fatal(err)
		}
		if err := n.Desk.Work(t.Context(), true); err != nil {
			t.Fatal(err)
		}
	}
	add(docs[:2]...)
	story := "/stories/" + between(get(t, n, "/").body, `<li class="row" id="`, `"`)
	first := get(t, n, story)
	if strings.Contains(first.body, "since-h") {
		t.Error("something is new at the first visit")
	}
	jar := first.Cookies()[0].Name + "=" + first.Cookies()[0].Value
	now = now.Add(3 * time.Hour)
	add(docs[2])
	again := get(t, n, story, "Cookie", jar, "Accept-Language", "en")
	if !strings.Contains(again.body, "New since your visit") || strings.Count(between(again.body, `<section class="since"`, "</section>"), `href="/articles/`) != 1 {
		t.Errorf("the new article is not told of: %s", between(again.body, `<section class="since"`, "</section>"))
	}
	if read := get(t, n, story+"?seen=1", "Cookie", jar); strings.Contains(read.body, "since-h") {
		t.Error("it is still new after it was read")
	}
}

func TestAQueryIsWatchedPausedAndRemoved(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	form := url.Values{"name": {"Jembatan <b>"}, "when": {"story"}, "words": {"jembatan"}, "origins": {"3"}, "webhook": {"https://desk.example/hook"}}
	if made := post(t, n, "/watch", form); made.StatusCode != http.StatusSeeOther || made.Header.Get("Location") != "/watch?done=watch" {
		t.Fatalf("%d to %q", made.StatusCode, made.Header.Get("Location"))
	}
	body := get(t, n, "/watch", "Accept-Language", "en").body
	for _, want := range []string{"Jembatan &lt;b&gt;", "words: jembatan", "at least 3 origins"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	id := between(body, `action="/watch/`, `"`)
	post(t, n, "/watch/"+id, url.Values{"do": {"pause"}})
	if body := get(t, n, "/watch", "Accept-Language", "en").body; !strings.Contains(body, `value="resume"`) {
		t.Error("it is not paused")
	}
	post(t, n, "/watch/"+id, url.Values{"do": {"remove"}})
	if body := get(t, n, "/watch").body; strings.Contains(body, id) {
		t.Error("it is still there")
	}
	if got := post(t, n, "/watch", url.Values{"name": {"Semua"}, "when": {"story"}}); got.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a query without a condition: %d", got.StatusCode)
	}
}

// shownSecret is what webhooks are signed with, as a page shows it; "" if it does
// not.
func shownSecret(page reply) string {
	_, s, _ := strings.Cut(page.body, `value="whsec_`)
	s, _, _ = strings.Cut(s, `"`)
	return html.UnescapeString(s)
}

func TestWhatAFormMadeIsShownOnceAndToItsSenderAlone(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	form := url.Values{"name": {"Jembatan"}, "when": {"story"}, "words": {"jembatan"}, "webhook": {"https://desk.example/hook"}}
	made := post(t, n, "/watch", form)
	if len(made.Cookies()) != 1 {
		t.Fatalf("%d, cookies %v", made.StatusCode, made.Cookies())
	}
	jar, to := made.Cookies()[0].Name+"="+made.Cookies()[0].Value, made.Header.Get("Location")
	if body := get(t, n, to).body; strings.Contains(body, "whsec_") {
		t.Error("the secret is shown to another browser")
	}
	if body := get(t, n, "/watch", "Cookie", jar).body; strings.Contains(body, "whsec_") {
		t.Error("the secret is shown on a page that no form led to")
	}
	kept, err := n.Site.Store.Records().List(t.Context(), "sessions", "")
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d sessions, %v", len(kept), err)
	}
	first := get(t, n, to, "Cookie", jar, "Accept-Language", "en")
	secret, feed := shownSecret(first), between(first.body, `/api/v1/feeds/`, "/atom")
	if secret == "" || feed == "" || !strings.Contains(first.body, "Saved. You are told") || first.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%q, %q, %v", secret, feed, first.Header)
	}
	if strings.Contains(string(kept[0].Value), secret) || strings.Contains(string(kept[0].Value), feed) {
		t.Error("the store has what is shown once")
	}
	again := get(t, n, to, "Cookie", jar, "Accept-Language", "en")
	if strings.Contains(again.body, "whsec_") || !strings.Contains(again.body, "Saved. You are told") {
		t.Error("loaded again, the page shows the secret again, or does not tell that the query is saved")
	}
	id := between(again.body, `action="/watch/`, `"`)
	renewed := post(t, n, "/watch/"+id, url.Values{"do": {"renew"}}, "Cookie", jar)
	page := get(t, n, renewed.Header.Get("Location"), "Cookie", jar, "Accept-Language", "en")
	if now := shownSecret(page); now == "" || now == secret || !strings.Contains(page.body, "The old ones work no longer") {
		t.Errorf("made anew: %q", now)
	}
}

func TestExportsAreFiles(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	first := between(get(t, n, "/?sort=size").body, `<li class="row" id="`, `"`)
	for _, f := range export.Formats() {
		got := get(t, n, "/stories/"+first+"/export/"+f.Name)
		if got.StatusCode != http.StatusOK || len(got.body) < 50 || !strings.Contains(got.Header.Get("Content-Disposition"), first+f.Extension) {
			t.Errorf("%s: %d, %d bytes, %s", f.Name, got.StatusCode, len(got.body), got.Header.Get("Content-Disposition"))
		}
	}
	if got := get(t, n, "/stories/"+first+"/export/passwd"); got.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown form: %d", got.StatusCode)
	}
}

func TestSourcesAndArticlesAreAddedByForms(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	if got := post(t, n, "/sources", url.Values{"url": {"https://kabar.example/rss"}, "title": {"Kabar <b>"}}); got.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d: %s", got.StatusCode, got.body)
	}
	if body := get(t, n, "/sources").body; !strings.Contains(body, "Kabar &lt;b&gt;") {
		t.Error("the source is not listed")
	}
	if got := post(t, n, "/sources", url.Values{"url": {"javascript:alert(1)"}}); got.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("an address that is none: %d", got.StatusCode)
	}
	text := url.Values{"title": {"Gempa di Lembah Suar"}, "outlet": {"Kabar Suar"}, "text": {"Gempa bermagnitudo 5,1 mengguncang Lembah Suar pada Jumat pagi. Tidak ada korban jiwa."}}
	if got := post(t, n, "/add", text); got.StatusCode != http.StatusOK {
		t.Fatalf("%d: %s", got.StatusCode, got.body)
	}
	if body := get(t, n, "/search?q=lembah+suar").body; !strings.Contains(body, "Gempa di Lembah Suar") {
		t.Error("the text is not found")
	}
	if got := post(t, n, "/add", url.Values{"url": {"file:///etc/passwd"}}); got.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a file of this machine: %d", got.StatusCode)
	}
}
