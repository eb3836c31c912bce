package drill

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp/cmpopts"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/desk/owner"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
	"github.com/selisik/selisik/internal/store/postgres/queue"
	"github.com/selisik/selisik/internal/store/sqlite"
	"github.com/selisik/selisik/internal/store/storetest"
)

// engine is what texts are read with. It is made once in a process.
type engine struct {
	steps *pipeline.Pipeline
	terms *term.Maker
}

var loaded = sync.OnceValues(func() (engine, error) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		return engine{}, err
	}
	steps, err := pipeline.New(packs, pipeline.Options{})
	return engine{steps, term.New(packs)}, err
})

// open opens the store at a path or a postgres:// address.
func open(ctx context.Context, address string, now func() time.Time) (store.Store, error) {
	if strings.HasPrefix(address, "postgres://") {
		return postgres.Open(ctx, address, postgres.Options{Connections: 8, Jobs: queue.Options{Now: now}})
	}
	return sqlite.Open(ctx, address, sqlite.Options{Now: now})
}

// full is how many articles fill a window: few, so that stories cross borders.
const full = 60

// bench is a desk of this process over a store.
type bench struct {
	*desk.Desk
	t     *testing.T
	store store.Store
}

// machine is the machine's clock, which the processes of a drill share.
func machine() time.Time { return time.Now() }

// newBench opens a store and puts a desk over it; change may be nil.
func newBench(t *testing.T, address string, change func(*desk.Options)) *bench {
	t.Helper()
	e, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	opt := desk.Options{
		Owner: owner.Here(machine()) + "+" + t.Name(), Gone: owner.Gone, Now: machine, Sleep: sleep,
		Calendar: cluster.Calendar{Full: full}, Patience: time.Millisecond,
	}
	if change != nil {
		change(&opt)
	}
	s, err := open(t.Context(), address, opt.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Admin().Close(); err != nil {
			t.Error(err)
		}
	})
	return &bench{desk.New(s, e.steps, e.terms, opt), t, s}
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// onEach runs a drill on a new store of each kind.
func onEach(t *testing.T, do func(t *testing.T, address string)) {
	t.Run("sqlite", func(t *testing.T) { do(t, filepath.Join(t.TempDir(), "selisik.db")) })
	t.Run("postgres", func(t *testing.T) { do(t, pgtest.New(t)) })
}

// fresh returns the address of one more new store of a kind.
func fresh(t *testing.T, like string) string {
	if strings.HasPrefix(like, "postgres://") {
		return pgtest.New(t)
	}
	return filepath.Join(t.TempDir(), "selisik.db")
}

// invented returns articles of some days.
func invented(n int) []news.RawDocument {
	return slices.Collect(corpus.Make(corpus.Options{Seed: 5, Articles: n, Event: 3, PerDay: 20}))
}

// partition lists the stories by the refs of their articles.
func (b *bench) partition() []string {
	b.t.Helper()
	var out []string
	for _, l := range b.list() {
		out = append(out, strings.Join(b.refs(l.Pages), " "))
	}
	slices.Sort(out)
	return out
}

func (b *bench) list() (out []store.Listed) {
	b.t.Helper()
	for cursor, more := store.Cursor(""), true; more; more = cursor != "" {
		list, next, err := b.store.Stories().List(b.t.Context(), store.StoryFilter{After: cursor, Limit: 500})
		if err != nil {
			b.t.Fatal(err)
		}
		out, cursor = append(out, list...), next
	}
	return out
}

// refs names pages by the refs of their documents, one a version, sorted.
func (b *bench) refs(pages []news.PageID) (out []string) {
	b.t.Helper()
	versions, err := b.store.Articles().Versions(b.t.Context(), pages...)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, v := range versions {
		out = append(out, cmp.Or(v.Ref, v.URL))
	}
	slices.Sort(out)
	return out
}

// undisturbed returns the stories of documents that one desk adds in peace.
func undisturbed(t *testing.T, docs []news.RawDocument) []string {
	t.Helper()
	b := newBench(t, filepath.Join(t.TempDir(), "peace.db"), nil)
	if _, err := b.Add(t.Context(), slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	return b.partition()
}

// clean adds documents up to their articles; they are not yet placed.
func (b *bench) clean(docs []news.RawDocument) {
	b.t.Helper()
	_, err := b.Queue(b.t.Context(), slices.Values(docs))
	if err == nil {
		err = b.Work(b.t.Context(), true, store.Clean)
	}
	if err != nil {
		b.t.Fatal(err)
	}
}

// drain does all jobs that are there.
func (b *bench) drain() {
	b.t.Helper()
	if err := b.Work(b.t.Context(), true); err != nil {
		b.t.Fatal(err)
	}
}

// judge holds a store, whose jobs are done, against what it should have: every
// document once, in one version, in the stories that are wanted, and nothing
// that would come out otherwise if it were made anew. It returns what was lost
// and doubled.
func (b *bench) judge(docs []news.RawDocument, stories []string) (lost, doubled int) {
	b.t.Helper()
	got := b.partition()
	times := map[string]int{}
	for _, s := range got {
		for _, ref := range strings.Fields(s) {
			times[ref]++
		}
	}
	for _, d := range docs {
		switch n := times[d.Ref]; {
		case n == 0:
			lost++
		case n > 1:
			doubled++
		}
	}
	if lost+doubled > 0 {
		b.t.Errorf("of %d articles %d are lost and %d doubled", len(docs), lost, doubled)
	}
	if diff := gocmp.Diff(stories, got, cmpopts.EquateEmpty()); diff != "" {
		b.t.Errorf("stories (- undisturbed, + here):\n%s", diff)
	}
	b.sound(len(docs))
	return lost, doubled
}

// sound looks the store over: n documents, each an article, no job left or dead.
func (b *bench) sound(n int) {
	b.t.Helper()
	ctx := b.t.Context()
	counts := storetest.Counts(b.t, b.store)
	want := map[string]int{"documents": n, "articles": n, "pages": n, "stale-dossiers": 0}
	for _, k := range []string{"documents", "articles", "pages", "stale-dossiers"} {
		if counts[k] != want[k] {
			b.t.Errorf("%d %s, want %d", counts[k], k, want[k])
		}
	}
	b.whole()
	if !b.idle() {
		jobs, err := b.store.Jobs().Counts(ctx)
		b.t.Errorf("jobs are left: %+v %v", jobs, err)
	}
}

// whole looks over what any sound store holds to.
func (b *bench) whole() {
	b.t.Helper()
	ctx := b.t.Context()
	wrong, err := b.store.Admin().Check(ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	differ, err := b.Recompute(ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, line := range slices.Concat(wrong, differ) {
		b.t.Error(line)
	}
	dead, err := b.store.Jobs().Dead(ctx, 10)
	if err != nil {
		b.t.Fatal(err)
	}
	for _, d := range dead {
		b.t.Errorf("dead: %s %s after %d attempts: %s", d.Kind, d.Key, d.Attempt, d.Error)
	}
}
