package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testLeases(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	put(t, s, article(0, 1))
	jobs := s.Jobs()
	minute := func(n int) time.Time { return begin().Add(time.Duration(n) * time.Minute) }
	mine := the(jobs.Acquire(ctx, "id", "me", minute(0), 2*time.Minute))(t)
	equal(t, "a lease", mine, store.Lease{Partition: "id", Owner: "me", Epoch: mine.Epoch, Until: minute(2)})
	_, err := jobs.Acquire(ctx, "id", "other", minute(1), time.Minute)
	fails(t, "while it is held", err, news.ErrConflict)
	var held store.HeldError
	if !errors.As(err, &held) {
		t.Errorf("got %v, want a HeldError", err)
	}
	equal(t, "who holds it", held.Lease, mine)
	renewed := the(jobs.Acquire(ctx, "id", "me", minute(1), 2*time.Minute))(t)
	equal(t, "renewed", renewed, store.Lease{Partition: "id", Owner: "me", Epoch: mine.Epoch, Until: minute(3)})
	the(jobs.Acquire(ctx, "en", "other", minute(1), time.Minute))(t)

	place := func(l store.Lease, cursor int64) error {
		return s.Stories().Place(ctx, l, minute(1), store.Placement{Cursor: cursor, Stories: []store.Story{story("s-a", 0)}}, []store.Job{job(store.Reconcile, "s-a")})
	}
	must(t, place(mine, 1))
	theirs := the(jobs.Acquire(ctx, "id", "other", minute(3), time.Minute))(t) // mine has run out
	if theirs.Epoch <= mine.Epoch {
		t.Errorf("epoch %d after %d", theirs.Epoch, mine.Epoch)
	}
	refused := func(what string, l store.Lease) {
		t.Helper()
		fails(t, what, place(l, 9), news.ErrConflict)
	}
	refused("an owner that slept", renewed)
	refused("a lease never taken", store.Lease{Partition: "ms", Owner: "me", Epoch: 1})
	refused("another's epoch", store.Lease{Partition: "id", Owner: "me", Epoch: theirs.Epoch})
	equal(t, "cursor", the(s.Stories().Cursor(ctx))(t), int64(1))
	equal(t, "revision", the(s.Stories().Story(ctx, "s-a"))(t).Revision, int64(1))
	equal(t, "jobs", waiting(t, s, store.Reconcile), 1)
	must(t, place(theirs, 2))

	must(t, jobs.Release(ctx, mine)) // is none to give back
	must(t, place(theirs, 3))
	must(t, jobs.Release(ctx, theirs))
	must(t, jobs.Release(ctx, theirs))
	refused("a lease given back", theirs)
	again := the(jobs.Acquire(ctx, "id", "other", minute(3), time.Minute))(t)
	if again.Epoch <= theirs.Epoch {
		t.Errorf("epoch %d after %d was given back", again.Epoch, theirs.Epoch)
	}
	refused("the same owner's lease before", theirs)
	must(t, place(again, 4))
	must(t, jobs.Release(ctx, again))
	late := the(jobs.Acquire(ctx, "id", "late", minute(60*24*365), time.Minute))(t)
	back := the(jobs.Acquire(ctx, "id", "me", minute(4), time.Minute))(t) // the clock was put back
	if back.Epoch <= late.Epoch {
		t.Errorf("epoch %d after %d was taken by another clock", back.Epoch, late.Epoch)
	}
	refused("a lease of a clock that was put back", late)
	_, err = jobs.Acquire(ctx, "", "me", minute(0), time.Minute)
	fails(t, "no partition", err, news.ErrInvalid)
}
