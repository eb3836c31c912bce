package web_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
	"github.com/selisik/selisik/internal/web/webtest"
)

// TestAnEditorsDay does by keyboard what an editor does: adds an address and a
// source, sees a story grow live, opens evidence, compares two articles, saves an
// alert that fires, splits and merges, takes an export and has it checked.
func TestAnEditorsDay(t *testing.T) {
	began := time.Now()
	clock := ingesttest.NewClock(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
	sites := ingesttest.StartNet(t, ingesttest.Day(), clock)
	clock.Reach(time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))
	n, err := webtest.Open(t.Context(), webtest.Options{
		Dir: t.TempDir(), Works: true, Glance: 100 * time.Millisecond, Now: func() time.Time { return clock.Now().Add(time.Since(began)) },
		Fetch: fetch.Options{Loopback: true, Hosts: sites.Hosts, Wait: clock.Wait, Now: clock.Now},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { n.Close() })
	api.New(n.Site)
	stop := n.Run(t.Context())
	t.Cleanup(stop)
	d := sit(t, n)
	d.open("/")
	d.until(`document.querySelector(".steps") !== null`) // the empty state teaches
	d.open("/add")
	d.givesAddress("http://kantoruji.example/berita/banjir-way-uji")
	d.open("/")
	d.until(`document.querySelectorAll(".row").length === 1`)
	d.steps(chromedp.KeyEvent("j"), chromedp.KeyEvent(kb.Enter))
	d.until(`location.pathname.startsWith("/stories/") && document.querySelectorAll(".article").length === 1`)
	story := ask[string](d, "location.pathname")

	// Another outlet tells of it: the bar says so, n shows it.
	if _, err := n.Desk.Queue(t.Context(), n.Site.Read(t.Context(), "http://wartauji.example/banjir-rendam-tiga-desa", nil, func(err error) { t.Error(err) })); err != nil {
		t.Fatal(err)
	}
	d.sees(2)

	// Evidence, by j and Enter.
	d.steps(chromedp.KeyEvent("j"), chromedp.KeyEvent(kb.Enter))
	d.until(`document.querySelector("#panel mark.on") !== null`)
	d.steps(chromedp.KeyEvent(kb.Escape))

	// Compare, from the article.
	ask[any](d, `document.querySelector(".own").closest("details").open = true`)
	d.presses(".own")
	d.until(`location.pathname.startsWith("/articles/") && document.querySelector(".pick button") !== null`)
	d.presses(".pick button")
	d.until(`location.pathname === "/compare" && document.querySelectorAll(".compare .shared").length > 0`)

	told := d.savesAlert()
	d.open("/sources")
	d.givesAddress("http://kabaruji.example/feed.xml")
	d.open(story)
	d.until(`document.querySelectorAll(".article").length === 2`)
	if err := n.Desk.WatchOnce(t.Context()); err != nil { // the source's round comes
		t.Fatal(err)
	}
	d.sees(4)
	told.once(d)

	d.splitsAndMerges(story)
	d.exports(story)
	d.quiet("an editor's day")
	told.once(d) // merging told nothing again
}

// presses moves to an element and presses Enter.
func (d *desk) presses(selector string) {
	d.t.Helper()
	ask[any](d, `document.querySelector("`+selector+`").focus()`)
	d.steps(chromedp.KeyEvent(kb.Enter))
}

// writes moves to a field and types.
func (d *desk) writes(selector, text string) {
	d.t.Helper()
	ask[any](d, `document.querySelector("`+selector+`").focus()`)
	d.steps(chromedp.KeyEvent(text))
}

// givesAddress fills in the form of the page that takes an address.
func (d *desk) givesAddress(url string) {
	d.t.Helper()
	d.writes("input[type=url]", url)
	d.steps(chromedp.KeyEvent(kb.Enter))
	d.until(`document.querySelector(".done") !== null`)
}

// sees waits for the bar that tells of news, and shows them: so many articles.
func (d *desk) sees(articles int) {
	d.t.Helper()
	d.until(`document.querySelector("#news button") !== null`)
	d.steps(chromedp.KeyEvent("n"))
	d.until(fmt.Sprintf(`document.querySelectorAll(".article").length === %d`, articles))
}

// receiver is where an alert's webhook goes to, and its feed.
type receiver struct {
	secret, feed string

	mu  sync.Mutex
	ids []string
	bad []error
}

// savesAlert asks to be told of a story of three outlets, and takes down what is
// shown once.
func (d *desk) savesAlert() *receiver {
	d.t.Helper()
	told := &receiver{}
	hook := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		told.mu.Lock()
		defer told.mu.Unlock()
		if err == nil {
			var id string
			id, err = send.Verify(told.secret, r.Header, body, d.Site.Now())
			told.ids = append(told.ids, id)
		}
		if err != nil {
			told.bad = append(told.bad, err)
		}
	}))
	d.t.Cleanup(hook.Close)
	d.open("/watch")
	d.writes(".stack [name=name]", "banjir")
	d.writes(".stack [name=words]", "banjir")
	d.writes(".stack [name=articles]", "3")
	d.writes(".stack [name=webhook]", hook.URL)
	d.steps(chromedp.KeyEvent(kb.Enter))
	d.until(`document.querySelector(".once") !== null`)
	shown := ask[[]string](d, `[...document.querySelectorAll(".once input")].map(e => e.value)`)
	if len(shown) != 4 || !strings.HasSuffix(shown[1], "/atom") {
		d.t.Fatalf("shown once: %q", shown)
	}
	told.mu.Lock()
	defer told.mu.Unlock()
	told.feed, told.secret = shown[1], shown[3]
	return told
}

// once waits until the alert was told, and checks that it was told once, by
// webhook and in its feed.
func (r *receiver) once(d *desk) {
	d.t.Helper()
	d.open("/watch")
	d.until(`document.querySelectorAll(".told li").length === 1 || location.reload()`)
	for range 300 {
		r.mu.Lock()
		n := len(r.ids)
		r.mu.Unlock()
		if n > 0 {
			break
		}
		d.steps(chromedp.Sleep(100 * time.Millisecond))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.ids) != 1 || len(r.bad) > 0 {
		d.t.Errorf("the webhook had %q, %v", r.ids, r.bad)
	}
	ask[any](d, `window.read = null; fetch("`+r.feed+`").then(r => r.text()).then(t => window.read = t); undefined`)
	d.until("window.read !== null")
	if feed := ask[string](d, "window.read"); strings.Count(feed, "<entry>") != 1 {
		d.t.Errorf("the feed: %s", feed)
	}
}

func (d *desk) splitsAndMerges(story string) {
	d.t.Helper()
	d.open(story)
	ask[any](d, `document.querySelector(".edit input[type=checkbox]").focus()`)
	d.steps(chromedp.KeyEvent(" "))
	d.presses(".edit button[value=split]")
	d.until(`location.search === "?done=split" && document.querySelectorAll(".article").length === 1`)
	apart := ask[string](d, "location.pathname")
	if apart == story {
		d.t.Error("the split shows the old story")
	}
	d.writes(".edit input[name=into-other]", story)
	d.presses(".edit button[value=merge]")
	d.until(`location.search === "?done=merge" && document.querySelectorAll(".article").length === 4`)
	d.open("/audit")
	if got := ask[int](d, `document.querySelectorAll(".edits li").length`); got < 4 {
		d.t.Errorf("%d entries in the audit log", got)
	}
}

// exports takes the dossier as JSON and has it checked by what a third party
// has: it holds, and a changed figure is found.
func (d *desk) exports(story string) {
	d.t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		d.t.Log("SKIPPED: no python3: the export was not checked by docs/verify.py")
		return
	}
	d.open(story)
	ask[any](d, `window.read = null; fetch(document.querySelector("a[href$='/export/json']").href).then(r => r.text()).then(t => window.read = t); undefined`)
	d.until("window.read !== null")
	dossier := []byte(ask[string](d, "window.read"))
	check := func(name string, raw []byte) (string, error) {
		path := filepath.Join(d.t.TempDir(), name)
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			d.t.Fatal(err)
		}
		out, err := exec.CommandContext(d.t.Context(), python, "../../docs/verify.py", path).CombinedOutput()
		return string(out), err
	}
	if out, err := check("dossier.json", dossier); err != nil {
		d.t.Errorf("verify.py: %v\n%s", err, out)
	}
	tampered := bytes.Replace(dossier, []byte("412 orang"), []byte("512 orang"), 1)
	if out, err := check("tampered.json", tampered); err == nil || bytes.Equal(tampered, dossier) {
		d.t.Errorf("verify.py takes a changed figure:\n%s", out)
	}
}
