package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// Limits of one run of Place.
const (
	maxArrivals = 1 << 16
	placeLease  = time.Minute
)

// Place groups what has arrived since the last run, as the one owner of the
// stories' lease, until nothing is left: each window of time with something new
// is grouped as a whole, its threads are joined with those of the windows
// beside it, and what then hangs together is a story. What it writes is a
// function of the articles and of the edits, whatever came first.
//
// Where another owner holds the lease, Place waits for it; in one process it
// runs once at a time. An owner that lost its lease on the way writes nothing
// and begins anew; after many losses it gets news.ErrConflict. Cost: the size of
// the windows touched, not of the archive.
func (d *Desk) Place(ctx context.Context) error {
	select {
	case d.placing <- struct{}{}:
		defer func() { <-d.placing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	var err error
	for range losses {
		if err = d.placeAll(ctx); !errors.Is(err, news.ErrConflict) {
			return err
		}
		d.opt.Log.Warn("place again", "err", err)
	}
	return err
}

// losses is how often a lease may be lost before Place gives up.
const losses = 10

// placeAll is Place with one lease.
func (d *Desk) placeAll(ctx context.Context) error {
	l, err := d.await(ctx, stories, placeLease)
	if err != nil {
		return err
	}
	for more := true; more && err == nil; {
		more, err = d.placeSome(ctx, &l)
	}
	return errors.Join(err, d.store.Jobs().Release(context.WithoutCancel(ctx), l))
}

// placeSome is one run; more is false when nothing had arrived. It renews l.
func (d *Desk) placeSome(ctx context.Context, l *store.Lease) (more bool, err error) {
	cursor, err := d.store.Stories().Cursor(ctx)
	if err != nil {
		return false, err
	}
	arrivals, err := d.store.Articles().Log().Arrivals(ctx, cursor, maxArrivals)
	if err != nil || len(arrivals) == 0 {
		return false, err
	}
	edits, err := d.store.Edits().All(ctx, 0, 0)
	if err != nil {
		return false, err
	}
	r := &run{Desk: d, ctx: ctx, lease: l, edits: edits, decided: decide(edits), diary: diary{ctx, d.store.Articles().Log(), d.opt.Calendar, map[cluster.Window]int{}}}
	r.touched, r.heads = map[news.PageID]bool{}, map[news.PageID]news.Article{}
	for _, a := range arrivals {
		r.touched[a.Page] = true
	}
	p, err := r.placement(arrivals)
	if err != nil {
		return false, fmt.Errorf("place articles: %w", err)
	}
	p.Cursor = arrivals[len(arrivals)-1].Seq
	var jobs []store.Job
	for _, s := range p.Stories {
		if len(s.Pages) > 0 {
			jobs = append(jobs, reconcileJob(s.ID))
		}
	}
	return true, d.store.Stories().Place(ctx, *l, d.opt.Now(), p, jobs)
}

// run is one run of Place.
type run struct {
	*Desk
	ctx     context.Context
	lease   *store.Lease
	edits   []store.Edit
	decided decided
	diary   diary
	touched map[news.PageID]bool         // pages that arrived
	heads   map[news.PageID]news.Article // current ones without their text, as far as they are known
}

// placement is what the run changes.
func (r *run) placement(arrivals []store.Arrival) (store.Placement, error) {
	windows, err := r.diary.affected(r.store.Stories(), arrivals)
	if err != nil {
		return store.Placement{}, err
	}
	for {
		p, odd, err := r.regroup(windows)
		if err != nil {
			return p, err
		}
		if odd == nil {
			if err := still(p.Threads); err != nil {
				return p, err
			}
			return p, r.settle(&p)
		}
		windows = append(windows, *odd)
		slices.SortFunc(windows, func(a, b cluster.Window) int { return a.From.Compare(b.From) })
	}
}

// still returns news.ErrConflict if a page is in two threads: it moved from one
// window to another while they were read, and all is to be read again.
func still(threads []store.Thread) error {
	seen := map[news.PageID]bool{}
	for _, t := range threads {
		for _, p := range t.Pages {
			if seen[p] {
				return fmt.Errorf("page %s moved while its window was read: %w", p, news.ErrConflict)
			}
			seen[p] = true
		}
	}
	return nil
}

// regroup groups windows, which are in order, and joins them with each other
// and with those beside them. odd is a neighbour whose threads are not what
// the store has: it is to be grouped as well.
func (r *run) regroup(windows []cluster.Window) (p store.Placement, odd *cluster.Window, err error) {
	p.Cuts = map[news.ArticleID][]string{}
	var last *sheet // the window before, whether or not it is one of windows
	for i, w := range windows {
		if err := r.hold(r.ctx, r.lease, placeLease); err != nil {
			return p, nil, err
		}
		before, after, err := r.diary.beside(w)
		if err != nil {
			return p, nil, err
		}
		if last, odd, err = r.neighbour(before, windows, last); err != nil || odd != nil {
			return p, odd, err
		}
		own, err := r.sheet(r.ctx, w, &r.decided)
		if err != nil {
			return p, nil, err
		}
		r.meet(own.articles)
		p.Windows = append(p.Windows, store.Window(w))
		p.Threads = append(p.Threads, own.threads...)
		own.recut(p.Cuts)
		if last != nil && !slices.Contains(windows, last.window) {
			p.Rejoined = append(p.Rejoined, ids(last.threads)...)
		}
		if len(own.articles) > 0 {
			p.Joins = append(p.Joins, r.join(last, own, &r.decided)...)
			last = own
		}
		if after == nil || i+1 < len(windows) && windows[i+1] == *after {
			continue
		}
		next, odd, err := r.neighbour(after, windows, nil)
		if err != nil || odd != nil {
			return p, odd, err
		}
		p.Joins = append(p.Joins, r.join(last, next, &r.decided)...)
	}
	return p, nil, nil
}

// neighbour returns the sheet of a window beside one that is grouped anew; w
// is nil where there is none. odd is w if the store has it otherwise than it
// is.
func (r *run) neighbour(w *cluster.Window, windows []cluster.Window, last *sheet) (s *sheet, odd *cluster.Window, err error) {
	if w == nil {
		return nil, nil, nil
	}
	if last != nil && last.window == *w {
		return last, nil, nil
	}
	if s, err = r.sheet(r.ctx, *w, &r.decided); err != nil || slices.Contains(windows, *w) {
		return s, nil, err
	}
	stored, err := r.store.Stories().Threads(r.ctx, store.ThreadQuery{Windows: []store.Window{store.Window(*w)}})
	if err == nil && !sameThreads(stored.Threads, s.threads) {
		odd = w
	}
	return s, odd, err
}

// join returns the pairs of threads of two windows that tell one event, the
// first of each pair a's. Either may be nil.
func (d *Desk) join(a, b *sheet, dec *decided) [][2]string {
	if a == nil || b == nil {
		return nil
	}
	n := len(a.articles)
	inA, inB := a.threadOf(), b.threadOf()
	name := func(i int) string {
		if i < n {
			return a.threads[inA[i]].ID
		}
		return b.threads[inB[i-n]].ID
	}
	var out [][2]string
	for _, list := range d.steps.Join(a.edition, b.edition, dec.rules(append(a.pages(), b.pages()...))) {
		known := []string{name(list[0])}
		for _, i := range list[1:] {
			if id := name(i); !slices.Contains(known, id) {
				known = append(known, id)
				out = append(out, [2]string{known[0], id})
			}
		}
	}
	return out
}

func ids(threads []store.Thread) []string {
	out := make([]string, len(threads))
	for i := range threads {
		out[i] = threads[i].ID
	}
	return out
}

// sameThreads reports whether two lists hold the same threads.
func sameThreads(a, b []store.Thread) bool {
	if len(a) != len(b) {
		return false
	}
	pages := map[string][]news.PageID{}
	for _, t := range a {
		pages[t.ID] = t.Pages
	}
	for _, t := range b {
		if p, ok := pages[t.ID]; !ok || !slices.Equal(p, t.Pages) {
			return false
		}
	}
	return true
}
