// Command shots makes pictures of every page at three widths, light and dark,
// from the example coverage: go run ./internal/web/shots [-only NAME] [DIR].
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/web/webtest"
)

// noon is the time that the pictures are of, some days after the examples.
var noon = time.Date(2025, 9, 20, 5, 0, 0, 0, time.UTC)

// tallest is how much of a page a picture shows, in pixels.
var tallest int64 = 3000

func main() {
	only := flag.String("only", "", "pages whose `name` starts so")
	widths := flag.String("widths", "360,768,1440", "in pixels")
	schemes := flag.String("schemes", "light,dark", "of colour")
	flag.Int64Var(&tallest, "tallest", tallest, "pixels of a page that a picture shows")
	flag.Parse()
	dir := "screenshots"
	if flag.NArg() > 0 {
		dir = flag.Arg(0)
	}
	if err := run(dir, *only, strings.Split(*widths, ","), strings.Split(*schemes, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "shots:", err)
		os.Exit(1)
	}
}

func run(dir, only string, widths, schemes []string) error {
	if webtest.Chromium() == "" {
		return fmt.Errorf("no chromium in PATH")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp("", "shots")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Minute)
	defer cancel()
	n, err := webtest.Open(ctx, webtest.Options{Dir: tmp, Now: func() time.Time { return noon }})
	if err != nil {
		return err
	}
	defer n.Close()
	docs := corpus.Make(corpus.Options{Seed: 3, Articles: 90, Event: 6})
	if err := n.Exhibit(ctx, ".", docs); err != nil {
		return err
	}
	server := httptest.NewServer(n.Site.Handler())
	defer server.Close()
	b, err := webtest.NewBrowser(ctx, tmp, strings.TrimPrefix(server.URL, "http://"))
	if err != nil {
		return err
	}
	defer b.Close()
	pages, err := n.Pages(ctx)
	if err != nil {
		return err
	}
	for _, p := range pages {
		for _, width := range widths {
			for _, scheme := range schemes {
				if strings.HasPrefix(p.Name, only) {
					if err := shoot(b, p, width, scheme, dir); err != nil {
						return fmt.Errorf("%s: %w", p.Name, err)
					}
				}
			}
		}
	}
	return nil
}

func shoot(b *webtest.Browser, p webtest.Page, width, scheme, dir string) error {
	var w int64
	if _, err := fmt.Sscan(width, &w); err != nil {
		return err
	}
	if err := b.Prefers(scheme); err != nil {
		return err
	}
	if err := chromedp.Do(b, chromedp.EmulateViewport(w, 900)); err != nil {
		return err
	}
	if err := b.Go(p.Path); err != nil {
		return err
	}
	if p.Then != "" {
		if _, err := webtest.Ask[any](b, p.Then); err != nil {
			return err
		}
	}
	high, err := webtest.Ask[int64](b, `document.documentElement.scrollHeight`)
	if err != nil {
		return err
	}
	if !strings.Contains(p.Then, "click") {
		if err := chromedp.Do(b, chromedp.EmulateViewport(w, min(max(high, 700), tallest))); err != nil {
			return err
		}
	}
	png, err := chromedp.Run(b, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%s-%s.png", p.Name, width, scheme)), png, 0o644)
}
