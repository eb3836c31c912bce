package brief

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// happened tells what happened: the findings that are the event itself, then
// those that several articles carry. Findings that say the same but for a
// detail are told by one sentence, which cites them all. It returns the
// findings that are left, and apart from them those of long ago.
func (d *draft) happened(findings []news.Finding) (later, old []news.Finding) {
	var sets []told
	for _, f := range findings {
		switch {
		case d.isBackground(f) && !f.Main:
			old = append(old, f)
		case !f.Main && (d.spoken(f) || len(d.articlesOf(f)) < 2 && len(d.story.Readings) > 1):
			later = append(later, f)
		default:
			best := d.byReadability(setOf(f))
			if i := slices.IndexFunc(sets, func(t told) bool { return d.sameFact(best, t) }); i >= 0 {
				sets[i].findings = append(sets[i].findings, f)
			} else if len(sets) < maxWhat && slices.ContainsFunc(best, func(c *news.Claim) bool { return c.Field == news.InText }) {
				sets = append(sets, told{[]news.Finding{f}, best})
			} else {
				later = append(later, f)
			}
		}
	}
	if k := d.head(sets, later); k >= 0 {
		sets = append([]told{{later[k : k+1 : k+1], d.byReadability(setOf(later[k]))}}, sets[:min(len(sets), maxWhat-1)]...)
		later = slices.Delete(slices.Clone(later), k, k+1)
	}
	for _, t := range d.topFirst(sets) {
		if !d.tell(setOf(t.findings...)) {
			later = append(later, t.findings...)
		}
	}
	if k := d.newest(later); k >= 0 && d.tell(setOf(later[k])) {
		later = slices.Delete(slices.Clone(later), k, k+1)
	}
	return later, old
}

// newest returns which of the findings is the lead of the last article, if that
// came hours after all others: what has become of the event since ("… was caught")
// is news, though nobody else has it yet. It is -1 if there is none, or if the
// article begins with what is told already.
func (d *draft) newest(findings []news.Finding) int {
	last := d.lastArticle()
	return slices.IndexFunc(findings, func(f news.Finding) bool {
		return last != "" && len(d.articlesOf(f)) == 1 && slices.ContainsFunc(f.Claims, func(id news.ClaimID) bool {
			c := d.claims[id]
			return c != nil && c.Article == last && c.Field == news.InText && d.place[id] == 1 && !c.Quoted && !d.scrap(c) && !unfinished(c.Text) && d.tellsTitle(c)
		})
	})
}

// tellsTitle reports whether c tells, with a few figures, times or names, what its
// article's title does: a lead that goes another way into the subject is no news.
func (d *draft) tellsTitle(c *news.Claim) bool {
	if len(c.Quantities)+len(c.Times)+len(c.Mentions) < tellsMuch {
		return false
	}
	for _, t := range d.claims {
		if t.Article == c.Article && t.Field == news.InTitle && d.terms(t).share(d.terms(c)) >= tellsTitle {
			return true
		}
	}
	return false
}

// lastArticle is the article that was published at least hoursLater after all
// others, "" if none was.
func (d *draft) lastArticle() news.ArticleID {
	var last, before *news.Article
	for i := range d.story.Readings {
		a := &d.story.Readings[i].Article
		switch {
		case a.Published == nil || a.Published.Precision == news.Day:
			return ""
		case last == nil || a.Published.Time.After(last.Published.Time):
			last, before = a, last
		case before == nil || a.Published.Time.After(before.Published.Time):
			before = a
		}
	}
	if before == nil || last.Published.Time.Sub(before.Published.Time) < hoursLater {
		return ""
	}
	return last.ID
}

// head returns which of the findings tells best what the articles' titles and
// first sentences are about, if none of sets stands there: what several articles
// carry is then beside the point. It is -1 if there is none to tell.
func (d *draft) head(sets []told, findings []news.Finding) int {
	if len(d.story.Readings) < 2 || slices.ContainsFunc(sets, d.onTitle) {
		return -1
	}
	var heads set
	for id, c := range d.claims {
		if c.Field == news.InTitle || d.place[id] == 1 {
			heads.claims = append(heads.claims, id)
		}
	}
	slices.Sort(heads.claims)
	best, at := 0.0, -1
	for i, f := range findings {
		for _, id := range f.Claims {
			if c := d.claims[id]; c != nil && d.place[id] == 1 && c.Field == news.InText && !d.scrap(c) && !unfinished(c.Text) {
				if like := d.attested(c, heads); like > best {
					best, at = like, i
				}
			}
		}
	}
	return at
}

// topFirst puts in front, if no article has the first set in its title or begins
// with it, the first that is the event itself and stands there: that is what
// happened, the other is a part of it.
func (d *draft) topFirst(sets []told) []told {
	at := slices.IndexFunc(sets, func(t told) bool { return t.main() && d.onTitle(t) })
	if at < 1 || d.onTitle(sets[0]) {
		return sets
	}
	first := sets[at]
	return slices.Insert(slices.Delete(slices.Clone(sets), at, at+1), 0, first)
}

// main reports whether t is the event itself.
func (t told) main() bool {
	return slices.ContainsFunc(t.findings, func(f news.Finding) bool { return f.Main })
}

// onTitle reports whether an article has t as its first sentence, or in its title
// and one among its first.
func (d *draft) onTitle(t told) bool {
	titled, lead := false, false
	for _, id := range setOf(t.findings...).claims {
		if c := d.claims[id]; c != nil {
			titled = titled || c.Field == news.InTitle
			lead = lead || c.Field == news.InText && d.place[id] <= leadSentences
		}
		if d.place[id] == 1 {
			return true
		}
	}
	return titled && lead
}

// told is findings that one sentence tells, with the claims of the first, the
// best first.
type told struct {
	findings []news.Finding
	best     []*news.Claim
}

// sameFact reports whether the best claim of a finding says what the best one
// of t says, or the finding has no whole sentence that t does not have.
func (d *draft) sameFact(best []*news.Claim, t told) bool {
	if len(best) == 0 || len(t.best) == 0 {
		return false
	}
	own := slices.ContainsFunc(best, func(c *news.Claim) bool { return !d.scrap(c) && c.Field == news.InText && !slices.Contains(t.best, c) })
	return !own || same(d.terms(best[0]), d.terms(t.best[0]))
}

// tell adds the sentence of a set, by a claim that repeats nothing if there is
// one; the first of a brief counts nothing that is not known yet.
func (d *draft) tell(s set) bool {
	best := d.byReadability(s)
	if len(d.sentences) == 0 {
		known := slices.DeleteFunc(slices.Clone(best), func(c *news.Claim) bool { return d.topic(c).counts })
		best = append(known, slices.DeleteFunc(best, func(c *news.Claim) bool { return !d.topic(c).counts })...)
	}
	for _, c := range best {
		if d.repeated(d.terms(c)) {
			continue
		}
		if text, of := d.sentence(c); d.put(What, text, union(s.claims, of), d.terms(c)) {
			return true
		}
	}
	return false
}

// spoken reports whether f is what somebody said, in their words: that is no
// event. What only headlines tell is not said.
func (d *draft) spoken(f news.Finding) bool {
	quoted := false
	for _, id := range f.Claims {
		c := d.claims[id]
		switch {
		case c == nil || c.Field != news.InText || d.scrap(c):
		case c.Quoted || opensQuote(closed(c.Text)):
			quoted = true
		default:
			return false
		}
	}
	return quoted
}
