package main

import (
	"sync"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how far a long step is, on standard error and only if that is
// a terminal.
type progress struct {
	mu   sync.Mutex
	pool *mpb.Progress
	bars map[string]*mpb.Bar
}

// newProgress returns a progress that shows nothing where standard error is no
// terminal.
func (w world) newProgress() *progress {
	p := &progress{bars: map[string]*mpb.Bar{}}
	if _, tty := width(w.stderr); tty {
		p.pool = mpb.New(mpb.WithOutput(w.stderr), mpb.WithWidth(40), mpb.WithRefreshRate(150*time.Millisecond))
	}
	return p
}

// small is the number of things that are not worth a bar.
const small = 50

// report has the signature of pipeline.Options.Progress.
func (p *progress) report(step string, done, total int) {
	if p.pool == nil || total < small {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	bar := p.bars[step]
	if bar == nil {
		bar = p.pool.AddBar(int64(total), mpb.BarRemoveOnComplete(),
			mpb.PrependDecorators(decor.Name(step+" ")), mpb.AppendDecorators(decor.CountersNoUnit("%d / %d")))
		p.bars[step] = bar
	}
	bar.SetCurrent(int64(done))
}

// close ends all bars.
func (p *progress) close() {
	if p.pool == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, b := range p.bars {
		b.Abort(true)
	}
	p.pool.Wait()
}
