package ingest

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/gz"
	"github.com/selisik/selisik/internal/text"
)

// problem is one line for the user, with its kind for the exit status.
type problem struct {
	line  string
	kind  error // news.ErrInvalid or news.ErrUnavailable
	cause error // may be nil
}

func (p *problem) Error() string { return p.line }

func (p *problem) Unwrap() []error {
	if p.cause == nil {
		return []error{p.kind}
	}
	return []error{p.kind, p.cause}
}

// tell reports a problem of kind: "what: cause".
func (r *reader) tell(kind error, what string, cause error) {
	if r.done() {
		return
	}
	line := text.Plain(strings.Join(strings.Fields(what+": "+reason(cause)), " "))
	r.opt.Problem(&problem{line, kind, cause})
}

// invalid reports bad input.
func (r *reader) invalid(what, format string, args ...any) {
	r.tell(news.ErrInvalid, what, fmt.Errorf(format, args...))
}

// broken reports that reading a stream ended before its time. What was read
// until then is used. A system's error is one of what could not be had.
func (r *reader) broken(what string, err error) {
	kind := news.ErrInvalid
	var path *fs.PathError
	if errors.As(err, &path) && !errors.Is(err, fs.ErrNotExist) {
		kind = news.ErrUnavailable
	}
	r.tell(kind, what, err)
}

// reason words the causes that the standard library words for programmers.
func reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, gz.ErrBomb):
		return "expands more than a hundredfold, as a gzip bomb does"
	case errors.Is(err, io.ErrUnexpectedEOF):
		return "cut off before its end"
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, gzip.ErrHeader), gz.Corrupt(err):
		return "damaged gzip data"
	case errors.Is(err, fs.ErrNotExist):
		return "no such file"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}
