package web_test

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/selisik/selisik/internal/web/webtest"
)

// axePath is where .ci/run puts axe-core (MPL-2.0), which is no part of the
// program.
const axePath = "../../.cache/axe-core/axe.min.js"

// desk is a newsroom that is served, and a browser before it.
type desk struct {
	*webtest.Newsroom
	*webtest.Browser
	t *testing.T
}

// sit opens a newsroom to a browser, with the work done beside it.
func sit(t *testing.T, n *webtest.Newsroom) *desk {
	t.Helper()
	if webtest.Chromium() == "" {
		t.Skip("no chromium in PATH: the pages were not looked at in a browser")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: n.Site.Handler(), ReadHeaderTimeout: time.Minute}
	t.Cleanup(func() { server.Close() })
	go server.Serve(l) //nolint:errcheck // it ends with the test
	b, err := webtest.NewBrowser(t.Context(), t.TempDir(), l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return &desk{n, b, t}
}

func (d *desk) steps(steps ...chromedp.Action[chromedp.Void]) {
	d.t.Helper()
	if err := chromedp.Do(d.Browser, steps...); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) open(path string) {
	d.t.Helper()
	if err := d.Go(path); err != nil {
		d.t.Fatalf("%s: %v", path, err)
	}
}

func ask[T any](d *desk, expression string) T {
	d.t.Helper()
	out, err := webtest.Ask[T](d.Browser, expression)
	if err != nil {
		d.t.Fatalf("%s: %v", expression, err)
	}
	return out
}

// until waits for an expression of the page to become true.
func (d *desk) until(expression string) {
	d.t.Helper()
	whole := fmt.Sprintf(`(() => { try { return document.readyState === "complete" && !!(%s) } catch { return false } })()`, expression)
	for range 300 {
		// An error here is a page that is just being left.
		if is, err := webtest.Ask[bool](d.Browser, whole); err == nil && is {
			return
		}
		d.steps(chromedp.Sleep(100 * time.Millisecond))
	}
	d.t.Fatalf("not within half a minute: %s; at %s", expression, ask[string](d, "location.href + ' ' + document.body.innerText.slice(0, 300)"))
}

// quiet checks that the console was silent and nothing left the host.
func (d *desk) quiet(where string) {
	d.t.Helper()
	errors, away := d.Faults()
	for _, e := range errors {
		if !strings.Contains(e, "404 (Not Found)") || !strings.Contains(where, "problem") {
			d.t.Errorf("%s: console: %s", where, e)
		}
	}
	for _, url := range away {
		d.t.Errorf("%s: a request left the host: %s", where, url)
	}
}

func TestPagesInABrowser(t *testing.T) {
	d := sit(t, exhibit(t))
	axe, err := os.ReadFile(axePath)
	if err != nil {
		t.Logf("SKIPPED: no %s (see .ci/run): pages are not checked by axe-core", axePath)
	}
	for _, p := range pagesOf(t, d.Newsroom) {
		d.steps(chromedp.EmulateViewport(1440, 900))
		for _, scheme := range []string{"light", "dark"} {
			if err := d.Prefers(scheme); err != nil {
				t.Fatal(err)
			}
			d.open(p.Path)
			if p.Then != "" {
				ask[any](d, p.Then)
			}
			if len(axe) > 0 {
				d.accessible(p.Name+" "+scheme, string(axe))
			}
		}
		for _, width := range []int64{360, 768} {
			d.steps(chromedp.EmulateViewport(width, 780))
			ask[any](d, `document.querySelectorAll("main details").forEach(e => { e.open = true })`)
			if got := ask[int64](d, `document.documentElement.scrollWidth`); got > width {
				t.Errorf("%s: %d pixels wide on a screen of %d: %q", p.Name, got, width, ask[[]string](d, wide))
			}
		}
		d.quiet(p.Name)
	}
}

// wide lists the elements that stand out of the screen.
const wide = `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest(".scroll, .places"))
	.slice(0, 5).map(e => e.outerHTML.slice(0, 120))`

// accessible runs axe-core over what is shown.
func (d *desk) accessible(where, axe string) {
	d.t.Helper()
	ask[any](d, axe+"; undefined")
	ask[any](d, `window.faults = null; axe.run(document, { resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })
		.then(r => { window.faults = r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary.replace(/\s+/g, " ").slice(0, 220))); })
		.catch(e => { window.faults = ["axe failed: " + e]; }); undefined`)
	d.until("window.faults !== null")
	for _, fault := range ask[[]string](d, "window.faults") {
		d.t.Errorf("%s: %s", where, fault)
	}
}

func TestPagesWorkWithoutAScript(t *testing.T) {
	d := sit(t, exhibit(t))
	if err := d.NoScript(); err != nil {
		t.Fatal(err)
	}
	d.open("/?sort=size")
	d.steps(chromedp.Click("main a.go"), chromedp.Click("#s1-what a.q"))
	d.until(`document.querySelector(".article[open] .text span:target, .article[open] .atitle:target") !== null`)
	ask[any](d, `document.querySelector(".own").closest("details").open = true`)
	d.steps(chromedp.Click(".article[open] a.own"))
	d.until(`location.pathname.startsWith("/articles/") && document.querySelector(".prose .to") !== null`)
	mark := `getComputedStyle(document.querySelector(".prose .to")).display`
	was := ask[string](d, mark)
	d.steps(chromedp.Click("#show-claims"))
	d.until(fmt.Sprintf("%s !== %q", mark, was)) // the layer goes
}
