package desk_test

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

// bench is what a test works at: a desk over a new store.
type bench struct {
	*desk.Desk
	t     *testing.T
	store store.Store
	steps *pipeline.Pipeline
	terms *term.Maker
	now   time.Time

	alerts desk.Alerts
}

// newBench returns a desk whose windows hold few articles, so that stories
// cross their borders.
func newBench(t *testing.T, full int, alerts ...desk.Alerts) *bench {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{t: t, now: time.Date(2025, 7, 1, 8, 0, 0, 0, time.UTC), alerts: append(alerts, nil)[0], terms: term.New(packs)}
	if b.steps, err = pipeline.New(packs, pipeline.Options{}); err != nil {
		t.Fatal(err)
	}
	b.store, err = sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "selisik.db"), sqlite.Options{Now: b.clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.store.Admin().Close() })
	b.Desk = b.desk(b.terms, full, "one")
	return b
}

func (b *bench) desk(terms *term.Maker, full int, owner string) *desk.Desk {
	return desk.New(b.store, b.steps, terms, desk.Options{
		Owner: owner, Now: b.clock, Alerts: b.alerts, Calendar: cluster.Calendar{Full: full},
		Sleep: func(context.Context, time.Duration) error { b.now = b.now.Add(time.Minute); return nil },
	})
}

func (b *bench) clock() time.Time { return b.now }

// add adds documents and fails the test if that does.
func (b *bench) add(docs ...news.RawDocument) desk.AddReport {
	b.t.Helper()
	r, err := b.Add(b.t.Context(), slices.Values(docs))
	if err != nil {
		b.t.Fatal(err)
	}
	return r
}

// partition lists the stories of the store by the refs of their members.
func (b *bench) partition() []string {
	b.t.Helper()
	var out []string
	for _, l := range b.list() {
		out = append(out, strings.Join(b.refs(l.Pages), " "))
	}
	slices.Sort(out)
	return out
}

func (b *bench) list() []store.Listed {
	b.t.Helper()
	l, _, err := b.store.Stories().List(b.t.Context(), store.StoryFilter{Sort: store.BySize, Limit: 1000})
	if err != nil {
		b.t.Fatal(err)
	}
	return l
}

// refs names pages by the refs of their documents, sorted.
func (b *bench) refs(pages []news.PageID) []string {
	b.t.Helper()
	versions, err := b.store.Articles().Versions(b.t.Context(), pages...)
	if err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, v := range versions {
		if v.Current {
			out = append(out, v.Ref)
		}
	}
	slices.Sort(out)
	return out
}

// page returns the page of a ref.
func (b *bench) story(ref string) (store.Story, news.PageID) {
	b.t.Helper()
	for _, l := range b.list() {
		for _, p := range l.Pages {
			if slices.Contains(b.refs([]news.PageID{p}), ref) {
				return l.Story, p
			}
		}
	}
	b.t.Fatalf("no article %s", ref)
	return store.Story{}, ""
}

// sound fails the test if making all anew gives something else.
func (b *bench) sound() {
	b.t.Helper()
	differ, err := b.Recompute(b.t.Context())
	if err != nil {
		b.t.Fatal(err)
	}
	for _, d := range differ {
		b.t.Error(d)
	}
}

// invented returns articles of some days, in the order of their refs.
func invented(n int) []news.RawDocument {
	return slices.SortedFunc(corpus.Make(corpus.Options{Seed: 5, Articles: n, Event: 3, PerDay: 12}), func(a, b news.RawDocument) int {
		return cmp.Compare(a.Ref, b.Ref)
	})
}

// fromFile groups documents as they are read from files, in windows of full.
func (b *bench) fromFile(docs []news.RawDocument, full int) []string {
	b.t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		b.t.Fatal(err)
	}
	articles, err := b.steps.Articles(b.t.Context(), slices.Values(docs))
	if err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, s := range cluster.New(packs).Group(articles, cluster.Calendar{Full: full}) {
		var refs []string
		for _, i := range s {
			refs = append(refs, articles[i].Ref)
		}
		slices.Sort(refs)
		out = append(out, strings.Join(refs, " "))
	}
	slices.Sort(out)
	return out
}
