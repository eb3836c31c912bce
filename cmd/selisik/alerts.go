package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// alerts is the book of a store's saved queries.
func (a *app) alerts(s store.Store) *alert.Book {
	return alert.NewBook(alert.BookOptions{Records: s.Records(), Edits: s.Edits(), Now: a.clock, Random: rand.Reader, Loopback: a.loopback})
}

func (a *app) addAlert(ctx context.Context, q alert.Query) error {
	packs, err := a.loadPacks()
	if err == nil {
		err = checkTag(packs, q.Language)
	}
	if err != nil {
		return err
	}
	return a.withNew(ctx, func(s store.Store) error {
		q, told, err := a.alerts(s).Add(ctx, a.who(), q)
		if err != nil {
			return err
		}
		fmt.Fprintln(a.stdout, columns(q.ID, q.Name))
		fmt.Fprintln(a.stdout, columns("feed", told.Feed))
		if told.Webhook != "" {
			fmt.Fprintln(a.stdout, columns("secret", told.Webhook))
		}
		return nil
	})
}

// alertLine is a query as JSON, with how often it told something.
type alertLine struct {
	alert.Query
	Told int `json:"told"`
	Dead int `json:"dead"` // deliveries that were given up
}

func (a *app) listAlerts(ctx context.Context, owner, format string) error {
	return a.with(ctx, func(s store.Store) error {
		book := a.alerts(s)
		list, err := book.Queries(ctx, owner)
		if err != nil {
			return err
		}
		out := []alertLine{}
		for _, q := range list {
			l, err := alertLineOf(ctx, book, q)
			if err != nil {
				return err
			}
			out = append(out, l)
		}
		return a.emit("", func(w io.Writer) error {
			if format == "json" {
				return writeJSON(w, out)
			}
			for _, l := range out {
				fmt.Fprintln(w, columns(l.ID, l.Owner, l.Name, conditions(&l.Query), l.Webhook, l.Mail, "told "+thousands(l.Told), dead(l.Dead)))
			}
			return nil
		})
	})
}

func alertLineOf(ctx context.Context, book *alert.Book, q alert.Query) (alertLine, error) {
	fired, err := book.Fired(ctx, q.ID, 0)
	l := alertLine{Query: q, Told: len(fired)}
	for _, f := range fired {
		for _, d := range f.Ways {
			if d.State == alert.Dead {
				l.Dead++
			}
		}
	}
	return l, err
}

func dead(n int) string {
	if n == 0 {
		return ""
	}
	return thousands(n) + " given up"
}

func (a *app) removeAlerts(ctx context.Context, ids []string) error {
	return a.with(ctx, func(s store.Store) error {
		book := a.alerts(s)
		for _, id := range ids {
			if _, err := book.Query(ctx, id); err != nil {
				return err
			}
		}
		for _, id := range ids {
			if err := book.Remove(ctx, a.who(), id); err != nil {
				return err
			}
			fmt.Fprintln(a.stdout, columns("removed", id))
		}
		return nil
	})
}

// testAlert sends a sample and tells how each way went.
func (a *app) testAlert(ctx context.Context, id string) error {
	return a.with(ctx, func(s store.Store) error {
		q, err := a.alerts(s).Query(ctx, id)
		if err != nil {
			return err
		}
		if q.Webhook+q.Mail == "" {
			fmt.Fprintln(a.stdout, "it has only its feed")
			return nil
		}
		packs, err := a.loadPacks()
		if err != nil {
			return err
		}
		senders, done, err := a.senders()
		if err != nil {
			return err
		}
		defer done()
		return a.report(a.bell(s, packs, nil, senders).Test(ctx, q))
	})
}

func (a *app) report(ended map[alert.Way]error) error {
	var failed error
	for _, way := range []alert.Way{alert.ByWebhook, alert.ByMail} {
		err, tried := ended[way]
		switch {
		case tried && err == nil:
			fmt.Fprintln(a.stdout, columns(string(way), "sent"))
		case tried:
			failed = problem{errors.Join(failed, err), news.ErrUnavailable}
		}
	}
	return failed
}

func (a *app) printFeed(ctx context.Context, id string, format syndicate.Format) error {
	return a.with(ctx, func(s store.Store) error {
		packs, err := a.loadPacks()
		if err != nil {
			return err
		}
		q, err := a.alerts(s).Query(ctx, id)
		if err != nil {
			return err
		}
		return a.emit("", func(w io.Writer) error {
			return a.bell(s, packs, nil, nil).WriteFeed(ctx, w, format, q, "", a.conf.PublicURL)
		})
	})
}
