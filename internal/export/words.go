package export

import (
	"net/url"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
)

// urn names something of a dossier, "urn:selisik:s-7be0…/c1"; what may not
// stand in a URN is percent-encoded.
func urn(parts ...string) string { return "urn:selisik:" + local(parts...) }

// local is the part of such a name that differs.
func local(parts ...string) string {
	out := make([]string, 0, len(parts))
	for _, p := range parts {
		out = append(out, url.PathEscape(p))
	}
	return strings.Join(out, "/")
}

// joined joins what is not empty.
func joined(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}

// bounds is a quantity in no language: "8", ">=8", "<=10", "8..10".
func bounds(low, high *float64) string {
	l, h := bound(low).text, bound(high).text
	switch {
	case l == h:
		return l
	case h == "":
		return ">=" + l
	case l == "":
		return "<=" + h
	}
	return l + ".." + h
}

// interval is a time in no language, as ISO 8601 writes intervals.
func interval(start, end string) string {
	if start == end {
		return start
	}
	return start + "/" + end
}

// deref returns what p points to, "" for nil.
func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// publishedAt is an article's time of publication, "" if it is not known.
func publishedAt(a *dossier.Article) string {
	if a.Published == nil {
		return ""
	}
	return a.Published.Time
}
