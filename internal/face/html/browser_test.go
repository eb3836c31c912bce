package html

import (
	"context"
	_ "embed"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/selisik/selisik/internal/face/facetest"
)

// tab is a page of the fixture in a real browser.
type tab struct {
	context.Context
	mu       sync.Mutex
	errors   []string
	requests []string
}

// openTab shows a page in a headless Chromium; the test skips where there is
// none.
func openTab(t *testing.T, page string) *tab {
	t.Helper()
	bin := chromium()
	if bin == "" {
		t.Skip("no chromium in PATH: the page was not looked at in a browser")
	}
	path := filepath.Join(t.TempDir(), "dossier.html")
	if err := os.WriteFile(path, []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(bin), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 60*time.Second)
	t.Cleanup(cancel)
	tb := &tab{Context: ctx}
	if err := chromedp.Listen(ctx, tb.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	tb.do(t, chromedp.EmulateViewport(1440, 900), chromedp.Navigate("file://"+(&url.URL{Path: path}).String()))
	return tb
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}

// listen keeps errors of the console and requests that leave the page.
func (tb *tab) listen(ev any) {
	tb.mu.Lock()
	defer tb.mu.Unlock()
	switch e := ev.(type) {
	case *log.EventEntryAdded:
		tb.errors = append(tb.errors, e.Entry.Text)
	case *runtime.EventExceptionThrown:
		tb.errors = append(tb.errors, e.ExceptionDetails.Text)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "file:///") || !strings.HasSuffix(e.Request.URL, "/dossier.html") {
			tb.requests = append(tb.requests, e.Request.URL)
		}
	}
}

func (tb *tab) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(tb.Context, steps...); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates an expression of the page.
func ask[T any](t *testing.T, tb *tab, expression string) T {
	t.Helper()
	out, err := chromedp.Run(tb.Context, chromedp.Evaluate[T](expression))
	if err != nil {
		t.Fatalf("%s: %v", expression, err)
	}
	return out
}

func (tb *tab) shot(t *testing.T, dir, name string) {
	t.Helper()
	tb.do(t, chromedp.Sleep(150*time.Millisecond))
	png, err := chromedp.Run(tb.Context, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644); err != nil {
		t.Fatal(err)
	}
}

// prefers sets the system's colour scheme, "light" or "dark".
func (tb *tab) prefers(t *testing.T, scheme string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(tb.Context, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
}

func TestPageWorksInABrowser(t *testing.T) {
	tb := openTab(t, draw(t, facetest.Dossier(), Options{}))
	t.Run("a click opens the evidence with the passage marked", tb.clickOpens)
	t.Run("Escape closes it and gives the focus back", tb.escapeCloses)
	t.Run("the keyboard walks, opens and filters", tb.keys)
	t.Run("matrix, copy graph and timeline are drawn", tb.figures)
	t.Run("dark and light differ, by the system and by the button", tb.themes)
	t.Run("nothing is wider than a phone", tb.narrow)
	t.Run("labels, headings and contrast hold", tb.accessible)
	tb.mu.Lock()
	defer tb.mu.Unlock()
	if len(tb.errors) > 0 {
		t.Errorf("console: %q", tb.errors)
	}
	if len(tb.requests) > 0 {
		t.Errorf("requests left the page: %q", tb.requests)
	}
}

func (tb *tab) clickOpens(t *testing.T) {
	tb.do(t, chromedp.Click("#s1-f2 a.q"))
	if got := ask[string](t, tb, `document.querySelector("#panel mark.on").textContent`); !strings.HasPrefix(got, "Delapan orang tewas") {
		t.Errorf("marked %q", got)
	}
	if !ask[bool](t, tb, `(() => { const m = document.querySelector("#panel mark.on").getBoundingClientRect(),
		p = document.querySelector(".panel-text").getBoundingClientRect(); return m.height > 0 && m.top >= p.top && m.bottom <= p.bottom })()`) {
		t.Error("the mark is not in view")
	}
	if n := ask[int](t, tb, `document.querySelectorAll(".panel-cards button").length`); n != 5 {
		t.Errorf("%d passages, want 5", n)
	}
	tb.do(t, chromedp.Click(".panel-cards li:nth-child(3) button"))
	if got := ask[string](t, tb, `document.querySelector("#panel .atitle").textContent`); !strings.HasPrefix(got, "Korban tewas kebakaran pasar") {
		t.Errorf("the third passage shows %q", got)
	}
}

func (tb *tab) escapeCloses(t *testing.T) {
	tb.do(t, chromedp.KeyEvent(kb.Escape))
	if ask[bool](t, tb, `document.body.classList.contains("reading")`) {
		t.Error("the panel is still open")
	}
	if got := ask[string](t, tb, `document.activeElement.closest("li").id`); got != "s1-f2" {
		t.Errorf("the focus is in %q", got)
	}
}

func (tb *tab) keys(t *testing.T) {
	tb.do(t, chromedp.KeyEvent("k"), chromedp.KeyEvent(kb.Enter))
	if got := ask[string](t, tb, `document.querySelector("#panel mark.on").textContent`); !strings.HasPrefix(got, "Kebakaran melanda") {
		t.Errorf("Enter on the first statement marked %q", got)
	}
	if got := ask[string](t, tb, `document.activeElement.id`); got != "panel-title" {
		t.Errorf("the focus is on %q, not on the panel", got)
	}
	tb.do(t, chromedp.KeyEvent("j"))
	if got := ask[string](t, tb, `document.querySelector(".say.open").id`); got != "s1-f2" {
		t.Errorf("j opened %q", got)
	}
	tb.do(t, chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("/"))
	if got := ask[string](t, tb, `document.activeElement.id`); got != "find" {
		t.Errorf("/ puts the focus on %q", got)
	}
	ask[any](t, tb, `find.value = ""`) // chromedp types the slash although the page prevents it
	tb.do(t, chromedp.KeyEvent("lapak"))
	if n := ask[int](t, tb, `[...document.querySelectorAll("main .part-list .say")].filter(e => e.offsetParent).length`); n != 1 {
		t.Errorf("the filter %q leaves %d statements, want 1", ask[string](t, tb, `find.value`), n)
	}
	tb.do(t, chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent(kb.Escape), chromedp.KeyEvent("?"))
	if !ask[bool](t, tb, `document.getElementById("keys").open`) {
		t.Error("? does not open the help")
	}
	tb.do(t, chromedp.KeyEvent(kb.Escape))
}

func (tb *tab) figures(t *testing.T) {
	for what, want := range map[string]int{
		`#s1 .matrix tbody tr`: 9, `#s1 .matrix thead th`: 8, `#s1 .arcs .arc`: 4, `#s1 .axis.wide .event`: 4, `#s1 .axis.wide .issue`: 6,
		`svg[role=img]:not([aria-label])`: 0, `#s1 .quote.several blockquote`: 3, `#s1 .differ`: 7,
	} {
		if got := ask[int](t, tb, fmt.Sprintf("document.querySelectorAll(%q).length", what)); got != want {
			t.Errorf("%s: %d, want %d", what, got, want)
		}
	}
}

func (tb *tab) themes(t *testing.T) {
	paper := func() string { return ask[string](t, tb, `getComputedStyle(document.body).backgroundColor`) }
	tb.prefers(t, "light")
	light := paper()
	tb.prefers(t, "dark")
	if dark := paper(); dark == light {
		t.Errorf("both are %s", dark)
	}
	tb.do(t, chromedp.Click("#theme"))
	if got := paper(); got != light {
		t.Errorf("the button gives %s, want %s", got, light)
	}
	tb.do(t, chromedp.Click("#theme"))
	tb.prefers(t, "light")
	ask[any](t, tb, `delete document.documentElement.dataset.theme`)
}

func (tb *tab) narrow(t *testing.T) {
	for _, width := range []int64{320, 360, 768} {
		tb.do(t, chromedp.EmulateViewport(width, 780))
		ask[any](t, tb, `document.querySelectorAll("details").forEach(d => { d.open = true })`)
		tb.do(t, chromedp.Click("#s1-f1 a.q"))
		if got := ask[int64](t, tb, `document.documentElement.scrollWidth`); got > width {
			t.Errorf("%d pixels wide on a screen of %d", got, width)
		}
		tb.do(t, chromedp.KeyEvent(kb.Escape))
	}
}

// accessible checks what a tool would: names of controls, the order of
// headings, unique ids, targets of links, contrast of text.
func (tb *tab) accessible(t *testing.T) {
	tb.do(t, chromedp.EmulateViewport(1440, 900))
	for _, scheme := range []string{"light", "dark"} {
		tb.prefers(t, scheme)
		for _, fault := range ask[[]string](t, tb, audit) {
			t.Errorf("%s: %s", scheme, fault)
		}
	}
}

//go:embed testdata/audit.js
var audit string

// TestLookAtThePage takes pictures for the eye: SELISIK_LOOK=DIR go test -run Look.
func TestLookAtThePage(t *testing.T) {
	dir := os.Getenv("SELISIK_LOOK")
	if dir == "" {
		t.Skip("SELISIK_LOOK names no folder for pictures")
	}
	page := draw(t, facetest.Dossier(), Options{Tag: os.Getenv("SELISIK_LOOK_LANG")})
	if f := os.Getenv("SELISIK_LOOK_PAGE"); f != "" {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		page = string(raw)
	}
	tb := openTab(t, page)
	for _, width := range []int64{360, 768, 1440} {
		for _, scheme := range []string{"light", "dark"} {
			tb.prefers(t, scheme)
			tb.do(t, chromedp.EmulateViewport(width, 900))
			ask[any](t, tb, `scrollTo({top: 0, behavior: "instant"})`)
			height := ask[int](t, tb, `document.documentElement.scrollHeight`)
			name := fmt.Sprintf("%d-%s", width, scheme)
			for y := 0; y < height; y += 1500 {
				tb.do(t, chromedp.EmulateViewport(width, 1560))
				ask[any](t, tb, fmt.Sprintf(`scrollTo({top: %d, behavior: "instant"})`, y))
				tb.shot(t, dir, fmt.Sprintf("%s-page-%d", name, y/1500))
			}
			tb.do(t, chromedp.EmulateViewport(width, 900))
			ask[any](t, tb, `document.querySelectorAll("main a.q")[1].click()`)
			tb.shot(t, dir, name+"-open")
			tb.do(t, chromedp.KeyEvent("\x1b"))
		}
	}
}
