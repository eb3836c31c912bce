// Package readability stands in for the library of this name, which
// go-trafilatura links in for a second opinion that Selisik does not ask for
// (EnableFallback: false).
package readability

import (
	"net/url"

	"golang.org/x/net/html"
)

// Article is what go-trafilatura takes of it.
type Article struct{ Node *html.Node }

// FromDocument panics: nothing may call it.
func FromDocument(*html.Node, *url.URL) (Article, error) {
	panic("go-readability is not linked in: see docs/dependencies.md")
}
