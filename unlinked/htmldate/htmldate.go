// Package htmldate stands in for the library of this name, which go-trafilatura
// links in for dates of pages. Selisik reads those itself and has it switched off
// (HtmlDateMode: Disabled); the library, with the words for dates of two hundred
// languages, was an eighth of the program and a quarter of a second of each
// start.
package htmldate

import (
	"time"

	"golang.org/x/net/html"
)

// Options are those that go-trafilatura names.
type Options struct {
	UseOriginalDate, SkipExtensiveSearch bool
	URL                                  string
}

// Result is a date as go-trafilatura takes it.
type Result struct {
	DateTime time.Time
	HasTime  bool
}

// IsZero reports whether there is no date.
func (r Result) IsZero() bool { return r.DateTime.IsZero() }

// FromDocument panics: nothing may call it.
func FromDocument(*html.Node, Options) (Result, error) {
	panic("go-htmldate is not linked in: see docs/dependencies.md")
}
