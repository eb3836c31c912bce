package relational

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type documents struct{ *Store }

// page is how many rows a walk over a table reads at a time.
const page = 200

// draft is a document as it is about to be written.
type draft struct {
	at         int // in the caller's slice
	doc        *store.Document
	hash, meta string
	body       []byte // compressed
}

// Put implements store.Documents. Bodies are compressed outside the
// transaction, and only those of documents that are not there.
func (s documents) Put(ctx context.Context, docs []store.Document, jobs []store.Job) ([]bool, error) {
	if len(jobs) != 0 && len(jobs) != len(docs) {
		return nil, fmt.Errorf("put documents: %w: %d jobs for %d documents", news.ErrInvalid, len(jobs), len(docs))
	}
	added := make([]bool, len(docs))
	drafts, err := s.drafts(ctx, docs)
	if err != nil || len(drafts) == 0 {
		return added, err
	}
	anew := false
	err = s.write(ctx, "put documents", func(tx *Tx) error {
		clear(added)
		var due []store.Job
		for _, d := range drafts {
			isNew, err := s.insert(ctx, tx, d)
			if err != nil {
				return err
			}
			added[d.at] = isNew
			if isNew && len(jobs) > 0 {
				due = append(due, jobs[d.at])
			}
		}
		if anew = len(due) > 0; anew {
			return s.queue.Add(ctx, tx, due)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if anew {
		s.queue.Committed()
	}
	return added, nil
}

// drafts prepares those documents that are not there, once each, by id, so
// that two writers lock rows in one order.
func (s documents) drafts(ctx context.Context, docs []store.Document) ([]draft, error) {
	ids := make([]news.DocumentID, len(docs))
	for i := range docs {
		ids[i] = docs[i].ID
	}
	known, err := column[news.DocumentID](ctx, s.db.Read, `SELECT id FROM documents WHERE id `+s.dialect.In("$1"), array(ids))
	if err != nil {
		s.wrap(ctx, &err, "put documents")
		return nil, err
	}
	seen := map[news.DocumentID]bool{}
	for _, id := range known {
		seen[id] = true
	}
	var out []draft
	for i := range docs {
		d := &docs[i]
		if seen[d.ID] {
			continue
		}
		seen[d.ID] = true
		hash := sha256.Sum256(d.Raw.Body)
		raw := d.Raw
		raw.Body = nil
		meta, err := json.Marshal(raw)
		if err != nil {
			return nil, fmt.Errorf("put document %s: %w: %w", d.ID, news.ErrInvalid, err)
		}
		out = append(out, draft{i, d, hex.EncodeToString(hash[:]), string(meta), s.codec.pack(d.Raw.Body)})
	}
	slices.SortFunc(out, func(a, b draft) int { return cmp.Compare(a.doc.ID, b.doc.ID) })
	return out, nil
}

func (s documents) insert(ctx context.Context, tx *Tx, d draft) (bool, error) {
	_, err := tx.exec(ctx, `INSERT INTO blobs (hash, size, body) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING`,
		d.hash, len(d.doc.Raw.Body), d.body)
	if err != nil {
		return false, err
	}
	n, err := tx.exec(ctx, `INSERT INTO documents (id, seen, feed, blob, meta) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO NOTHING`,
		string(d.doc.ID), micros(d.doc.Seen), string(d.doc.Feed), d.hash, d.meta)
	return n == 1, err
}

const selectDocument = `SELECT d.id, d.seen, d.feed, d.meta, b.body FROM documents d JOIN blobs b ON b.hash = d.blob `

// Document implements store.Documents.
func (s documents) Document(ctx context.Context, id news.DocumentID) (doc store.Document, err error) {
	defer s.wrap(ctx, &err, "document "+string(id))
	return s.scan(s.db.Read.QueryRowContext(ctx, selectDocument+`WHERE d.id = $1`, string(id)))
}

// All implements store.Documents. It holds no connection while the caller
// works.
func (s documents) All(ctx context.Context) iter.Seq2[store.Document, error] {
	const query = selectDocument + `WHERE (d.seen, d.id) > ($1, $2) ORDER BY d.seen, d.id LIMIT $3`
	return walk(func(last *store.Document) (batch []store.Document, err error) {
		defer s.wrap(ctx, &err, "all documents")
		seen, id := int64(first), news.DocumentID("")
		if last != nil {
			seen, id = micros(last.Seen), last.ID
		}
		err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
			d, err := s.scan(r)
			batch = append(batch, d)
			return err
		}, query, seen, string(id), page)
		return batch, err
	})
}

type scanner interface{ Scan(...any) error }

func (s documents) scan(r scanner) (store.Document, error) {
	var d store.Document
	var seen int64
	var meta string
	var body []byte
	if err := r.Scan(&d.ID, &seen, &d.Feed, &meta, &body); err != nil {
		return store.Document{}, err
	}
	if err := json.Unmarshal([]byte(meta), &d.Raw); err != nil {
		return store.Document{}, err
	}
	d.Seen = fromMicros(seen)
	plain, err := s.codec.unpack(body)
	d.Raw.Body = plain
	return d, err
}

// first is a number before that of any time.
const first = -1 << 62

// walk yields what read returns for the last row before, nil at the beginning,
// until it returns fewer than a page.
func walk[T any](read func(last *T) ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var last *T
		for {
			batch, err := read(last)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for i := range batch {
				if !yield(batch[i], nil) {
					return
				}
			}
			if len(batch) < page {
				return
			}
			last = &batch[len(batch)-1]
		}
	}
}
