package storetest

import (
	"context"
	"strings"
	"sync"
	"testing"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testRecords(t *testing.T, open Open) {
	t.Run("versions", func(t *testing.T) { testRecordVersions(t, open(t).Records()) })
	t.Run("lists", func(t *testing.T) { testRecordLists(t, open(t).Records()) })
	t.Run("limits", func(t *testing.T) { testRecordLimits(t, open(t).Records()) })
	t.Run("one of many writers wins", func(t *testing.T) { testRecordRace(t, open(t).Records()) })
}

func testRecordVersions(t *testing.T, records store.Records) {
	ctx := context.Background()
	_, err := records.Record(ctx, "accounts", "ratri")
	fails(t, "none", err, news.ErrNotFound)
	first := store.Record{Collection: "accounts", Key: "ratri", Value: []byte(`{"role":"editor"}`)}
	first = the(records.Put(ctx, first))(t)
	equal(t, "version", first.Version, int64(1))
	equal(t, "kept", the(records.Record(ctx, "accounts", "ratri"))(t), first)
	_, err = records.Put(ctx, store.Record{Collection: "accounts", Key: "ratri"})
	fails(t, "as new, though it is there", err, news.ErrConflict)

	second := first
	second.Value, second.Owner, second.Expires = []byte{0, 255}, "ratri", hour(3)
	second = the(records.Put(ctx, second))(t)
	equal(t, "version", second.Version, int64(2))
	equal(t, "kept", the(records.Record(ctx, "accounts", "ratri"))(t), second)
	_, err = records.Put(ctx, first)
	fails(t, "over a version that is no more", err, news.ErrConflict)
	_, err = records.Put(ctx, store.Record{Collection: "accounts", Key: "joko", Version: 1})
	fails(t, "over one that is not there", err, news.ErrConflict)
	equal(t, "as it was", the(records.Record(ctx, "accounts", "ratri"))(t), second)

	third := store.Record{Collection: "accounts", Key: "ratri", Version: store.AnyVersion}
	equal(t, "over any", the(records.Put(ctx, third))(t).Version, int64(3))
	third.Key = "sari"
	equal(t, "over none", the(records.Put(ctx, third))(t).Version, int64(1))
	must(t, records.Remove(ctx, "accounts", "ratri"))
	fails(t, "removed again", records.Remove(ctx, "accounts", "ratri"), news.ErrNotFound)
	equal(t, "as new", the(records.Put(ctx, store.Record{Collection: "accounts", Key: "ratri"}))(t).Version, int64(1))
}

func testRecordLists(t *testing.T, records store.Records) {
	ctx := context.Background()
	for i, key := range []string{"c", "a", "b", "d"} {
		the(records.Put(ctx, store.Record{Collection: "queries", Key: key, Owner: []string{"ratri", "joko"}[i%2], Expires: hour(i)}))(t)
	}
	the(records.Put(ctx, store.Record{Collection: "queries", Key: "e"}))(t)
	the(records.Put(ctx, store.Record{Collection: "sessions", Key: "a", Owner: "ratri", Expires: hour(0)}))(t)
	keys := func(collection, owner string) string {
		t.Helper()
		var out []string
		for _, r := range the(records.List(ctx, collection, owner))(t) {
			out = append(out, r.Key)
		}
		return strings.Join(out, " ")
	}
	equal(t, "all", keys("queries", ""), "a b c d e")
	equal(t, "an owner's", keys("queries", "ratri"), "b c")
	equal(t, "of a collection that is not there", keys("tokens", ""), "")
	equal(t, "expired", the(records.Expire(ctx, "queries", hour(1)))(t), 2)
	equal(t, "those that have not", keys("queries", ""), "b d e")
	equal(t, "of another collection", keys("sessions", ""), "a")
}

func testRecordLimits(t *testing.T, records store.Records) {
	ctx := context.Background()
	for name, r := range map[string]store.Record{
		"no collection": {Key: "a"}, "no key": {Collection: "a"},
		"a long key":    {Collection: "a", Key: strings.Repeat("k", store.MaxRecordKey+1)},
		"a large value": {Collection: "a", Key: "a", Value: make([]byte, store.MaxRecordValue+1)},
	} {
		_, err := records.Put(ctx, r)
		fails(t, name, err, news.ErrInvalid)
	}
}

func testRecordRace(t *testing.T, records store.Records) {
	ctx := context.Background()
	was := the(records.Put(ctx, store.Record{Collection: "a", Key: "a"}))(t)
	var all sync.WaitGroup
	won := make(chan int64, 8)
	for range 8 {
		all.Go(func() {
			if r, err := records.Put(ctx, was); err == nil {
				won <- r.Version
			}
		})
	}
	all.Wait()
	close(won)
	if len(won) != 1 {
		t.Errorf("%d of 8 writers won", len(won))
	}
}
