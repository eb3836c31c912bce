package alert

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Collections of records.
const (
	queries = "alerts"
	firings = "alert-firings"
)

// BookOptions is what a Book is made of; all but Loopback is needed.
type BookOptions struct {
	Records store.Records
	Edits   store.Edits
	Now     func() time.Time
	Random  io.Reader
	// Loopback lets webhooks be on this machine, without TLS. It is for tests.
	Loopback bool
}

// Book holds saved queries. It is safe for concurrent use.
type Book struct{ opt BookOptions }

// NewBook returns the book of a store.
func NewBook(opt BookOptions) *Book { return &Book{opt} }

// kept is a query as it stands in its record.
type kept struct {
	Query
	Secret string `json:"secret,omitempty"`
	Feed   string `json:"feed,omitempty"`
}

// Secrets are what is told once, when it is made; "" for what was not made.
type Secrets struct {
	Webhook string `json:"webhook,omitempty"` // that its signatures are made with
	Feed    string `json:"feed,omitempty"`    // the token in the feed's address
}

// Add saves a query and gives it its id. Owner, Name, When and what else is
// wanted are the caller's. It returns the secrets of feed and webhook, which
// are told this once. news.ErrInvalid if the query will not do, news.ErrConflict
// if the owner has MaxQueries.
func (b *Book) Add(ctx context.Context, by string, q Query) (Query, Secrets, error) {
	q, err := q.checked(b.opt.Loopback)
	if err == nil && q.Owner == "" {
		err = wrong("nobody's")
	}
	if err != nil {
		return q, Secrets{}, err
	}
	if err := b.room(ctx, q.Owner); err != nil {
		return q, Secrets{}, err
	}
	id := make([]byte, 8)
	if _, err := io.ReadFull(b.opt.Random, id); err != nil {
		return q, Secrets{}, err
	}
	q.ID, q.Created, q.Version = "q-"+hex.EncodeToString(id), b.opt.Now(), 0
	told, err := b.fresh(&q, q.Webhook != "")
	if err == nil {
		q, err = b.put(ctx, q)
	}
	if err != nil {
		return q, Secrets{}, fmt.Errorf("add alert %q: %w", q.Name, err)
	}
	return q, told, b.Note(ctx, by, "added alert %s (%s) of %s", q.ID, q.Name, q.Owner)
}

// room refuses one query too many.
func (b *Book) room(ctx context.Context, owner string) error {
	have, err := b.opt.Records.List(ctx, queries, owner)
	if err == nil && len(have) >= MaxQueries {
		err = fmt.Errorf("alert: %s has %d, the most there can be: %w", owner, len(have), news.ErrConflict)
	}
	return err
}

// Change saves a query anew. Its id, owner and time of making stay, and so does
// its feed; a webhook's secret stays with the address, and another address gets
// another one, which is returned. news.ErrConflict if it has changed since.
func (b *Book) Change(ctx context.Context, by string, q Query) (Query, Secrets, error) {
	was, err := b.Query(ctx, q.ID)
	if err != nil {
		return q, Secrets{}, err
	}
	q.Owner, q.Created, q.secret, q.feed = was.Owner, was.Created, was.secret, was.feed
	if q, err = q.checked(b.opt.Loopback); err != nil {
		return q, Secrets{}, err
	}
	var told Secrets
	if q.Webhook != was.Webhook {
		if told.Webhook, err = b.signing(&q); err != nil {
			return q, Secrets{}, err
		}
	}
	if q, err = b.put(ctx, q); err != nil {
		return q, Secrets{}, fmt.Errorf("change alert %s: %w", q.ID, err)
	}
	return q, told, b.Note(ctx, by, "changed alert %s (%s) of %s", q.ID, q.Name, q.Owner)
}

// Renew makes a query's secrets anew and returns them: those before are good for
// nothing any more.
func (b *Book) Renew(ctx context.Context, by, id string) (Secrets, error) {
	q, err := b.Query(ctx, id)
	if err != nil {
		return Secrets{}, err
	}
	told, err := b.fresh(&q, q.Webhook != "")
	if err == nil {
		_, err = b.put(ctx, q)
	}
	if err != nil {
		return Secrets{}, fmt.Errorf("renew alert %s: %w", id, err)
	}
	return told, b.Note(ctx, by, "renewed the secrets of alert %s (%s) of %s", q.ID, q.Name, q.Owner)
}

func (b *Book) put(ctx context.Context, q Query) (Query, error) {
	v, err := json.Marshal(kept{q, q.secret, q.feed})
	if err != nil {
		return q, err
	}
	r, err := b.opt.Records.Put(ctx, store.Record{Collection: queries, Key: q.ID, Owner: q.Owner, Version: q.Version, Value: v})
	q.Version = r.Version
	return q, err
}

// Query returns one, or news.ErrNotFound.
func (b *Book) Query(ctx context.Context, id string) (Query, error) {
	r, err := b.opt.Records.Record(ctx, queries, id)
	if err != nil {
		return Query{}, fmt.Errorf("alert %q: %w", id, err)
	}
	return queryOf(r)
}

func queryOf(r store.Record) (Query, error) {
	var k kept
	if err := json.Unmarshal(r.Value, &k); err != nil {
		return Query{}, fmt.Errorf("alert %s: damaged: %w", r.Key, err)
	}
	k.Query.secret, k.Query.feed, k.Query.Version = k.Secret, k.Feed, r.Version
	return k.Query, nil
}

// Queries returns those of an owner, all with "", the oldest first.
func (b *Book) Queries(ctx context.Context, owner string) ([]Query, error) {
	list, err := b.opt.Records.List(ctx, queries, owner)
	out := []Query{}
	for _, r := range list {
		q, err := queryOf(r)
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	slices.SortStableFunc(out, func(x, y Query) int { return x.Created.Compare(y.Created) })
	return out, err
}

// Remove takes a query away with all that it told; news.ErrNotFound if there is
// none. What is about to be sent may still go out.
func (b *Book) Remove(ctx context.Context, by, id string) error {
	q, err := b.Query(ctx, id)
	if err != nil {
		return err
	}
	if err := b.opt.Records.Remove(ctx, queries, id); err != nil {
		return fmt.Errorf("remove alert %s: %w", id, err)
	}
	fired, err := b.opt.Records.List(ctx, firings, id)
	for _, r := range fired {
		if e := b.opt.Records.Remove(ctx, firings, r.Key); e != nil && !errors.Is(e, news.ErrNotFound) {
			err = errors.Join(err, e)
		}
	}
	return errors.Join(err, b.Note(ctx, by, "removed alert %s (%s) of %s", q.ID, q.Name, q.Owner))
}

// Fired returns what a query told, the newest first, at most limit; 0 is all.
func (b *Book) Fired(ctx context.Context, id string, limit int) ([]Firing, error) {
	list, err := b.opt.Records.List(ctx, firings, id)
	out := []Firing{}
	for _, r := range list {
		f, err := firingOf(r)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	slices.SortFunc(out, func(x, y Firing) int {
		if c := y.At.Compare(x.At); c != 0 {
			return c
		}
		return strings.Compare(x.ID, y.ID)
	})
	if limit > 0 {
		out = out[:min(limit, len(out))]
	}
	return out, err
}

// Tidy forgets what was told 400 days ago; it returns how many.
func (b *Book) Tidy(ctx context.Context) (int, error) {
	return b.opt.Records.Expire(ctx, firings, b.opt.Now())
}

// note puts a change into the log of edits.
// Note keeps in the log of changes what somebody did with an alert.
func (b *Book) Note(ctx context.Context, by, format string, args ...any) error {
	_, err := b.opt.Edits.Append(ctx, store.Edit{At: b.opt.Now(), Who: by, Kind: store.Change, Note: fmt.Sprintf(format, args...)}, nil)
	return err
}
