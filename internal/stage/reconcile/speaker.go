package reconcile

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// What makes quotations of two articles one utterance.
const (
	utterRun   = 4   // words in a row that both have
	utterWords = 6   // different words, of the shorter one at the least
	utterShare = 0.8 // of the different words of the shorter one stand in the other
)

// settleSpeakers returns s with one speaker for what is one utterance in several
// articles. An article that says "he added", or gives no cue, leaves it to its
// reader who spoke; where others name the speaker beside the same words, and agree,
// they are believed, if the article too names that person. Whoever an article names
// beside its words stays. s is not changed. Time grows with the quotations and with
// the pairs of them that share words in a row.
func settleSpeakers(s news.Story) news.Story {
	all := utterances(&s)
	runs := map[string][]int{}
	for i := range all {
		for _, r := range all[i].runs() {
			runs[r] = append(runs[r], i)
		}
	}
	own := map[int]bool{} // readings that are no longer shared with the caller's
	for i := range all {
		u := &all[i]
		by, ok := u.toldElsewhere(all, runs)
		if !ok {
			continue
		}
		if len(own) == 0 {
			s.Readings = slices.Clone(s.Readings)
		}
		r := &s.Readings[u.reading]
		if !own[u.reading] {
			own[u.reading] = true
			*r = unshared(*r)
		}
		give(r, u.quote, by)
	}
	return s
}

// utterance is a direct quotation of a story.
type utterance struct {
	reading, quote int
	words          []string
	different      map[string]bool
	by             news.Attribution // who speaks, as far as is known
	told           bool             // by is named beside the words
	mentions       []news.Mention   // of its article
}

// utterances are the direct quotations of s that are long enough to be known again.
func utterances(s *news.Story) []utterance {
	var out []utterance
	for i := range s.Readings {
		r := &s.Readings[i]
		for k, q := range r.Quotes {
			u := utterance{reading: i, quote: k, words: wordsOf(text.Fold(q.Text)), different: map[string]bool{}, by: speakerOf(r, q), mentions: r.Mentions}
			for _, w := range u.words {
				u.different[w] = true
			}
			if q.Direct && len(u.different) >= utterWords {
				u.told = q.Cue != "" && !anonymous(u.by) && u.by.Name != "" && namedBeside(r.Article.Text, q)
				out = append(out, u)
			}
		}
	}
	return out
}

// speakerOf is who speaks q by the claims that it stands in, whose attribution
// knows of what kind the source is.
func speakerOf(r *news.Reading, q news.Quote) news.Attribution {
	for _, c := range r.Claims {
		if c.Field == news.InText && c.Span.Overlaps(q.Span) && len(c.Attribution) > 0 && c.Attribution[0].Name == q.Speaker {
			return c.Attribution[0]
		}
	}
	return news.Attribution{Name: q.Speaker, Role: q.Role, Kind: news.PersonKind}
}

// runs are the runs of words of u, sorted, each once.
func (u *utterance) runs() []string {
	var out []string
	for i := 0; i+utterRun <= len(u.words); i++ {
		out = append(out, strings.Join(u.words[i:i+utterRun], " "))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// toldElsewhere returns the person whom other articles name beside the words of u,
// if u names nobody, they agree, and u's article names that person too.
func (u *utterance) toldElsewhere(all []utterance, runs map[string][]int) (by news.Attribution, ok bool) {
	if u.told {
		return by, false
	}
	for _, r := range u.runs() {
		for _, j := range runs[r] {
			o := &all[j]
			if !o.told || o.reading == u.reading || !u.same(o) {
				continue
			}
			if by.Name != "" && !kin(by.Name, o.by.Name) {
				return by, false
			}
			if cmp.Or(cmp.Compare(len(o.by.Name), len(by.Name)), strings.Compare(o.by.Name, by.Name)) > 0 {
				by = o.by
			}
		}
	}
	names := slices.ContainsFunc(u.mentions, func(m news.Mention) bool { return m.Kind != news.Place && kin(m.Name, by.Name) })
	return by, names && !kin(by.Name, u.by.Name) && !shareWord(by.Name, u.by.Name)
}

// shareWord reports whether two names have a word in common.
func shareWord(a, b string) bool {
	theirs := wordsOf(text.Fold(b))
	return slices.ContainsFunc(wordsOf(text.Fold(a)), func(w string) bool { return slices.Contains(theirs, w) })
}

// same reports whether u and o are one utterance.
func (u *utterance) same(o *utterance) bool {
	n := 0
	for w := range u.different {
		if o.different[w] {
			n++
		}
	}
	return float64(n) >= utterShare*float64(min(len(u.different), len(o.different)))
}

// unshared returns r with copies of what give changes.
func unshared(r news.Reading) news.Reading {
	r.Quotes, r.Claims, r.Sources = slices.Clone(r.Quotes), slices.Clone(r.Claims), slices.Clone(r.Sources)
	return r
}

// give makes by the speaker of a quotation of r, of the claims that it stands in,
// and a source of the article; whoever was held to be the speaker is a source only
// as far as other passages show it.
func give(r *news.Reading, quote int, by news.Attribution) {
	q := &r.Quotes[quote]
	before := q.Speaker
	q.Speaker, q.Role = by.Name, by.Role
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Field != news.InText || !c.Span.Overlaps(q.Span) {
			continue
		}
		switch {
		case len(c.Attribution) > 0 && c.Attribution[0].Name == before:
			by.Cue, by.Via = c.Attribution[0].Cue, c.Attribution[0].Via
			c.Attribution = append([]news.Attribution{by}, c.Attribution[1:]...)
		case len(c.Attribution) == 0 && c.Quoted:
			by.Cue, by.Via = q.Cue, false
			c.Attribution = []news.Attribution{by}
		}
	}
	at := func(sp text.Span) bool { return sp == q.Span }
	r.Sources = slices.DeleteFunc(r.Sources, func(m news.SourceMention) bool {
		return m.Name == before && !m.Whole && !slices.ContainsFunc(m.Spans, func(sp text.Span) bool { return !at(sp) })
	})
	for i, m := range r.Sources {
		if m.Name == before {
			r.Sources[i].Spans = slices.DeleteFunc(slices.Clone(m.Spans), at)
		}
	}
	if i := slices.IndexFunc(r.Sources, func(m news.SourceMention) bool { return m.Name == by.Name }); i >= 0 {
		r.Sources[i].Spans = append(slices.Clone(r.Sources[i].Spans), q.Span)
	} else {
		r.Sources = append(r.Sources, news.SourceMention{Name: by.Name, Kind: by.Kind, Spans: []text.Span{q.Span}})
	}
}
