package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Exit statuses, as the README documents them.
const (
	exitDone        = 0
	exitFault       = 1 // anything that is neither the user's nor the network's doing
	exitInvalid     = 2 // bad input or usage
	exitUnavailable = 3 // an input could not be had; the rest was done
)

// statusOf maps the kind of err to an exit status.
func statusOf(err error) int {
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, news.ErrInvalid), errors.Is(err, news.ErrNotFound), errors.Is(err, news.ErrUnsupportedLanguage):
		return exitInvalid
	case errors.Is(err, news.ErrUnavailable):
		return exitUnavailable
	}
	return exitFault
}

// usageError is a mistake in the command line.
type usageError string

func (u usageError) Error() string { return "usage: " + string(u) }

// Unwrap makes a usage error one of bad input.
func (u usageError) Unwrap() error { return news.ErrInvalid }

// usage makes a usageError.
func usage(format string, args ...any) error { return usageError(fmt.Sprintf(format, args...)) }

// problem is a line for the user with its kind, which the line does not repeat.
type problem struct{ line, kind error }

func (p problem) Error() string   { return p.line.Error() }
func (p problem) Unwrap() []error { return []error{p.line, p.kind} }

// cause is what an error of the file system says without the path, which the
// operation names already.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// reported is the error of a run whose problems were printed already, one line
// each; it carries only the status.
type reported struct{ status int }

func (r reported) Error() string { return fmt.Sprintf("exit status %d", r.status) }

// finish prints err as one line and returns the exit status.
func (w world) finish(err error) int {
	var r reported
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &r):
		return r.status
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(w.stderr, "selisik: interrupted")
		return exitFault
	}
	w.complain(err)
	return statusOf(err)
}

// complain prints one problem as one line without control characters.
func (w world) complain(err error) {
	fmt.Fprintln(w.stderr, "selisik: "+oneLine(err.Error()))
}

// oneLine is s as one line without control characters.
func oneLine(s string) string { return text.Squash(text.Plain(s)) }

// columns joins parts to one line without control characters; empty parts are
// left out.
func columns(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.Join(strings.Fields(text.Plain(p)), " "); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "  ")
}
