package desk

import (
	"context"
	"log/slog"
	"maps"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// Options configures a desk.
type Options struct {
	Owner string           // of leases and jobs; unique among processes
	Now   func() time.Time // the clock
	// Engine names what the texts are read with, packs and program: readings
	// made with another are not used.
	Engine string
	// Workers is how many jobs run at a time; 0: one a core.
	Workers int
	// Patience is how long a change waits for others before stories are
	// grouped anew; 0: 5 s.
	Patience time.Duration
	Calendar cluster.Calendar
	Fetch    Fetcher      // for fetch jobs; nil where there are none to be done
	Log      *slog.Logger // nil: silent
	// Sleep waits, or ends with ctx.
	Sleep func(ctx context.Context, d time.Duration) error
	// Gone reports whether the process with this Owner is known to be dead; nil:
	// it never is.
	Gone func(owner string) bool
	// Problem is told of documents that hold no article; nil: nobody is.
	Problem func(error)
	// Alerts follow from dossiers; nil: none do.
	Alerts Alerts
	// Done is told of each job that ended; nil: nobody is.
	Done func(j store.Running, took time.Duration, err error)
}

// Alerts is who is told of dossiers.
type Alerts interface {
	// Jobs are those that a new dossier gives rise to. They commit with it. was
	// is the one in whose place it comes; without a story if there was none.
	Jobs(was, is store.Dossier) []store.Job
	// Handlers do those jobs, and what comes of them.
	Handlers() map[store.JobKind]store.Handler
}

// Desk is the write side over one store. It is safe for concurrent use.
type Desk struct {
	opt   Options
	store store.Store
	steps *pipeline.Pipeline
	terms *term.Maker

	placing chan struct{} // full while Place runs
	rounds  rounds        // of polls

	mu       sync.Mutex // of editions
	editions editions
}

// New returns a desk over a store.
func New(s store.Store, steps *pipeline.Pipeline, terms *term.Maker, opt Options) *Desk {
	if opt.Patience <= 0 {
		opt.Patience = 5 * time.Second
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Gone == nil {
		opt.Gone = func(string) bool { return false }
	}
	if opt.Problem == nil {
		opt.Problem = func(error) {}
	}
	return &Desk{opt: opt, store: s, steps: steps, terms: terms, placing: make(chan struct{}, 1), editions: editions{}}
}

// stories is the partition whose lease Place takes. Grouping places thousands
// of articles a second, more than any number of workers clean, so that one
// owner serves; see docs/adr.
const stories = "stories"

// clusterJob asks for Place after the desk's patience.
func (d *Desk) clusterJob() store.Job {
	return store.Job{Kind: store.Cluster, Key: stories, Unique: true, After: d.opt.Now().Add(d.opt.Patience)}
}

func reconcileJob(id news.StoryID) store.Job {
	return store.Job{Kind: store.Reconcile, Key: string(id), Unique: true}
}

// Handlers returns what does each kind of job.
func (d *Desk) Handlers() map[store.JobKind]store.Handler {
	out := map[store.JobKind]store.Handler{
		store.Clean:     func(ctx context.Context, j store.Running) error { return d.clean(ctx, news.DocumentID(j.Key)) },
		store.Extract:   func(ctx context.Context, j store.Running) error { return d.extract(ctx, news.ArticleID(j.Key)) },
		store.Cluster:   func(ctx context.Context, _ store.Running) error { return d.Place(ctx) },
		store.Reconcile: func(ctx context.Context, j store.Running) error { return d.reconcile(ctx, news.StoryID(j.Key)) },
	}
	if d.opt.Fetch != nil {
		out[store.Fetch] = d.fetch
	}
	if d.opt.Alerts != nil {
		maps.Copy(out, d.opt.Alerts.Handlers())
	}
	return out
}

// Work does jobs of the given kinds, all if none is given, until ctx ends or,
// with drain, until none is left that may start.
func (d *Desk) Work(ctx context.Context, drain bool, kinds ...store.JobKind) error {
	all := d.Handlers()
	handlers := map[store.JobKind]store.Handler{}
	for _, k := range kinds {
		handlers[k] = all[k]
	}
	if len(kinds) == 0 {
		handlers = all
	}
	return d.store.Jobs().Work(ctx, store.WorkOptions{
		Owner: d.opt.Owner, Handlers: handlers, Workers: d.opt.Workers, Drain: drain, Now: d.opt.Now, Done: d.opt.Done, Gone: d.opt.Gone,
	})
}
