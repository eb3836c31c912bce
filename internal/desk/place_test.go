package desk_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/storetest"
)

func TestStoriesAreAFunctionOfTheArticles(t *testing.T) {
	t.Parallel()
	docs := invented(60)
	for _, full := range []int{0, 20} {
		for seed := range uint64(3) {
			t.Run(fmt.Sprintf("full %d seed %d", full, seed), func(t *testing.T) {
				t.Parallel()
				b := newBench(t, full)
				want := b.fromFile(docs, full)
				rnd := rand.New(rand.NewPCG(seed, 1))
				shuffled := slices.Clone(docs)
				rnd.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
				for len(shuffled) > 0 {
					n := min(len(shuffled), 1+rnd.IntN(25))
					b.add(shuffled[:n]...)
					shuffled = shuffled[n:]
				}
				if diff := cmp.Diff(want, b.partition()); diff != "" {
					t.Errorf("added in pieces (+) and read at once (-):\n%s", diff)
				}
				b.sound()
			})
		}
	}
}

func TestAddingTwiceAddsNothing(t *testing.T) {
	t.Parallel()
	b, docs := newBench(t, 0), invented(12)
	first := b.add(docs...)
	if first.Read != 12 || first.New != 12 || storetest.Counts(t, b.store)["articles"] != 12 {
		t.Errorf("first: %+v", first)
	}
	before, counts := b.list(), storetest.Counts(t, b.store)
	if second := b.add(docs...); second.New != 0 {
		t.Errorf("second: %+v after %+v", second, first)
	}
	if diff := cmp.Diff(counts, storetest.Counts(t, b.store)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(before, b.list()); diff != "" {
		t.Errorf("the second time changed stories:\n%s", diff)
	}
}

func TestAStoryKeepsItsIdWhileItGrows(t *testing.T) {
	t.Parallel()
	b, docs := newBench(t, 0), invented(6)
	b.add(docs[1]) // not the earliest of its event
	was, _ := b.story(docs[1].Ref)
	b.add(docs...)
	is, _ := b.story(docs[1].Ref)
	if is.ID != was.ID || len(is.Pages) != 3 || is.Revision <= was.Revision {
		t.Errorf("story %s of %d at revision %d became %s of %d at %d", was.ID, len(was.Pages), was.Revision, is.ID, len(is.Pages), is.Revision)
	}
}

func TestAnOwnerThatLostItsLeaseWritesNothing(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	jobs := b.store.Jobs()
	slept, err := jobs.Acquire(t.Context(), "stories", "slept", b.now, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	b.now = b.now.Add(time.Minute)
	b.add(invented(3)...) // another owner places
	before := b.list()
	err = b.store.Stories().Place(t.Context(), slept, b.now, store.Placement{Stories: []store.Story{{ID: before[0].ID}}}, nil)
	if !errors.Is(err, news.ErrConflict) {
		t.Errorf("placing with an old lease: %v", err)
	}
	if diff := cmp.Diff(before, b.list()); diff != "" {
		t.Error(diff)
	}
}

// TestArticlesThatArriveWhileStoriesArePlaced: others come in each time that
// the articles of a stretch of time are counted, so that windows fill up, and
// are halved, in mid-run.
func TestArticlesThatArriveWhileStoriesArePlaced(t *testing.T) {
	t.Parallel()
	const full = 20
	b, docs := newBench(t, full), invented(90)
	want := b.fromFile(docs, full)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	queue := func(docs []news.RawDocument) { // read, but not placed: that is due later
		if _, err := b.Queue(t.Context(), slices.Values(docs)); err != nil {
			t.Error(err)
		}
		if err := b.Work(t.Context(), true); err != nil {
			t.Error(err)
		}
	}
	queue(docs[:15])
	rest, quiet := docs[15:], b.store
	b.store = counted{quiet, func() {
		n := min(2, len(rest))
		queue(rest[:n])
		rest = rest[n:]
	}}
	place := b.desk(b.terms, full, "two")
	b.store = quiet
	for len(rest) > 0 {
		if err := place.Place(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(want, b.partition()); diff != "" {
		t.Errorf("come in meanwhile (+) and read at once (-):\n%s", diff)
	}
	b.sound()
}

// counted is a store that tells before it counts the articles of a window.
type counted struct {
	store.Store
	before func()
}

func (s counted) Articles() store.Articles { return countedArticles{s.Store.Articles(), s} }

type countedArticles struct {
	store.Articles
	told counted
}

func (a countedArticles) Log() store.Log { return countedLog{a.Articles.Log(), a.told} }

type countedLog struct {
	store.Log
	told counted
}

func (l countedLog) CountBetween(ctx context.Context, from, until time.Time, limit int) (int, error) {
	l.told.before()
	return l.Log.CountBetween(ctx, from, until, limit)
}

func TestAddWaitsForALeaseThatRuns(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	if _, err := b.store.Jobs().Acquire(t.Context(), "stories", "busy", b.now, 10*time.Minute); err != nil {
		t.Fatal(err)
	}
	b.add(invented(3)...)
	if n := len(b.list()); n != 1 {
		t.Errorf("%d stories", n)
	}
}
