// Package ingest reads what the user named (files, folders, standard input,
// URLs) into raw documents. It is the only package that uses the network.
package ingest

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Options configures Read; the zero value works.
type Options struct {
	Stdin io.Reader // what "-" reads
	Now   time.Time // the clock, for what is fetched
	// Problem is told of every input, record or line that could not be used;
	// the rest is still read. err wraps news.ErrInvalid or news.ErrUnavailable.
	Problem func(err error)
}

// Read yields the documents of inputs in the order named (folders by name). It
// ends early when ctx is done; everything else that goes wrong is told to
// opt.Problem.
func Read(ctx context.Context, inputs []string, opt Options) iter.Seq[news.RawDocument] {
	return func(yield func(news.RawDocument) bool) {
		for _, d := range read(inputs, opt) {
			if ctx.Err() != nil || !yield(d) {
				return
			}
		}
	}
}

func read(inputs []string, opt Options) (out []news.RawDocument) {
	for _, in := range inputs {
		raw, err := os.ReadFile(in)
		if err != nil {
			opt.Problem(fmt.Errorf("read %s: %w", in, err))
			continue
		}
		if filepath.Ext(in) != ".jsonl" {
			mt := "text/plain"
			if filepath.Ext(in) == ".html" {
				mt = "text/html"
			}
			out = append(out, news.RawDocument{Input: in, Body: raw, MediaType: mt})
			continue
		}
		sc := bufio.NewScanner(bytes.NewReader(raw))
		sc.Buffer(nil, 64<<20)
		for n := 1; sc.Scan(); n++ {
			var r struct{ ID, Outlet, URL, Title, Published, Text string }
			if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
				opt.Problem(fmt.Errorf("%s:%d: %w: %v", in, n, news.ErrInvalid, err))
				continue
			}
			out = append(out, news.RawDocument{Input: fmt.Sprintf("%s:%d", in, n), Ref: r.ID, URL: r.URL, Outlet: r.Outlet, Title: r.Title, Published: r.Published, MediaType: "text/plain", Body: []byte(r.Text)})
		}
	}
	return out
}
