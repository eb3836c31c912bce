package web

import (
	"net/http"
	"slices"
	"time"
	_ "time/tzdata" // zones by name on machines that have no list of them

	"github.com/selisik/selisik/internal/face"
)

// reader is how somebody wants pages: language, zone and theme, from the
// request and from what was chosen before, which stands in cookies.
type reader struct {
	T     *face.Words // the pages' own words
	W     *face.Words // those that all faces share
	Zone  string      // as chosen; "" is the zone that each time came with
	Theme string      // "light", "dark", or "" for the system's
	Wide  string      // the address asked for, to come back to
}

// Names of the cookies.
const (
	langCookie  = "lang"
	zoneCookie  = "zone"
	themeCookie = "theme"
)

// choices that do not depend on a machine; a browser adds its own zone.
var (
	zones  = []string{"", "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC"}
	themes = []string{"", "light", "dark"}
)

func (s *site) reader(r *http.Request) reader {
	words := face.In(s.Packs, s.Tongues.Of(r))
	out := reader{Wide: r.URL.RequestURI()}
	if zone := cookie(r, zoneCookie); zone != "" {
		if at, err := time.LoadLocation(zone); err == nil && zone != "Local" {
			out.Zone, words = zone, words.In(at)
		}
	}
	if theme := cookie(r, themeCookie); slices.Contains(themes, theme) {
		out.Theme = theme
	}
	out.W, out.T = words, words.Of("web")
	return out
}

func cookie(r *http.Request, name string) string {
	if c, err := r.Cookie(name); err == nil {
		return c.Value
	}
	return ""
}

// keep sets a cookie for a year.
func (s *site) keep(w http.ResponseWriter, name, value string) {
	http.SetCookie(w, &http.Cookie{
		Name: name, Value: value, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, SameSite: http.SameSiteLaxMode,
		Secure: s.CertFile != "" || len(s.TrustProxy) > 0,
	})
}

// location is the zone in which the reader gives days: the one chosen, else the
// server's.
func (s *site) location(r *reader) *time.Location {
	if at, err := time.LoadLocation(r.Zone); err == nil && r.Zone != "" {
		return at
	}
	return s.Site.Zone
}
