// Package distiller stands in for go-domdistiller, which go-trafilatura links in
// for a second opinion that Selisik does not ask for (EnableFallback: false).
package distiller

import (
	"net/url"

	"golang.org/x/net/html"
)

// Options are those that go-trafilatura names.
type Options struct {
	OriginalURL    *url.URL
	SkipPagination bool
}

// Result is what go-trafilatura takes of it.
type Result struct{ Node *html.Node }

// Apply panics: nothing may call it.
func Apply(*html.Node, *Options) (*Result, error) {
	panic("go-domdistiller is not linked in: see docs/dependencies.md")
}
