package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// gatherer collects sources by name.
type gatherer struct {
	list []news.SourceMention
}

// sources returns every place from which the article says that it has its
// information, in order of first mention. Who merely hopes, praises or warns is
// none; nor is the article's own outlet.
func (r *reader) sources(a news.Article, f *field) []news.SourceMention {
	var g gatherer
	head := strings.ToLower(datelineOf(f).Of(f.text.Source))
	own := func(o *news.Outlet, name string) bool { return own(o, name) || heads(head, name) }
	for _, at := range f.said.Attributions {
		for _, l := range at.Chain {
			if l.Stance != opinion && !own(a.Outlet, l.Name) {
				g.add(l.Name, l.Kind, l.Span, at.Whole && l.Via)
			}
		}
	}
	for _, e := range f.said.Reports {
		if e.Stance != opinion && !own(a.Outlet, e.Name) && !e.Vague {
			g.add(e.Name, e.Kind, e.Span, false)
		}
	}
	for _, q := range f.said.Quotes {
		if q.Direct && !own(a.Outlet, q.Speaker) {
			g.add(q.Speaker, q.Kind, q.Span, false)
		}
	}
	for _, sp := range f.agencies(reportBegins(f)) {
		if name := sp.Of(f.text.Source); r.others(a.Outlet, name) {
			g.add(name, news.Agency, sp, true)
		}
	}
	return g.with(r.credits.of(a))
}

// opinion is the stance of cues that tell what somebody thinks or wants.
const opinion = "opinion"

// others reports whether the agency of a dateline is not the outlet itself; where
// that is not known, letters that no table has are taken for its own.
func (r *reader) others(o *news.Outlet, name string) bool {
	if o == nil && strings.ToUpper(name) == name {
		return r.credits.kinds[strings.ToLower(name)] != ""
	}
	return !own(o, name) && !house(o, name)
}

// own reports whether name is the outlet's own.
func own(o *news.Outlet, name string) bool {
	if o == nil {
		return false
	}
	n := strings.ToLower(name)
	desk := n[strings.LastIndexByte(n, ' ')+1:] // "Health kabar.example": a desk of its
	return n == strings.ToLower(o.Name) || n != "" && (desk == o.Domain || strings.HasPrefix(o.Domain, n+"."))
}

// heads reports whether a dateline, in small letters, names the site of that name:
// then it is the article's own.
func heads(dateline, name string) bool {
	n := strings.ToLower(name)
	return strings.Contains(n, ".") && strings.HasPrefix(dateline, n)
}

// house reports whether the outlet's domain begins with an agency's name, as
// the agency's own site does.
func house(o *news.Outlet, name string) bool {
	n := strings.ToLower(strings.ReplaceAll(name, " ", ""))
	return o != nil && (strings.HasPrefix(o.Domain, n) || n == initials(o.Name))
}

// initials returns the first letters of the words of a name, in lower case; ""
// for a single word.
func initials(name string) string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return ""
	}
	out := ""
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		out += string(r)
	}
	return out
}

// add notes that sp shows the source of that name; a name whose words are all
// in another's is the same source, and the longer name stays.
func (g *gatherer) add(name, kind string, sp text.Span, whole bool) {
	if name == "" {
		return
	}
	for i := range g.list {
		s := &g.list[i]
		if !sameSource(s.Name, name) {
			continue
		}
		if len(name) > len(s.Name) {
			s.Name, s.Kind = name, cmp.Or(kind, s.Kind)
		}
		s.Whole = s.Whole || whole
		if !slices.Contains(s.Spans, sp) {
			s.Spans = append(s.Spans, sp)
		}
		return
	}
	g.list = append(g.list, news.SourceMention{Name: name, Kind: kind, Spans: []text.Span{sp}, Whole: whole})
}

// sameSource reports whether the words of one name are all in the other.
func sameSource(a, b string) bool {
	wa, wb := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(wa) > len(wb) {
		wa, wb = wb, wa
	}
	for _, w := range wa {
		if !slices.Contains(wb, w) {
			return false
		}
	}
	return len(wa) > 0
}

// with returns the sources in order of first mention, then those of credits.
func (g *gatherer) with(credits []news.SourceMention) []news.SourceMention {
	for i := range g.list {
		slices.SortFunc(g.list[i].Spans, func(a, b text.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	}
	slices.SortStableFunc(g.list, func(a, b news.SourceMention) int { return a.Spans[0].Start - b.Spans[0].Start })
	for _, c := range credits {
		i := slices.IndexFunc(g.list, func(s news.SourceMention) bool { return sameSource(s.Name, c.Name) })
		if i < 0 {
			g.list = append(g.list, c)
			continue
		}
		g.list[i].Whole = true
	}
	return g.list
}
