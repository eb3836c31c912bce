package desk

import (
	"context"
	"errors"
	"iter"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// AddReport tells what became of documents.
type AddReport struct {
	Read int // documents
	New  int // of them not there before
}

// batch is how many documents go into the store at a time, unless they are
// large.
const (
	batch      = 128
	batchBytes = 8 << 20
)

// Queue puts documents into the store with their jobs and does none.
func (d *Desk) Queue(ctx context.Context, docs iter.Seq[news.RawDocument]) (AddReport, error) {
	var r AddReport
	var raws []news.RawDocument
	size := 0
	put := func() error {
		added, err := d.take(ctx, raws, "")
		r.Read, r.New = r.Read+len(raws), r.New+added
		raws, size = raws[:0], 0
		return err
	}
	for raw := range docs {
		raws, size = append(raws, raw), size+len(raw.Body)
		if len(raws) == batch || size >= batchBytes {
			if err := put(); err != nil {
				return r, err
			}
		}
	}
	return r, errors.Join(put(), ctx.Err())
}

// take puts some documents, which may have come by a feed, into the store. It
// returns how many were new.
func (d *Desk) take(ctx context.Context, raws []news.RawDocument, feed news.FeedID) (int, error) {
	if len(raws) == 0 || ctx.Err() != nil {
		return 0, ctx.Err()
	}
	now := d.opt.Now()
	docs, jobs := make([]store.Document, len(raws)), make([]store.Job, len(raws))
	for i := range raws {
		docs[i] = store.Document{ID: store.IDOf(&raws[i]), Raw: raws[i], Feed: feed, Seen: now}
		jobs[i] = store.Job{Kind: store.Clean, Key: string(docs[i].ID), Unique: true}
	}
	added, err := d.store.Documents().Put(ctx, docs, jobs)
	n := 0
	for _, a := range added {
		if a {
			n++
		}
	}
	return n, err
}

// Add puts documents into the store, cleans them and places them in stories.
// Dossiers are left to jobs. What is done when ctx ends stays done, and the
// rest goes on with the next Add or Work.
func (d *Desk) Add(ctx context.Context, docs iter.Seq[news.RawDocument]) (AddReport, error) {
	r, err := d.Queue(ctx, docs)
	if err != nil {
		return r, err
	}
	if err := d.Work(ctx, true, store.Clean); err != nil {
		return r, err
	}
	return r, d.Place(ctx)
}
