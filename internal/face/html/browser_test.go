package html

import (
	"context"
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
	if len(png) < 2000 {
		t.Errorf("picture %s has %d bytes: an empty page", name, len(png))
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
