package poll

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/idna"

	"github.com/selisik/selisik/internal/news"
)

// NewFeed returns the feed at an address, which may lack its scheme.
func NewFeed(address string, kind news.FeedKind, title string, now time.Time) (news.Feed, error) {
	u, err := Canonical(address)
	if err != nil {
		return news.Feed{}, err
	}
	return news.Feed{ID: news.NewFeedID(u), URL: u, Kind: kind, Title: strings.TrimSpace(title), Added: now}, nil
}

// Canonical returns the form of an address under which a feed is known: https
// if it names no scheme, scheme and host in lower case and in ASCII, no usual
// port, no fragment. Errors wrap news.ErrInvalid.
func Canonical(address string) (string, error) {
	s := strings.TrimSpace(address)
	if rest, ok := strings.CutPrefix(s, "feed:"); ok { // feed://x and feed:https://x
		s = strings.TrimPrefix(rest, "//")
	}
	if !strings.Contains(s, "://") {
		s = "https://" + s
	}
	u, err := url.Parse(s)
	if err != nil || u.Hostname() == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", fmt.Errorf("%w: %q is no http or https address", news.ErrInvalid, address)
	}
	host, err := idna.Lookup.ToASCII(strings.TrimSuffix(u.Hostname(), "."))
	if err != nil {
		host = strings.ToLower(u.Hostname()) // an address of IPv6, an underscore
	}
	if strings.Contains(host, ":") {
		host = "[" + host + "]"
	}
	if p := u.Port(); p != "" && !(u.Scheme == "http" && p == "80" || u.Scheme == "https" && p == "443") {
		host += ":" + p
	}
	u.Host, u.Fragment, u.RawFragment = host, "", ""
	if u.Path == "" {
		u.Path = "/"
	}
	return u.String(), nil
}
