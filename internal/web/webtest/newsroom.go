package webtest

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"iter"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/serve/openid"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
	"github.com/selisik/selisik/internal/web"
)

// Newsroom is a Selisik that pages can be asked of.
type Newsroom struct {
	Site  *serve.Site
	Desk  *desk.Desk
	Store store.Store
	Packs *lang.Packs

	poller *poll.Poller
	hook   *send.Webhook
}

// Options tells how to open one.
type Options struct {
	Dir string // where the store goes
	Now func() time.Time
	// Works leaves jobs to whoever calls Desk.Work; else adding does them.
	Works bool
	// Glance is how often Run looks for changes; 0: nobody does.
	Glance      time.Duration
	OpenID      *openid.Provider // nil for none
	NoPasswords bool
	// Fetch is how pages and feeds are fetched, such as those of a test's sites.
	// With its Loopback, alerts may post to this machine too.
	Fetch fetch.Options
}

// Open opens an empty newsroom. Close it.
func Open(ctx context.Context, opt Options) (*Newsroom, error) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		return nil, err
	}
	steps, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	st, err := sqlite.Open(ctx, filepath.Join(opt.Dir, "selisik.db"), sqlite.Options{Now: opt.Now})
	if err != nil {
		return nil, err
	}
	n := &Newsroom{
		Store: st, Packs: packs, poller: poll.New(poll.Options{Fetch: opt.Fetch}),
		hook: send.NewWebhook(send.WebhookOptions{Version: "test", Loopback: opt.Fetch.Loopback}),
	}
	terms := term.New(packs)
	bell := alert.New(alert.Options{
		Store: st, Terms: terms, Packs: packs, Now: opt.Now, Senders: map[alert.Way]alert.Sender{alert.ByWebhook: n.hook},
		Book: alert.NewBook(alert.BookOptions{Records: st.Records(), Edits: st.Edits(), Now: opt.Now, Random: rand.Reader}),
	})
	n.Desk = desk.New(st, steps, terms, desk.Options{
		Owner: "web", Now: opt.Now, Fetch: n.poller, Alerts: bell, Patience: 20 * time.Millisecond,
		Sleep: func(ctx context.Context, d time.Duration) error {
			select {
			case <-ctx.Done():
			case <-time.After(d):
			}
			return ctx.Err()
		},
		Done: func(store.Running, time.Duration, error) { n.Site.Poke() },
	})
	read := func(ctx context.Context, input string, stdin io.Reader, problem func(error)) iter.Seq[news.RawDocument] {
		return ingest.Read(ctx, []string{input}, ingest.Options{Stdin: stdin, Now: opt.Now(), Version: "test", Problem: problem, Fetch: opt.Fetch})
	}
	n.Site = serve.New(serve.Deps{
		Store: st, Desk: n.Desk, Packs: packs, Now: opt.Now, Health: poll.Health, Release: "test", Read: read, Feed: poll.NewFeed,
		Outlines: outlines, WriteOutlines: writeOutlines, Works: opt.Works, Glance: opt.Glance, Zone: time.FixedZone("", 7*3600), OpenID: opt.OpenID,
		Bell: bell, Loopback: opt.Fetch.Loopback,
	}, serve.Options{Listen: "127.0.0.1:0", NoPasswords: opt.NoPasswords})
	return n, web.Mount(n.Site)
}

func outlines(raw []byte) ([]serve.Outline, error) {
	list, err := feed.ReadOPML(raw)
	var out []serve.Outline
	for _, o := range list {
		out = append(out, serve.Outline{URL: o.URL, Title: o.Title})
	}
	return out, err
}

func writeOutlines(w io.Writer, list []serve.Outline) error {
	var out []feed.Outline
	for _, o := range list {
		out = append(out, feed.Outline{URL: o.URL, Title: o.Title})
	}
	return feed.WriteOPML(w, "Selisik", out)
}

// Run does the work that falls due and tells the pages of it, until the function
// that it returns is called.
func (n *Newsroom) Run(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var all sync.WaitGroup
	all.Go(func() {
		if err := n.Desk.Work(ctx, false); err != nil && ctx.Err() == nil {
			panic(err)
		}
	})
	all.Go(n.Site.Follow(ctx, cmp.Or(n.Site.Glance, 100*time.Millisecond)))
	return func() {
		cancel()
		all.Wait()
	}
}

// Close closes the store.
func (n *Newsroom) Close() error {
	n.poller.Close()
	n.hook.Close()
	return n.Store.Admin().Close()
}

// Fill reads the examples, and what else is given, and makes all dossiers.
func (n *Newsroom) Fill(ctx context.Context, root string, more ...news.RawDocument) error {
	var failed error
	inputs := []string{filepath.Join(root, "examples", "jembatan-way-talang"), filepath.Join(root, "examples", "port-ellery-en")}
	docs := slices.Collect(ingest.Read(ctx, inputs, ingest.Options{Now: n.Site.Now(), Version: "test", Problem: func(err error) { failed = err }}))
	if failed != nil {
		return fmt.Errorf("fill: %w", failed)
	}
	if _, err := n.Desk.Add(ctx, slices.Values(append(docs, more...))); err != nil {
		return err
	}
	return n.Desk.Work(ctx, true)
}
