package webtest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Browser is a headless Chromium with one tab.
type Browser struct {
	context.Context
	host string

	mu     sync.Mutex
	errors []string
	away   []string
	cancel []context.CancelFunc
}

// Chromium is where the browser is, "" if there is none in PATH.
func Chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	return ""
}

// NewBrowser starts a browser for pages of a host; requests to any other are
// kept as Away. dir is for its profile.
func NewBrowser(ctx context.Context, dir, host string) (*Browser, error) {
	profile, err := os.MkdirTemp(dir, "chromium")
	if err != nil {
		return nil, err
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(Chromium()), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(profile), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	b := &Browser{host: host}
	ctx, cancel := chromedp.NewExecAllocator(ctx, opts...)
	b.cancel = append(b.cancel, cancel)
	b.Context, cancel = chromedp.NewContext(ctx)
	b.cancel = append(b.cancel, cancel)
	if err := chromedp.Listen(b, b.listen); err != nil {
		return b, err
	}
	if _, err := chromedp.Call(b, network.Enable, network.EnableParams{}); err != nil {
		return b, err
	}
	_, err = chromedp.Call(b, log.Enable, cdp.Empty{})
	return b, err
}

// Close ends the browser.
func (b *Browser) Close() {
	for i := len(b.cancel) - 1; i >= 0; i-- {
		b.cancel[i]()
	}
}

func (b *Browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *log.EventEntryAdded:
		b.errors = append(b.errors, e.Entry.Text+" "+e.Entry.URL)
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, e.ExceptionDetails.Text)
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "http://"+b.host+"/") && !strings.HasPrefix(e.Request.URL, "data:") && e.Request.URL != "about:blank" {
			b.away = append(b.away, e.Request.URL)
		}
	}
}

// Faults returns what the console complained of, and requests that went to
// another host, and forgets them.
func (b *Browser) Faults() (errors, away []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	errors, away = b.errors, b.away
	b.errors, b.away = nil, nil
	return errors, away
}

// Go shows a page of the host.
func (b *Browser) Go(path string) error {
	return chromedp.Do(b, chromedp.Navigate("http://"+b.host+path))
}

// Prefers sets the system's colour scheme, "light" or "dark".
func (b *Browser) Prefers(scheme string) error {
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	_, err := chromedp.Call(b, emulation.SetEmulatedMedia, media)
	return err
}

// Ask evaluates an expression of the page.
func Ask[T any](b *Browser, expression string) (T, error) {
	return chromedp.Run(b, chromedp.Evaluate[T](expression))
}

// NoScript turns the scripts of pages off; what Ask evaluates still runs.
func (b *Browser) NoScript() error {
	_, err := chromedp.Call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return err
}
