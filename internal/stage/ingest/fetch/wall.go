package fetch

import (
	_ "embed"
	"net/http"
	"strings"
	"sync"
)

//go:embed walls.tsv
var wallTable string

// mark is one sign of a page that keeps programs out.
type mark struct {
	header string // the field to look into; "" is the body
	text   string // lower case; "" is any value
	sure   bool   // it tells even where the status is 200
}

var marks = sync.OnceValue(func() []mark {
	var out []mark
	for line := range strings.Lines(wallTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 3 || f[0] == "where" {
			continue
		}
		out = append(out, mark{strings.TrimPrefix(f[0], "body"), f[2], f[1] == "sure"})
	}
	return out
})

// isWall reports whether an answer is that of a bot wall and not of the site.
// A page of status 200 is one only if it is small, as such pages are.
func isWall(a answer) bool {
	switch a.status {
	case http.StatusOK, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotAcceptable,
		http.StatusTooManyRequests, http.StatusServiceUnavailable:
	default:
		return false
	}
	if len(a.body) > maxNotice {
		return false
	}
	body := ""
	for _, m := range marks() {
		if a.status == http.StatusOK && !m.sure {
			continue
		}
		if m.header != "" {
			if v, ok := a.header[http.CanonicalHeaderKey(m.header)]; ok && strings.Contains(strings.ToLower(v[0]), m.text) {
				return true
			}
			continue
		}
		if body == "" {
			body = strings.ToLower(string(a.body))
		}
		if strings.Contains(body, m.text) {
			return true
		}
	}
	return false
}
