// Package pipeline is the order of the stages, written once:
//
//	RawDocument ─► Article ─► group ─► Reading ─► Lineage ─► Findings ─► Brief
//	   ingest       clean     cluster   extract    lineage    reconcile   brief
//
// Stage revise stands around reconcile: it takes out of the count what was
// taken back, and says so afterwards.
//
// It takes values and returns values; stages run in parallel over articles and
// over stories, and the result does not depend on how many workers there are
// or in which order the inputs came.
package pipeline

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/brief"
	"github.com/selisik/selisik/internal/stage/clean"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/stage/extract"
	"github.com/selisik/selisik/internal/stage/lineage"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/stage/revise"
)

// Options configures a pipeline; the zero value works.
type Options struct {
	Workers int    // 0: one a core
	Brief   string // language of the brief; "": that of most articles
	// Problem is told of documents that hold no article, in their order.
	Problem func(error)
	// Progress is told how far a step is; total is 0 while it is not known.
	// It is called by one goroutine at a time and may be nil.
	Progress func(step string, done, total int)
}

// Pipeline holds the stages, built once.
type Pipeline struct {
	opt       Options
	clean     *clean.Cleaner
	cluster   *cluster.Grouper
	memo      *cluster.Memo // of Edition and Join
	extract   *extract.Extractor
	lineage   *lineage.Tracer
	reconcile *reconcile.Reconciler
	brief     *brief.Writer
	revise    *revise.Reviser
}

// New builds the stages from the packs, side by side: each run pays for it.
func New(packs *lang.Packs, opt Options) (*Pipeline, error) {
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	if opt.Problem == nil {
		opt.Problem = func(error) {}
	}
	if opt.Progress == nil {
		opt.Progress = func(string, int, int) {}
	}
	p := &Pipeline{opt: opt, memo: cluster.NewMemo()}
	var (
		wg  sync.WaitGroup
		err error
	)
	wg.Go(func() { p.extract, err = extract.New(packs) })
	wg.Go(func() { p.cluster = cluster.New(packs) })
	wg.Go(func() { p.reconcile = reconcile.New(packs) })
	wg.Go(func() { p.revise = revise.New(packs) })
	p.clean, p.lineage, p.brief = clean.New(packs), lineage.New(packs), brief.New(packs)
	wg.Wait()
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Articles cleans documents as they come, so that an archive is never in
// memory as a whole. The result is sorted by time of publication, then id (cluster.Order);
// articles that are the same to the letter appear once.
func (p *Pipeline) Articles(ctx context.Context, docs iter.Seq[news.RawDocument]) ([]news.Article, error) {
	out := p.cleanAll(ctx, docs)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b news.Article) int { return cluster.Order(&a, &b) })
	out = slices.CompactFunc(out, func(a, b news.Article) bool { return a.ID == b.ID && a.Ref == b.Ref })
	return p.withoutRepeated(out), nil
}

// withoutRepeated takes out what outlets repeat within a window of time, as
// Edition does for articles that are kept. articles are in order.
func (p *Pipeline) withoutRepeated(articles []news.Article) []news.Article {
	times := make([]time.Time, len(articles))
	for i := range articles {
		times[i] = cluster.Placed(&articles[i])
	}
	var out []news.Article
	for _, w := range (cluster.Calendar{}).Cut(times) {
		n := len(out)
		for n < len(articles) && w.Holds(times[n]) {
			n++
		}
		own := articles[len(out):n]
		for i, cut := range p.clean.Repeated(own) {
			out = append(out, own[i].Without(cut))
		}
	}
	return out
}

// cleanAll returns the articles of docs in the order of docs. Documents that
// hold none go to Problem, in that order too, once all are read.
func (p *Pipeline) cleanAll(ctx context.Context, docs iter.Seq[news.RawDocument]) []news.Article {
	type job struct {
		n   int
		raw news.RawDocument
	}
	var (
		wg    sync.WaitGroup
		mu    sync.Mutex
		found = map[int]news.Article{}
		bad   = map[int]error{}
		jobs  = make(chan job)
		n     int
	)
	for range p.opt.Workers {
		wg.Go(func() {
			for j := range jobs {
				a, err := p.clean.Article(j.raw)
				mu.Lock()
				if err != nil {
					bad[j.n] = err
				} else {
					found[j.n] = a
				}
				p.opt.Progress("clean", len(found)+len(bad), 0)
				mu.Unlock()
			}
		})
	}
	for raw := range docs {
		if ctx.Err() != nil {
			break
		}
		jobs <- job{n, raw}
		n++
	}
	close(jobs)
	wg.Wait()
	out := make([]news.Article, 0, len(found))
	for i := range n {
		if err, ok := bad[i]; ok {
			p.opt.Problem(err)
		} else if a, ok := found[i]; ok {
			out = append(out, a)
		}
	}
	return out
}

// Group puts articles into stories whose readings hold the article only.
func (p *Pipeline) Group(articles []news.Article) []news.Story {
	var out []news.Story
	for _, members := range p.cluster.Group(articles, cluster.Calendar{}) {
		var own []news.Article
		for _, i := range members {
			own = append(own, articles[i])
		}
		out = append(out, Headed(own))
	}
	slices.SortStableFunc(out, func(a, b news.Story) int {
		return cmp.Or(-cmp.Compare(len(a.Readings), len(b.Readings)), a.First.Compare(b.First), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// Stories cleans, groups, reads, traces, reconciles and briefs.
func (p *Pipeline) Stories(ctx context.Context, docs iter.Seq[news.RawDocument]) ([]news.Story, error) {
	articles, err := p.Articles(ctx, docs)
	if err != nil {
		return nil, err
	}
	stories := p.Group(articles)
	err = p.each(ctx, "stories", len(stories), func(i int) { stories[i] = p.dossier(stories[i]) })
	return stories, err
}

// Together returns the story of the articles given, without asking whether
// they tell of one event.
func (p *Pipeline) Together(articles []news.Article) news.Story {
	return p.dossier(Headed(articles))
}

// dossier fills a grouped story.
func (p *Pipeline) dossier(s news.Story) news.Story {
	for i := range s.Readings {
		s.Readings[i] = p.Read(s.Readings[i].Article)
	}
	return p.told(s, news.History{})
}

// told fills a story whose articles are read.
func (p *Pipeline) told(s news.Story, h news.History) news.Story {
	s.Lineage = p.lineage.Links(s.Readings)
	s = p.revise.Retire(s, h)
	s = p.reconcile.Story(s)
	s = p.revise.Mark(s, h)
	tag := p.opt.Brief
	if tag == "" && len(s.Languages) > 0 {
		tag = s.Languages[0]
	}
	return p.brief.Story(s, tag)
}

// each calls do(0..n-1) on the workers and stops early when ctx is done.
func (p *Pipeline) each(ctx context.Context, step string, n int, do func(i int)) error {
	var (
		wg   sync.WaitGroup
		mu   sync.Mutex
		next int
		done int
	)
	for range min(p.opt.Workers, n) {
		wg.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n || ctx.Err() != nil {
					return
				}
				do(i)
				mu.Lock()
				done++
				p.opt.Progress(step, done, n)
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
