package fetch

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/url"
	"syscall"

	"code.dny.dev/ssrf"

	"github.com/selisik/selisik/internal/stage/ingest/gz"
)

// explain words an error for people. The cause stays in the chain.
func explain(err error) error {
	var outer *url.Error
	if errors.As(err, &outer) {
		err = outer.Err
	}
	if say := words(err); say != "" {
		return &worded{say, err}
	}
	return err
}

type worded struct {
	say   string
	cause error
}

func (w *worded) Error() string { return w.say }
func (w *worded) Unwrap() error { return w.cause }

// words returns what to say of an error that the libraries word for
// programmers; "" for others.
func words(err error) string {
	var (
		dns  *net.DNSError
		cert *tls.CertificateVerificationError
	)
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return "refused: not an address on the public internet"
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return "refused: only ports 80 and 443"
	case errors.As(err, &dns) && dns.IsNotFound:
		return "no such host"
	case errors.As(err, &dns):
		return "host name cannot be looked up"
	case errors.As(err, &cert):
		return "its certificate is not valid"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	case errors.Is(err, context.DeadlineExceeded), timeout(err):
		return "no answer in time"
	case errors.Is(err, gz.ErrBomb):
		return "too large: a gzip bomb"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF), errors.Is(err, syscall.ECONNRESET):
		return "connection closed before the end"
	}
	return ""
}

func timeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.As(err, &t) && t.Timeout()
}
