package poll

import (
	"errors"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// pollError is why a poll or a fetch gave nothing.
type pollError struct {
	what  string
	kind  news.Failure
	cause error
}

func (e *pollError) Error() string {
	s := e.what + ": " + e.cause.Error()
	if len(e.kind.Links) > 0 {
		s += "; it links to these feeds: " + strings.Join(e.kind.Links, ", ")
	}
	return s
}

func (e *pollError) Unwrap() []error {
	kind := news.ErrUnavailable
	if e.kind.Kind == news.FailNotFeed || e.kind.Kind == news.FailBroken {
		kind = news.ErrInvalid
	}
	return []error{kind, e.cause}
}

// readError tells of bytes that are not what they should be.
type readError struct {
	news.Failure
	cause error
}

func (e *readError) Error() string { return e.cause.Error() }
func (e *readError) Unwrap() error { return e.cause }

// failureOf returns an error as values.
func failureOf(err error, now time.Time) news.Failure {
	var (
		web  *fetch.Error
		data *readError
	)
	switch {
	case errors.As(err, &data):
		return data.Failure
	case errors.As(err, &web):
		f := web.Failure
		if web.Retry > 0 {
			f.Until = now.Add(web.Retry)
		}
		return f
	}
	return news.Failure{Kind: news.FailOther, Detail: err.Error()}
}

// permanent reports whether a failure does not pass by itself.
func permanent(f news.Failure) bool {
	switch f.Kind {
	case news.FailStatus, news.FailWall:
		return f.Status >= 400 && f.Status < 500 && f.Status != 408 && f.Status != 425 && f.Status != 429
	case news.FailDNS, news.FailNotFeed, news.FailRobots, news.FailRefused, news.FailRedirect, news.FailTLS:
		return true
	}
	return false
}
