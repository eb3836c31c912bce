package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// How a claim in the outlet's own voice comes to an origin.
const (
	supportCosine = 0.35 // with a claim of its article: it tells what that source said
	backedCosine  = 0.25 // with a claim of its article: that source may have told it
	backedShare   = 0.3  // of an article's claims are one authority's: so it has the rest
	seenShare     = 0.12 // of a story's claims are reported speech, at most: desks saw it
)

// of names the origin of each claim of f, and tells which claims are evidence
// that this origin tells of f. What an outlet tells in its own voice is its
// source's where its article elsewhere says that a source told just this. Else,
// where somebody is cited, it repeats what its article, else most of f's
// claims, have from one named: an unsourced repetition is no second origin.
// Where nobody is cited the voices decide.
func (o *origins) of(f *fact) (names []string, cited []bool) {
	said, described := o.spoken(f)
	o.support(f, said)
	names, cited = make([]string, len(f.claims)), make([]bool, len(f.claims))
	if len(said) == 0 {
		said = described
	}
	most := mostOf(f, said)
	for i, c := range f.claims {
		s, ok := said[c]
		switch {
		case ok:
			names[i], cited[i] = s, o.t.views[c].Field == news.InText
		case most != "":
			names[i] = o.repeats(c, f, said, most)
		}
	}
	if most == "" {
		o.voices(f, names, cited)
	}
	return names, cited
}

// support adds to said the own claims of f that repeat what a named source says
// elsewhere in the same article; what it thinks of it is no telling.
func (o *origins) support(f *fact, said map[int]string) {
	for _, c := range f.claims {
		v := &o.t.views[c]
		if len(v.Attribution) > 0 || v.Field != news.InText {
			continue
		}
		near := supportCosine
		for _, d := range o.t.by[v.art] {
			if s, named := o.who(d); named && !o.t.opines(&o.t.views[d]) {
				if _, cos := o.t.overlap(v, &o.t.views[d]); cos >= near {
					near, said[c] = cos, string(s)
				}
			}
		}
	}
}

// spoken returns the sources that claims of f are attributed to, by claim:
// those by a named source, and those by a described one ("officials"), who may
// be anybody and count as one.
func (o *origins) spoken(f *fact) (named, described map[int]string) {
	named, described = map[int]string{}, map[int]string{}
	var anybody string
	for _, c := range f.claims {
		switch s, ok := o.who(c); {
		case s == "":
		case ok:
			named[c] = string(s)
		default:
			if anybody == "" {
				anybody = string(s)
			}
			described[c] = anybody
		}
	}
	return o.bySpeaker(named), described
}

// bySpeaker gives the claims of a mere carrier to a speaker who is cited for
// the same and whom the carrier's claim names or its article cites.
func (o *origins) bySpeaker(named map[int]string) map[int]string {
	out := map[int]string{}
	for c, s := range named {
		out[c] = s
		if at := o.t.views[c].Attribution; len(at) == 0 || !at[0].Via {
			continue
		}
		best := ""
		for d, other := range named {
			if at := o.t.views[d].Attribution; len(at) > 0 && !at[0].Via && o.tells(c, news.SourceID(other)) && (best == "" || other < best) {
				best = other
			}
		}
		if best != "" {
			out[c] = best
		}
	}
	return out
}

// tells reports whether a claim names a source or its article cites it.
func (o *origins) tells(c int, s news.SourceID) bool {
	return o.t.names(c, o.t.sourceName(s)) || slices.ContainsFunc(o.t.by[o.t.views[c].art], func(d int) bool {
		at := o.t.views[d].Attribution
		return len(at) > 0 && at[0].Source != "" && o.house.of(at[0].Source) == s
	})
}

// names reports whether a claim has the last word of a name.
func (t *table) names(c int, name string) bool {
	words := wordsOf(text.Fold(name))
	return len(words) > 0 && strings.Contains(text.Fold(t.views[c].Text), words[len(words)-1])
}

// mostOf is the source of most of f's claims, the earliest cited of equals.
func mostOf(f *fact, said map[int]string) string {
	count := map[string]int{}
	best := ""
	for _, c := range f.claims {
		if s := said[c]; s != "" {
			count[s]++
		}
	}
	for _, c := range f.claims {
		if s := said[c]; count[s] > count[best] && s != "" {
			best = s
		}
	}
	return best
}

// repeats is whom an own claim among cited ones repeats: the source of a cited
// claim with the same text, whoever its own article cites for the same, else
// the most cited.
func (o *origins) repeats(c int, f *fact, said map[int]string, most string) string {
	for _, d := range f.claims {
		if said[d] != "" && o.t.oneText(c, d) {
			return said[d]
		}
	}
	for _, d := range f.claims {
		if o.t.views[d].art == o.t.views[c].art && said[d] != "" {
			return said[d]
		}
	}
	return most
}

// voices names the origins of a finding for which nobody is cited. Outlets are
// origins of what happens in public, which their desks saw: articles that
// attribute little, and none of whose sources says what f says. Else all of it
// rests on the source that backs most of the articles, or on whoever told it
// first: reports that mostly repeat sources are no witnesses.
func (o *origins) voices(f *fact, names []string, cited []bool) {
	backs := o.backing(f)
	for i, c := range f.claims {
		carrier := o.carrierOf(c)
		switch {
		case carrier != "":
			names[i], cited[i] = string(carrier), true
		case backs != "":
			names[i] = string(backs)
		case o.seen:
			names[i], cited[i] = o.t.outlet(o.t.views[c].art), true
		default:
			names[i] = o.t.outlet(o.t.views[o.first(f)].art)
		}
	}
}

// carrierOf is, for a claim about somebody whose words reach the articles
// through carriers, the carrier that its article cites most; "" else.
func (o *origins) carrierOf(c int) news.SourceID {
	v := &o.t.views[c]
	about := false
	for s := range o.carried {
		about = about || o.t.names(c, o.t.sourceName(s))
	}
	if !about {
		return ""
	}
	var best news.SourceID
	count := map[news.SourceID]int{}
	for _, d := range o.t.by[v.art] {
		if s, named := o.who(d); named && o.carriers[s] {
			if count[s]++; count[s] > count[best] {
				best = s
			}
		}
	}
	return best
}

// backing is the source that backs most of f's articles, the first of equals.
func (o *origins) backing(f *fact) news.SourceID {
	count := map[news.SourceID]int{}
	var best news.SourceID
	for _, art := range o.t.articles(f) {
		if s := o.backs(art, f); s != "" {
			if count[s]++; count[s] > count[best] {
				best = s
			}
		}
	}
	return best
}

// backs is the source of an article that says most nearly what f says, what the
// article credits as a whole, or the authority that much of it is attributed
// to; "" if there is none.
func (o *origins) backs(art int, f *fact) news.SourceID {
	near, at := backedCosine, news.SourceID("")
	count := map[news.SourceID]int{}
	for _, d := range o.t.by[art] {
		s, _ := o.who(d)
		if s == "" {
			continue
		}
		if count[s]++; at == "" && o.t.authority(s) && float64(count[s]) >= backedShare*float64(len(o.t.by[art])) {
			at = s
		}
		for _, c := range f.claims {
			if _, cos := o.t.overlap(&o.t.views[c], &o.t.views[d]); o.t.views[c].art == art && cos >= near {
				near, at = cos, s
			}
		}
	}
	if at == "" {
		at = o.house.of(o.t.credited(art))
	}
	return at
}

// desksSaw reports whether the desks saw for themselves what they tell: at
// least half of the articles tell a score, and little is reported speech. Other
// stories without sources (prices, previews of products, how-to) have theirs
// from somebody whom they do not name.
func (t *table) desksSaw() bool {
	all, reported, scores := 0, 0, 0
	for art := range t.by {
		told := false
		for _, c := range t.by[art] {
			v := &t.views[c]
			told = told || t.tellsScore(v)
			if v.Field == news.InText {
				all++
				if len(v.Attribution) > 0 && !v.Quoted {
					reported++
				}
			}
		}
		if told {
			scores++
		}
	}
	return 2*scores >= len(t.by) && float64(reported) <= seenShare*float64(all)
}

// tellsScore reports whether a quantity of a claim is the score of a match.
func (t *table) tellsScore(v *view) bool {
	return slices.ContainsFunc(v.Quantities, func(q news.Quantity) bool { return t.wordsOf(v).score[q.Unit] })
}

// first is the earliest published of f's claims.
func (o *origins) first(f *fact) int {
	best := f.claims[0]
	for _, c := range f.claims {
		a, b := o.t.story.Readings[o.t.views[c].art].Article.Published, o.t.story.Readings[o.t.views[best].art].Article.Published
		if a != nil && b != nil && a.Time.Before(b.Time) {
			best = c
		}
	}
	return best
}
