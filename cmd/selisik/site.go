package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/web"
)

// reached are the settings of how a site is reached.
var reached = []string{"listen", "tls-cert", "tls-key", "trust-proxy", "insecure"}

// glance is how often the store is looked at for what other processes changed.
const glance = 2 * time.Second

func (a *app) serveSite() *cobra.Command {
	var watch bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Open the store to browsers and programs",
		Long: `Serve answers browsers and programs (the API is described at /api) until it is told to
end. On this machine's own address, and without accounts, whoever asks is the local
user and may do everything. Any other address wants accounts (selisik user add) and
TLS, or a proxy that has it.

With --oidc-issuer people sign in through an OpenID Connect provider; docs/operate.md tells
how. With --watch it also follows the sources and does the work, as selisik watch does.`,
		Example: "  selisik serve --watch\n  selisik serve --listen :443 --tls-cert desk.pem --tls-key desk.key\n  selisik serve --listen 10.0.0.5:8383 --trust-proxy 10.0.0.1",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.endless = true
			return a.openSite(cmd.Context(), watch)
		},
	}
	uses(cmd, service...)
	uses(cmd, reached...)
	uses(cmd, providing...)
	cmd.Flags().BoolVar(&watch, "watch", false, "follow the sources and do the work too")
	return cmd
}

// openSite serves until ctx ends.
func (a *app) openSite(ctx context.Context, watch bool) error {
	var site *serve.Site
	ended := func() { site.Poke() }
	return a.running(ctx, ended, func(ctx context.Context, r running) error {
		s, err := a.site(r, watch || isPostgres(a.conf.DB))
		if err != nil {
			return err
		}
		site = s
		l, err := site.Open(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.stderr, "selisik: serving at %s\n", site.URL(l.Addr()))
		ctx, cancel := context.WithCancel(ctx)
		work := make(chan error, 1)
		go func() {
			defer cancel()
			if watch {
				work <- r.Watch(ctx)
				return
			}
			<-ctx.Done()
			work <- nil
		}()
		err = site.Serve(ctx, l)
		cancel()
		return errors.Join(err, <-work)
	})
}

// site is what is served. works tells that jobs are done meanwhile.
func (a *app) site(r running, works bool) (*serve.Site, error) {
	through, err := a.openID()
	if err != nil {
		return nil, err
	}
	s := serve.New(serve.Deps{
		Store: r.store, Desk: r.Desk, Packs: r.engine.packs, Now: a.clock, Health: poll.Health, Release: release,
		Read: a.readFor, Feed: poll.NewFeed, Outlines: outlines, WriteOutlines: writeOutlines, Works: works, Log: r.log, Zone: a.now.Location(), Glance: glance,
		Bell: r.bell, PublicURL: a.conf.PublicURL, Loopback: a.loopback, OpenID: through,
	}, serve.Options{
		Listen: a.conf.Listen, CertFile: a.conf.TLSCert, KeyFile: a.conf.TLSKey, TrustProxy: a.conf.TrustProxy, Insecure: a.conf.Insecure,
		NoPasswords: a.conf.NoPasswords,
	})
	api.New(s)
	return s, web.Mount(s)
}

func outlines(raw []byte) ([]serve.Outline, error) {
	list, err := feed.ReadOPML(raw)
	if err != nil {
		return nil, fmt.Errorf("read list of feeds: %w: %w", err, news.ErrInvalid)
	}
	var out []serve.Outline
	for _, o := range list {
		out = append(out, serve.Outline{URL: o.URL, Title: o.Title})
	}
	return out, nil
}

func writeOutlines(w io.Writer, list []serve.Outline) error {
	var out []feed.Outline
	for _, o := range list {
		out = append(out, feed.Outline{URL: o.URL, Title: o.Title})
	}
	return feed.WriteOPML(w, "Selisik", out)
}

// readFor reads what somebody asks for over the network: addresses and what was
// sent, and no file of this machine.
func (a *app) readFor(ctx context.Context, input string, stdin io.Reader, problem func(error)) iter.Seq[news.RawDocument] {
	if input != "-" {
		if _, err := poll.Canonical(input); err != nil {
			problem(err)
			return func(func(news.RawDocument) bool) {}
		}
	}
	return ingest.Read(ctx, []string{input}, ingest.Options{
		Stdin: stdin, Now: a.clock(), Version: release, Problem: problem, Fetch: fetch.Options{Contact: a.conf.Contact, Loopback: a.loopback},
	})
}
