package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"iter"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Document is a raw document as it is remembered.
type Document struct {
	// ID is derived from all that the document says: IDOf(&Raw). The
	// same record added twice is one document.
	ID   news.DocumentID
	Raw  news.RawDocument
	Feed news.FeedID // that led to it; "" if none
	Seen time.Time   // when it first came in
}

// Documents are the bytes as they came. They are never changed nor removed.
type Documents interface {
	// Put adds documents that are not yet there, each with its job, in one
	// transaction. jobs[i] belongs to docs[i]; a document that is there
	// already adds neither. It returns which of docs were new.
	Put(ctx context.Context, docs []Document, jobs []Job) (added []bool, err error)
	// Document returns one, or news.ErrNotFound.
	Document(ctx context.Context, id news.DocumentID) (Document, error)
	// All yields documents in the order of Seen, then ID. It ends at the first
	// error, which it yields.
	All(ctx context.Context) iter.Seq2[Document, error]
}

// IDOf derives a document's id from all that it says but what the user called
// it: the same record read twice, from whatever path, is one document. A page
// fetched twice is two, for that it said the same at a later time is a fact.
func IDOf(raw *news.RawDocument) news.DocumentID {
	h := sha256.New()
	for _, field := range []string{raw.Ref, raw.URL, raw.MediaType, raw.Charset, raw.Outlet, raw.Title, raw.Published, raw.Byline} {
		io.WriteString(h, field)
		h.Write([]byte{0})
	}
	if !raw.Fetched.IsZero() {
		io.WriteString(h, raw.Fetched.UTC().Format(time.RFC3339Nano))
	}
	h.Write([]byte{0})
	h.Write(raw.Body)
	return news.DocumentID("d-" + hex.EncodeToString(h.Sum(nil)[:12]))
}
