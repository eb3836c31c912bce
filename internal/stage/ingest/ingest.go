package ingest

import (
	"context"
	"io"
	"iter"
	"strings"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// Options configures Read; the zero value works.
type Options struct {
	Stdin   io.Reader // what "-" reads
	Now     time.Time // the clock: RawDocument.Fetched of what is fetched
	Version string    // the program's, for the User-Agent
	// Problem is told of every input, record or line that could not be used;
	// the rest is still read. err is one line, "operation object: cause", and
	// wraps news.ErrInvalid (the input is bad) or news.ErrUnavailable (it could
	// not be had). It is called from the goroutine that ranges over Read's
	// result.
	Problem func(err error)
	// Fetch tunes the network client. Its Loopback is for tests.
	Fetch fetch.Options
}

// Limits on what one document may be. They are far above any article: what is
// larger is a dump or a mistake, and would stall the stages that read it.
const (
	maxPage = 10 << 20  // bytes of an HTML page
	maxText = 512 << 10 // bytes of plain text: 80,000 words
	maxLine = 64 << 20  // bytes of a record of a container
)

// atOnce is how many addresses are fetched at a time.
const atOnce = 4

// Read yields the documents of inputs in the order named; a folder's files by
// name, a container's records in its order. It reads only as far as it is
// asked to, fetches up to four addresses ahead, and ends early when ctx is
// done.
func Read(ctx context.Context, inputs []string, opt Options) iter.Seq[news.RawDocument] {
	return func(yield func(news.RawDocument) bool) {
		if opt.Problem == nil {
			opt.Problem = func(error) {}
		}
		ctx, cancel := context.WithCancel(ctx)
		r := &reader{ctx: ctx, opt: opt, yield: yield}
		defer r.busy.Wait()
		defer cancel()
		r.inputs(inputs)
	}
}

// reader is one call of Read.
type reader struct {
	ctx   context.Context
	opt   Options
	yield func(news.RawDocument) bool
	ended bool
	web   *fetch.Client // nil until an address is named
	busy  sync.WaitGroup
}

// inputs reads each input; addresses that follow one another are fetched
// together.
func (r *reader) inputs(names []string) {
	for i := 0; i < len(names) && !r.done(); {
		n := i
		for n < len(names) && isAddress(names[n]) {
			n++
		}
		if n > i {
			r.addresses(links(names[i:n]), 0)
			i = n
			continue
		}
		r.input(names[i])
		i++
	}
}

func (r *reader) input(name string) {
	switch {
	case name == "-" && r.opt.Stdin != nil:
		r.stream(newSource("-", "", r.stdin()))
	case strings.Contains(name, "://"):
		r.invalid("read "+name, "only http and https addresses can be fetched")
	default:
		r.path(name)
	}
}

// emit hands d on; it reports whether more is wanted.
func (r *reader) emit(d news.RawDocument) bool {
	if !r.done() && !r.yield(d) {
		r.ended = true
	}
	return !r.ended
}

func (r *reader) done() bool {
	r.ended = r.ended || r.ctx.Err() != nil
	return r.ended
}
