package main

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/desk/owner"
	"github.com/selisik/selisik/internal/doctor"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// desk is the write side over a store, without the network.
func (e *engine) desk(s store.Store) *desk.Desk {
	terms, opt := term.New(e.packs), e.deskOptions()
	opt.Alerts = e.app.bell(s, e.packs, terms, nil)
	return desk.New(s, e.Pipeline, terms, opt)
}

func (e *engine) deskOptions() desk.Options {
	return desk.Options{
		Owner: owner.Here(e.app.now), Now: e.app.clock, Engine: engineName(e.packs), Workers: e.app.conf.Workers,
		Sleep: sleep, Gone: owner.Gone, Problem: e.problem,
	}
}

// engineName stands for all that a reading depends on: program and packs.
func engineName(packs *lang.Packs) string {
	out := []string{release + revision()}
	for _, tag := range packs.Tags() {
		out = append(out, tag+"-"+packs.For(tag).Version)
	}
	return strings.Join(out, " ")
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// poller is the network as the settings want it.
func (a *app) poller() *poll.Poller {
	return poll.New(poll.Options{
		Version: release, MinInterval: a.conf.PollMin, MaxInterval: a.conf.PollMax,
		Fetch: fetch.Options{Contact: a.conf.Contact, Loopback: a.loopback},
	})
}

// logger writes to standard error what a service has to tell.
func (a *app) logger() *slog.Logger {
	opt := &slog.HandlerOptions{Level: a.conf.LogLevel}
	if a.conf.LogFormat == "json" {
		return slog.New(slog.NewJSONHandler(a.stderr, opt))
	}
	return slog.New(slog.NewTextHandler(a.stderr, opt))
}

// recompute makes everything anew and complains of what comes out otherwise.
func (a *app) recompute(ctx context.Context, s store.Store) ([]doctor.Complaint, error) {
	e, err := a.newEngine("")
	if err != nil {
		return nil, err
	}
	differ, err := e.desk(s).Recompute(ctx)
	var out []doctor.Complaint
	for _, d := range differ {
		out = append(out, doctor.Complaint{
			Grade: doctor.Broken, About: "store", What: d,
			Do: "if jobs wait, let selisik work do them and look again; else export the documents and add them to a new store",
		})
	}
	return out, err
}
