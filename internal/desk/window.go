package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// diary finds the windows of the archive. What it has counted once it does not
// count again: articles that arrive meanwhile move no border of windows that
// were handed out, so that no two of them overlap.
type diary struct {
	ctx     context.Context
	log     store.Log
	cal     cluster.Calendar
	counted map[cluster.Window]int
}

// of returns the window that holds t.
func (d diary) of(t time.Time) (cluster.Window, error) {
	return d.cal.Of(t, func(w cluster.Window, limit int) (int, error) {
		n, ok := d.counted[w]
		if ok {
			return n, nil
		}
		n, err := d.log.CountBetween(d.ctx, w.From, w.Until, limit)
		if err == nil {
			d.counted[w] = n
		}
		return n, err
	})
}

// beside returns the windows with articles before and after w; nil where there
// is none.
func (d diary) beside(w cluster.Window) (before, after *cluster.Window, err error) {
	b, a, err := d.log.Neighbours(d.ctx, w.From, w.Until)
	if err != nil {
		return nil, nil, err
	}
	if before, err = d.maybe(b); err == nil {
		after, err = d.maybe(a)
	}
	return before, after, err
}

// maybe is of for a time that is zero where there is none.
func (d diary) maybe(t time.Time) (*cluster.Window, error) {
	if t.IsZero() {
		return nil, nil
	}
	w, err := d.of(t)
	return &w, err
}

// tiles returns the windows, with articles or without, that w is now.
func (d diary) tiles(w cluster.Window) ([]cluster.Window, error) {
	var out []cluster.Window
	for t := w.From; t.Before(w.Until); {
		tile, err := d.of(t)
		if err != nil {
			return nil, err
		}
		out, t = append(out, tile), tile.Until
	}
	return out, nil
}

// affected returns the windows to be grouped anew, in order: those of what has
// arrived, and all that share a thread with them because their borders moved.
func (d diary) affected(s store.Stories, arrivals []store.Arrival) ([]cluster.Window, error) {
	var out []cluster.Window
	add := func(w cluster.Window) {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	for _, t := range moments(arrivals) {
		if !slices.ContainsFunc(out, func(w cluster.Window) bool { return w.Holds(t) }) {
			w, err := d.of(t)
			if err != nil {
				return nil, err
			}
			add(w)
		}
	}
	for i := 0; i < len(out); i++ {
		found, err := s.Threads(d.ctx, store.ThreadQuery{Windows: []store.Window{store.Window(out[i])}})
		if err != nil {
			return nil, err
		}
		for _, old := range former(found.Threads) {
			tiles, err := d.tiles(old)
			if err != nil {
				return nil, err
			}
			for _, w := range tiles {
				add(w)
			}
		}
	}
	slices.SortFunc(out, func(a, b cluster.Window) int { return a.From.Compare(b.From) })
	return out, nil
}

// former returns the different windows that threads were grouped in.
func former(threads []store.Thread) []cluster.Window {
	var out []cluster.Window
	for i := range threads {
		if w := cluster.Window(threads[i].Window); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// moments returns the different days that arrivals touch.
func moments(arrivals []store.Arrival) []time.Time {
	seen := map[time.Time]bool{}
	var out []time.Time
	for _, a := range arrivals {
		for _, t := range []time.Time{a.Was, a.Is} {
			if day := t.UTC().Truncate(24 * time.Hour); !t.IsZero() && !seen[day] {
				seen[day] = true
				out = append(out, day)
			}
		}
	}
	return out
}

// sheet is one window with its articles, grouped.
type sheet struct {
	window   cluster.Window
	articles []store.Article // in order of time
	edition  *cluster.Edition
	threads  []store.Thread // without Story
	cuts     [][]string     // repeated paragraphs, by article
}

// pages are those of the sheet's articles.
func (s *sheet) pages() []news.PageID {
	out := make([]news.PageID, len(s.articles))
	for i := range s.articles {
		out[i] = s.articles[i].Page
	}
	return out
}

// threadOf returns the thread that holds article i.
func (s *sheet) threadOf() []int {
	out := make([]int, len(s.articles))
	for k, t := range s.edition.Threads() {
		for _, i := range t {
			out[i] = k
		}
	}
	return out
}

// threadID names a thread by its earliest page; headOf is the way back.
func threadID(p news.PageID) string { return "t-" + strings.TrimPrefix(string(p), "p-") }

func headOf(thread string) news.PageID {
	return news.PageID("p-" + strings.TrimPrefix(thread, "t-"))
}

// sheet reads and groups a window.
func (d *Desk) sheet(ctx context.Context, w cluster.Window, dec *decided) (*sheet, error) {
	var articles []store.Article
	for a, err := range d.store.Articles().Log().Between(ctx, w.From, w.Until) {
		if err != nil {
			return nil, err
		}
		articles = append(articles, a)
	}
	return d.group(w, articles, dec), nil
}

// group groups the articles of a window, which are in order of time.
func (d *Desk) group(w cluster.Window, articles []store.Article, dec *decided) *sheet {
	s := &sheet{window: w, articles: articles}
	rules := dec.rules(s.pages())
	of := fingerprint(s, rules)
	if kept := d.kept(of); kept != nil {
		s.edition, s.threads, s.cuts = kept.edition, kept.threads, kept.cuts
		return s
	}
	plain := make([]news.Article, len(articles))
	for i := range articles {
		plain[i] = articles[i].Article
	}
	s.edition, s.cuts = d.steps.Edition(w, plain, rules)
	for _, t := range s.edition.Threads() {
		var pages []news.PageID
		for _, i := range t {
			pages = append(pages, articles[i].Page)
		}
		s.threads = append(s.threads, store.Thread{ID: threadID(pages[0]), Window: store.Window(w), Pages: pages})
	}
	d.keep(of, s)
	return s
}

// recut adds to out the articles whose repeated paragraphs are not those that
// the store has.
func (s *sheet) recut(out map[news.ArticleID][]string) {
	for i, c := range s.cuts {
		if !slices.Equal(c, s.articles[i].Cut) {
			out[s.articles[i].ID] = c
		}
	}
}
