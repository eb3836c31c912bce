package storetest

import (
	"context"
	"testing"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

func testDocuments(t *testing.T, open Open) {
	ctx, s := context.Background(), open(t)
	docs := s.Documents()
	list := []store.Document{document(2), document(0), document(1), document(0)}
	var jobs []store.Job
	for _, d := range list {
		jobs = append(jobs, job(store.Clean, string(d.ID)))
	}
	equal(t, "added", the(docs.Put(ctx, list, jobs))(t), []bool{true, true, true, false})
	equal(t, "jobs", waiting(t, s, store.Clean), 3)
	equal(t, "added again", the(docs.Put(ctx, list, jobs))(t), []bool{false, false, false, false})
	equal(t, "jobs after that", waiting(t, s, store.Clean), 3)

	again := document(1)
	again.Seen, again.Feed = hour(99), "f-2"
	equal(t, "added later", the(docs.Put(ctx, []store.Document{again, document(3)}, nil))(t), []bool{false, true})
	equal(t, "jobs of documents without", waiting(t, s, store.Clean), 3)
	equal(t, "one", the(docs.Document(ctx, document(1).ID))(t), document(1))
	_, err := docs.Document(ctx, "d-none")
	fails(t, "a document that is not there", err, news.ErrNotFound)
	_, err = docs.Put(ctx, list, jobs[:1])
	fails(t, "fewer jobs than documents", err, news.ErrInvalid)
	equal(t, "none", the(docs.Put(ctx, nil, nil))(t), []bool{})

	empty := store.Document{Raw: news.RawDocument{Input: "-", Title: "null \x00 byte", Body: []byte{}}, Seen: hour(-1)}
	empty.ID = store.IDOf(&empty.Raw)
	the(docs.Put(ctx, []store.Document{empty}, nil))(t)
	equal(t, "all by time", collect(t, docs.All(ctx)), []store.Document{empty, document(0), document(1), document(2), document(3)})

	t.Run("a walk over many may be left, and may use the store", func(t *testing.T) {
		var many []store.Document
		for n := range 450 {
			many = append(many, document(1000+n))
		}
		the(docs.Put(ctx, many, nil))(t)
		n := 0
		for d, err := range docs.All(ctx) {
			must(t, err)
			if n++; n%100 == 0 {
				equal(t, "inside the walk", the(docs.Document(ctx, d.ID))(t).ID, d.ID)
			}
		}
		equal(t, "walked", n, 455)
		for range docs.All(ctx) {
			break
		}
	})
	t.Run("a walk tells of a context that ended", func(t *testing.T) {
		ended, stop := context.WithCancel(ctx)
		stop()
		for _, err := range docs.All(ended) {
			fails(t, "walk", err, context.Canceled)
			return
		}
		t.Error("the walk yielded nothing")
	})
}
