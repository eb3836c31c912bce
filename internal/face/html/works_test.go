package html

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/selisik/selisik/internal/face/facetest"
)

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
	if got := ask[string](t, tb, `document.querySelector("#panel mark.on").textContent`); !strings.HasPrefix(got, "Jumlah korban tewas dalam") {
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
		`svg[role=img]:not([aria-label])`: 0, `#s1 .quote.several blockquote`: 3, `#s1 .differ`: 6,
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

func TestPageWorksWithoutScript(t *testing.T) {
	tb := openTab(t, draw(t, facetest.Dossier(), Options{}))
	if _, err := chromedp.Call(tb.Context, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	tb.do(t, chromedp.Reload(), chromedp.Click("#s1-f1 a.q"))
	// The tool's own expressions are run although the page's script is not.
	if !ask[bool](t, tb, `document.getElementById("s1a1").open && document.querySelector("#s1a1 .text span:target") !== null`) {
		t.Error("the statement does not lead into the article's text")
	}
	if !ask[bool](t, tb, `document.getElementById("panel").hidden && document.querySelector(".tools").hidden`) {
		t.Error("controls that need the script are shown")
	}
	if ask[bool](t, tb, `document.documentElement.scrollWidth > innerWidth`) {
		t.Error("wider than the screen")
	}
}
