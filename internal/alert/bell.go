package alert

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Sender tells somebody something over the network.
type Sender interface {
	// Send returns when the receiver has taken a message. An error that wraps
	// news.ErrInvalid will be the same at every try; one that is a LaterError
	// says when to try again.
	Send(ctx context.Context, m Message) error
}

// LaterError is an error of a receiver that asks to be left alone for a while.
type LaterError struct {
	Err error
	In  time.Duration
}

func (e LaterError) Error() string { return e.Err.Error() }

// Unwrap returns the error itself.
func (e LaterError) Unwrap() error { return e.Err }

// Options is what a Bell is made of.
type Options struct {
	Store store.Store
	Book  *Book
	Terms Terms
	Packs *lang.Packs
	Now   func() time.Time
	// Senders are the ways that this process can tell; with none it leaves
	// deliveries to others.
	Senders map[Way]Sender
	// Link returns the address of a story's page; nil: messages have no links.
	Link func(news.StoryID) string
}

// Bell tells people what they asked for. It is safe for concurrent use, and any
// number may work on one store.
type Bell struct{ opt Options }

// New returns a bell over a store.
func New(opt Options) *Bell {
	if opt.Link == nil {
		opt.Link = func(news.StoryID) string { return "" }
	}
	return &Bell{opt}
}

// Handlers implements desk.Alerts.
func (b *Bell) Handlers() map[store.JobKind]store.Handler {
	out := map[store.JobKind]store.Handler{store.Alert: b.ring}
	if len(b.opt.Senders) > 0 {
		out[store.Deliver] = b.deliver
	}
	return out
}

// ring finds out what a new dossier has for each query. Cost: a pass over the
// queries; the dossier is opened only if one may take something of it.
func (b *Bell) ring(ctx context.Context, j store.Running) error {
	list, err := b.opt.Book.Queries(ctx, "")
	if err != nil || len(list) == 0 {
		return err
	}
	v, err := b.view(ctx, j)
	if err != nil || v == nil {
		return err
	}
	for i := range list {
		got, err := v.match(&list[i])
		if err != nil {
			return err
		}
		for _, f := range got {
			if err := b.fire(ctx, &list[i], v, f); err != nil {
				return err
			}
		}
	}
	return nil
}

// view reads what a job is about; nil if the story is gone or was taken in, for
// then another story has its articles, and a job of its own.
func (b *Bell) view(ctx context.Context, j store.Running) (*view, error) {
	v := &view{terms: b.opt.Terms}
	if err := json.Unmarshal(j.Args, &v.told); err != nil {
		return nil, fmt.Errorf("alert of %s: %w: %w", j.Key, err, news.ErrInvalid)
	}
	var err error
	if v.story, err = b.opt.Store.Stories().Story(ctx, news.StoryID(j.Key)); err == nil && len(v.story.Pages) > 0 {
		v.made, err = b.opt.Store.Stories().Dossier(ctx, v.story.ID)
	}
	if errors.Is(err, news.ErrNotFound) || err == nil && len(v.story.Pages) == 0 {
		return nil, nil
	}
	return v, err
}

// fire puts a firing into the store, unless it is there, and enqueues what is
// to be delivered of it. A crash between the two leaves a job that does the
// second again.
func (b *Bell) fire(ctx context.Context, q *Query, v *view, got found) error {
	f := Firing{
		ID: idOf(q, got.key), Query: q.ID, Name: q.Name, When: q.When, At: b.opt.Now(),
		Story: v.headline(), Difference: got.difference, Change: got.change, Ways: map[Way]Delivery{},
	}
	for way, to := range map[Way]string{ByWebhook: q.Webhook, ByMail: q.Mail} {
		if to != "" {
			f.Ways[way] = Delivery{State: Waiting}
		}
	}
	r, err := f.record()
	if err != nil {
		return err
	}
	if _, err = b.opt.Store.Records().Put(ctx, r); errors.Is(err, news.ErrConflict) {
		f, err = b.firing(ctx, f.ID)
	}
	if errors.Is(err, news.ErrNotFound) {
		return nil // it went with its query, just now
	}
	if err != nil {
		return fmt.Errorf("fire %s: %w", f.ID, err)
	}
	if jobs := f.jobs(); len(jobs) > 0 {
		return b.opt.Store.Jobs().Enqueue(ctx, jobs)
	}
	return nil
}

func (b *Bell) firing(ctx context.Context, id string) (Firing, error) {
	r, err := b.opt.Store.Records().Record(ctx, firings, id)
	if err != nil {
		return Firing{}, err
	}
	return firingOf(r)
}
