package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// Error is why an address could not be had: as values, and in words that are
// the cause alone.
type Error struct {
	news.Failure
	Retry time.Duration // that the server asks to wait; 0 if it does not
	say   string
	cause error // may be nil
}

func (e *Error) Error() string { return e.say }
func (e *Error) Unwrap() error { return e.cause }

func failure(kind news.FailureKind, say string) *Error {
	return &Error{Failure: news.Failure{Kind: kind}, say: say}
}

func refuse(say string) *Error { return failure(news.FailRefused, say) }

// explain makes any error but that of an ended context an *Error, worded for
// people. The cause stays in the chain.
func explain(err error) error {
	var done *Error
	if errors.As(err, &done) || errors.Is(err, context.Canceled) {
		return err
	}
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	kind, say := words(err)
	e := failure(kind, say)
	if e.cause = err; say == "" {
		e.say = err.Error()
	}
	e.Detail = err.Error()
	return e
}

// words returns the kind of an error and what to say of one that the libraries
// word for programmers; "" for others.
func words(err error) (news.FailureKind, string) {
	var dns *net.DNSError
	switch {
	case errors.Is(err, errSlow), errors.Is(err, errLate):
		return news.FailTimeout, ""
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return news.FailRefused, "refused: not an address on the public internet"
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return news.FailRefused, "refused: only ports 80 and 443"
	case errors.As(err, &dns) && dns.IsNotFound:
		return news.FailDNS, "no such host"
	case errors.As(err, &dns):
		return news.FailDNS, "host name cannot be looked up"
	case isTLS(err):
		return news.FailTLS, tlsWords(err)
	case errors.Is(err, syscall.ECONNREFUSED):
		return news.FailConnect, "connection refused"
	case errors.Is(err, context.DeadlineExceeded), timeout(err):
		return news.FailTimeout, "no answer in time"
	case errors.Is(err, gz.ErrBomb):
		return news.FailLarge, "too large: a gzip bomb"
	case strings.Contains(err.Error(), "server response headers exceeded"):
		return news.FailLarge, "too large: a header without end"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return news.FailConnect, "connection closed before the end"
	}
	return news.FailOther, ""
}

func isTLS(err error) bool {
	var (
		cert   *tls.CertificateVerificationError
		record tls.RecordHeaderError
		alert  tls.AlertError
	)
	// Alerts of the other side and plain HTTP have no type to ask for.
	return errors.As(err, &cert) || errors.As(err, &record) || errors.As(err, &alert) ||
		strings.Contains(err.Error(), "tls: ") || strings.Contains(err.Error(), "HTTP response to HTTPS client")
}

func tlsWords(err error) string {
	var cert *tls.CertificateVerificationError
	if errors.As(err, &cert) {
		return "its certificate is not valid"
	}
	return "no secure connection"
}

func timeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}
