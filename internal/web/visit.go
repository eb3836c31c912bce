package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// since is what has changed in a story since the reader was last here.
type since struct {
	When   string // of that visit; "" if nothing has changed, or it is the first
	Lines  []string
	Recent []arrival
}

// arrival is an article that came, or came anew, since.
type arrival struct {
	ID, What string
}

// seen is what a reader saw of a story, kept in a cookie.
type seen struct {
	story       string
	revision    int64
	began, last int64 // minutes since 1970: of the visit, and of its last look
	origins     int
	differences int
}

const (
	seenCookie = "seen"
	mostSeen   = 30
	pause      = 30 // minutes without a look that end a visit
)

// since tells what changed, and notes the visit.
func (s *site) since(w http.ResponseWriter, r *http.Request, as *reader, st *store.Story, o *opened) (since, error) {
	all := readSeen(cookie(r, seenCookie))
	now := s.Now().Unix() / 60
	is := seen{o.Story.ID, o.Revision, now, now, mostOrigins(o.Page), differences(o.Page)}
	i := slices.IndexFunc(all, func(v seen) bool { return v.story == is.story })
	var out since
	keep := is
	if i >= 0 {
		was := all[i]
		all = slices.Delete(all, i, i+1)
		if now-was.last < pause && r.URL.Query().Get("seen") == "" { // the same visit goes on
			keep = was
			keep.last = now
		}
		if was.revision != is.revision && r.URL.Query().Get("seen") == "" {
			var err error
			if out, err = s.changes(r, as, st, was, is); err != nil {
				return out, err
			}
		}
	}
	all = slices.Insert(all, 0, keep)
	s.keep(w, seenCookie, writeSeen(all[:min(len(all), mostSeen)]))
	return out, nil
}

// changes puts the step from one look to another into words.
func (s *site) changes(r *http.Request, as *reader, st *store.Story, was, is seen) (since, error) {
	at := time.Unix(was.began*60, 0)
	out := since{When: as.W.Lately(at, s.Now())}
	if was.origins != is.origins {
		out.Lines = append(out.Lines, as.T.Say("since.origins", "was", as.W.Int(was.origins), "is", as.W.Int(is.origins)))
	}
	if was.differences != is.differences {
		out.Lines = append(out.Lines, as.T.Say("since.differences", "was", as.W.Int(was.differences), "is", as.W.Int(is.differences)))
	}
	versions, err := query.Current(r.Context(), s.Store, st.Pages)
	if err != nil {
		return out, err
	}
	for i := range versions {
		if v := &versions[i]; v.Withdrawn.After(at) || v.Seen.After(at) {
			out.Recent = append(out.Recent, arrival{string(v.ID), as.arrived(v, at)})
		}
	}
	return out, nil
}

// arrived tells what became of an article.
func (r *reader) arrived(v *store.Article, at time.Time) string {
	key := "since.new"
	switch {
	case v.Withdrawn.After(at):
		key = "since.withdrawn"
	case v.Version > 1:
		key = "since.changed"
	}
	return r.T.Say(key, "outlet", outletOf(v), "title", titleOf(v))
}

func mostOrigins(p *query.Page) int {
	n := 0
	for i := range p.Story.Findings {
		n = max(n, p.Story.Findings[i].Origins)
	}
	return n
}

func differences(p *query.Page) int {
	n := 0
	for i := range p.Story.Findings {
		n += len(p.Story.Findings[i].Differences)
	}
	return n
}

// writeSeen and readSeen keep the list in a cookie: "s-1.7.29000001.29000004.2.1~…".
func writeSeen(all []seen) string {
	var out []string
	for _, v := range all {
		n := []int64{v.revision, v.began, v.last, int64(v.origins), int64(v.differences)}
		s := v.story
		for _, x := range n {
			s += "." + strconv.FormatInt(x, 10)
		}
		out = append(out, s)
	}
	return strings.Join(out, "~")
}

func readSeen(s string) []seen {
	var out []seen
	for part := range strings.SplitSeq(s, "~") {
		f := strings.Split(part, ".")
		if len(f) != 6 || len(out) == mostSeen {
			continue
		}
		var n [5]int64
		bad := false
		for i := range n {
			var err error
			n[i], err = strconv.ParseInt(f[i+1], 10, 64)
			bad = bad || err != nil
		}
		if !bad {
			out = append(out, seen{f[0], n[0], n[1], n[2], int(n[3]), int(n[4])})
		}
	}
	return out
}
