package send

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"time"

	"code.dny.dev/ssrf"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
)

// WebhookOptions tunes webhooks; the zero value works.
type WebhookOptions struct {
	Version string        // the program's, for the User-Agent
	Timeout time.Duration // for all of a try; 0: 15 s
	// Loopback lets webhooks reach this machine, on any port. It is for tests
	// with a receiver of their own: nothing else may set it.
	Loopback bool
}

// Webhook posts messages. It is safe for concurrent use.
type Webhook struct {
	http  *http.Client
	agent string
}

const mostAnswer = 64 << 10

// NewWebhook returns a sender. Close it when it is no longer needed.
func NewWebhook(opt WebhookOptions) *Webhook {
	if opt.Timeout <= 0 {
		opt.Timeout = 15 * time.Second
	}
	dialer := &net.Dialer{Timeout: opt.Timeout, Control: guard(opt.Loopback).Safe}
	return &Webhook{
		agent: "Selisik/" + opt.Version,
		http: &http.Client{
			Timeout: opt.Timeout,
			Transport: &http.Transport{
				DialContext: dialer.DialContext, ForceAttemptHTTP2: true, TLSHandshakeTimeout: opt.Timeout,
				MaxResponseHeaderBytes: mostAnswer, DisableCompression: true, MaxIdleConnsPerHost: 1, IdleConnTimeout: time.Minute,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}
}

// guard refuses every address but public ones.
func guard(loopback bool) *ssrf.Guardian {
	if !loopback {
		return ssrf.New()
	}
	return ssrf.New(ssrf.WithAnyPort(),
		ssrf.WithAllowedV4Prefixes(netip.MustParsePrefix("127.0.0.0/8")),
		ssrf.WithAllowedV6Prefixes(netip.MustParsePrefix("::1/128")))
}

// Close ends idle connections.
func (w *Webhook) Close() { w.http.CloseIdleConnections() }

// Send implements alert.Sender: the receiver took the message if it answered
// with 2xx.
func (w *Webhook) Send(ctx context.Context, m alert.Message) error {
	signature, err := Sign(m.Secret, m.ID, m.At, m.JSON)
	if err != nil {
		return err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, m.To, bytes.NewReader(m.JSON))
	if err != nil {
		return fmt.Errorf("webhook: no valid address: %w", news.ErrInvalid)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", w.agent)
	r.Header.Set(headerID, m.ID)
	r.Header.Set(headerTime, strconv.FormatInt(m.At.Unix(), 10))
	r.Header.Set(headerSignature, signature)
	resp, err := w.http.Do(r)
	if err != nil {
		return fmt.Errorf("webhook at %s: %w", r.URL.Host, explain(err))
	}
	defer resp.Body.Close() //nolint:errcheck // it was only read
	_, _ = io.CopyN(io.Discard, resp.Body, mostAnswer)
	if err := judge(resp); err != nil {
		return fmt.Errorf("webhook at %s: %w", r.URL.Host, err)
	}
	return nil
}

// explain returns what went wrong without the address, whose path may be half a
// secret.
func explain(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	for _, refused := range []error{ssrf.ErrProhibitedIP, ssrf.ErrProhibitedNetwork, ssrf.ErrProhibitedPort} {
		if errors.Is(err, refused) {
			return fmt.Errorf("refused: no public address, or neither port 80 nor 443: %w", news.ErrInvalid)
		}
	}
	return err
}

// judge tells whether an answer means that the message was taken.
func judge(resp *http.Response) error {
	s := resp.StatusCode
	if s >= 200 && s < 300 {
		return nil
	}
	err := fmt.Errorf("answered %d", s)
	switch {
	case s >= 300 && s < 400:
		return fmt.Errorf("%w, a redirect, which is not followed", err)
	case s == http.StatusGone:
		return fmt.Errorf("%w: %w", err, news.ErrInvalid)
	}
	if n, e := strconv.Atoi(resp.Header.Get("Retry-After")); e == nil && n > 0 {
		return alert.LaterError{Err: err, In: time.Duration(min(n, 1<<20)) * time.Second}
	}
	return err
}
