package main

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/selisik/selisik/internal/admin"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// running is what a command that goes on works with.
type running struct {
	*desk.Desk
	engine *engine
	store  store.Store
	log    *slog.Logger
	bell   *alert.Bell
}

// serve does something that may go on for long with a desk that has the
// network, a log and, if that is set, an admin address.
func (a *app) serve(ctx context.Context, do func(context.Context, *desk.Desk) error) error {
	return a.running(ctx, func() {}, func(ctx context.Context, r running) error { return do(ctx, r.Desk) })
}

// running is serve with all that there is; ended is called after each job.
func (a *app) running(ctx context.Context, ended func(), do func(context.Context, running) error) error {
	a.boundMemory()
	e, err := a.newEngine("")
	if err != nil {
		return err
	}
	return a.withNew(ctx, func(s store.Store) error {
		log := a.logger()
		m := admin.NewMetrics(admin.Options{Store: s, Now: a.clock, Health: poll.Health})
		web := a.poller()
		defer web.Close()
		opt := e.deskOptions()
		opt.Fetch, opt.Log = web, log
		opt.Problem = func(err error) { log.Warn("no article", "err", err) }
		opt.Done = func(j store.Running, took time.Duration, err error) {
			m.Job(j, took, err)
			logJob(log, j, took, err)
			ended()
		}
		senders, done, err := a.senders()
		if err != nil {
			return err
		}
		defer done()
		terms := term.New(e.packs)
		bell := a.bell(s, e.packs, terms, senders)
		opt.Alerts = bell
		if _, err := a.alerts(s).Tidy(ctx); err != nil {
			return err
		}
		r := running{desk.New(s, e.Pipeline, terms, opt), e, s, log, bell}
		return a.beside(ctx, m, s, func(ctx context.Context) error { return do(ctx, r) })
	})
}

func logJob(log *slog.Logger, j store.Running, took time.Duration, err error) {
	if err != nil {
		log.Warn("job failed", "kind", j.Kind, "key", j.Key, "attempt", j.Attempt, "err", err)
		return
	}
	log.Debug("job done", "kind", j.Kind, "key", j.Key, "took", took)
}

// beside does something with the admin address open beside it.
func (a *app) beside(ctx context.Context, m *admin.Metrics, s store.Store, do func(context.Context) error) error {
	if a.conf.Admin == "" {
		return do(ctx)
	}
	l, err := admin.Listen(ctx, a.conf.Admin, a.conf.AdminOpen)
	if err != nil {
		return err
	}
	var h http.Handler = admin.Handler(m, s)
	if !a.conf.AdminOpen {
		h = admin.OnlyLoopback(h)
	}
	ctx, cancel := context.WithCancel(ctx)
	served := make(chan error, 1)
	go func() { served <- admin.Serve(ctx, l, h) }()
	a.logger().Info("admin address", "at", l.Addr().String())
	err = do(ctx)
	cancel()
	return errors.Join(err, <-served)
}
