package serve

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// private reports whether only this machine can ask.
func (s *Site) private() bool { return loopback(hostOf(s.Listen)) && len(s.TrustProxy) == 0 }

// Check refuses, with news.ErrInvalid and what to do, to be reached from other
// machines without accounts, or without TLS unless that is what is wanted.
func (s *Site) Check(ctx context.Context) error {
	if (s.CertFile == "") != (s.KeyFile == "") {
		return fmt.Errorf("listen on %s: a certificate and its key go together: %w", s.Listen, news.ErrInvalid)
	}
	if s.private() {
		return nil
	}
	any, err := s.Accounts.Any(ctx)
	switch {
	case err != nil:
		return err
	case !any:
		return fmt.Errorf("listen on %s: other machines could ask, and there are no accounts; selisik user add NAME --role admin makes one: %w", s.Listen, news.ErrInvalid)
	case !s.secure() && !s.Insecure:
		return fmt.Errorf("listen on %s: passwords would go over the network in the clear; set tls-cert and tls-key, or trust-proxy, or insecure if that is wanted: %w", s.Listen, news.ErrInvalid)
	}
	return nil
}

// Open opens the address, after Check; news.ErrUnavailable if it cannot be
// had.
func (s *Site) Open(ctx context.Context) (net.Listener, error) {
	if err := s.Check(ctx); err != nil {
		return nil, err
	}
	var conf *tls.Config
	if s.CertFile != "" {
		cert, err := tls.LoadX509KeyPair(s.CertFile, s.KeyFile)
		if err != nil {
			return nil, fmt.Errorf("certificate %s: %w: %w", s.CertFile, err, news.ErrInvalid)
		}
		conf = &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", s.Listen)
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w: %w", s.Listen, err, news.ErrUnavailable)
	}
	if conf != nil {
		l = tls.NewListener(l, conf)
	}
	return l, nil
}

// Patience of the server.
const (
	headerTime = 5 * time.Second
	readTime   = time.Minute
	writeTime  = 2 * time.Minute // from the request's header to the end of the answer
	idleTime   = 2 * time.Minute
	grace      = 10 * time.Second // for requests that run when it is to end
	maxHeader  = 32 << 10
)

// Serve answers on l until ctx ends; then streams end, other requests have ten
// seconds to, and l is closed.
func (s *Site) Serve(ctx context.Context, l net.Listener) error {
	srv := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: headerTime, ReadTimeout: readTime, WriteTimeout: writeTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(s.Log.Handler(), slog.LevelDebug),
	}
	srv.RegisterOnShutdown(s.Events.end)
	defer s.beside(ctx)()
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		waiting, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
		defer cancel()
		err := srv.Shutdown(waiting)
		if err != nil {
			err = srv.Close()
		}
		stopped <- err
	})
	err := srv.Serve(l)
	if stop() || !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// sweepEvery is how often what has expired is taken away.
const sweepEvery = time.Hour

// beside does what goes on while the site is served, until the function that it
// returns is called, which waits for the end of it.
func (s *Site) beside(ctx context.Context) (end func()) {
	ctx, cancel := context.WithCancel(ctx)
	var all sync.WaitGroup
	if s.Glance > 0 {
		all.Go(s.Follow(ctx, s.Glance))
	}
	all.Go(func() {
		tick := time.NewTicker(sweepEvery)
		defer tick.Stop()
		for ctx.Err() == nil {
			if err := s.Accounts.Sweep(ctx); err != nil && ctx.Err() == nil {
				s.Log.Warn("sweep sessions", "err", err)
			}
			select {
			case <-ctx.Done():
			case <-tick.C:
			}
		}
	})
	return func() {
		cancel()
		all.Wait()
	}
}

// URL is where the site is found that listens on an address.
func (s *Site) URL(a net.Addr) string {
	host, port, err := net.SplitHostPort(a.String())
	if ip := net.ParseIP(host); err != nil || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	scheme := "http"
	if s.CertFile != "" {
		scheme = "https"
	}
	return scheme + "://" + net.JoinHostPort(host, port) + "/"
}
