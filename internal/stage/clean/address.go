package clean

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// tracking.tsv lists the parameters of an address that do not choose what is
// shown: a name, or the beginning of one with a star.
//
//go:embed tracking.tsv
var trackingTable string

var tracking = strings.Fields(trackingTable)

// pageOf returns the page of which a is a version.
func pageOf(a *news.Article) news.PageID {
	if Canonical(a.URL) == "" {
		return pageNamed(string(a.ID))
	}
	return PageAt(a.URL)
}

// PageAt returns the page at an address.
func PageAt(address string) news.PageID { return pageNamed(Canonical(address)) }

func pageNamed(name string) news.PageID {
	h := sha256.Sum256([]byte(name))
	return news.PageID("p-" + hex.EncodeToString(h[:6]))
}

// Canonical returns the form in which two addresses of one page are alike: no
// scheme, fragment, default port, trailing slash or "www.", parameters sorted
// and without those that only count readers. Addresses that cannot be parsed
// give "".
func Canonical(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	if p := u.Port(); p != "" && p != "80" && p != "443" {
		host += ":" + p
	}
	query := u.Query()
	for name := range query {
		if slices.ContainsFunc(tracking, func(t string) bool { return counts(t, name) }) {
			query.Del(name)
		}
	}
	out := host
	if p := path.Clean("/" + u.EscapedPath()); p != "/" {
		out += p
	}
	if len(query) > 0 {
		out += "?" + query.Encode()
	}
	return out
}

// counts reports whether a parameter's name is the one of a rule, or begins
// as a rule with a star does.
func counts(rule, name string) bool {
	name = strings.ToLower(name)
	if stem, ok := strings.CutSuffix(rule, "*"); ok {
		return strings.HasPrefix(name, stem)
	}
	return name == rule
}
