package brief

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// maxBeside is how many statements that stand beside a finding are told.
const maxBeside = 4

// beside tells what findings of several articles hold besides what they are told
// by: what somebody says who is none of their origins, as the denial of what the
// finding states. It is told for itself, with those who say the same.
func (d *draft) beside(findings []news.Finding) {
	in := map[news.ClaimID]int{}
	for _, f := range d.story.Findings {
		for _, id := range f.Claims {
			in[id]++
		}
	}
	old := d.overtaken()
	for _, f := range findings {
		told := d.telling(setOf(f))
		if told == nil || len(d.articlesOf(f)) < 2 {
			continue
		}
		for _, id := range f.Claims {
			c := d.claims[id]
			if c == nil || in[id] > 1 || !d.apart(c, f) || d.saysSo(c, told) || d.onlyOld(c, old) {
				continue
			}
			if d.tellBeside(c, f); d.besides == maxBeside {
				return
			}
		}
	}
}

// tellBeside tells c, of f, for itself, with those who say the same.
func (d *draft) tellBeside(c *news.Claim, f news.Finding) {
	cites, section := d.alike(c, f), Single
	if len(d.articlesOf(news.Finding{Claims: cites})) > 1 {
		section = Agreed
	}
	if d.put(section, d.prose(c), cites, d.terms(c)) {
		d.besides++
	}
}

// saysSo reports whether c says what the brief tells already: it has the speaker
// or the matter of the claim that tells its finding, or of a sentence.
func (d *draft) saysSo(c, told *news.Claim) bool {
	return speaker(c) == speaker(told) || same(d.terms(c), d.terms(told)) || d.repeated(d.terms(c))
}

// onlyOld reports whether c has figures, and all of them were overtaken.
func (d *draft) onlyOld(c *news.Claim, old map[string]bool) bool {
	figures := d.figures(c.Text)
	return len(figures) > 0 && !slices.ContainsFunc(figures, func(n string) bool { return !old[n] })
}

// overtaken returns the figures of values that another value followed.
func (d *draft) overtaken() map[string]bool {
	out := map[string]bool{}
	for _, f := range d.story.Findings {
		for _, x := range f.Differences {
			if x.Kind != news.Update || len(x.Values) == 0 {
				continue
			}
			for _, v := range x.Values[:len(x.Values)-1] {
				for _, n := range d.figures(v.Value) {
					out[n] = true
				}
			}
		}
	}
	return out
}

// apart reports whether c, of f, is a whole sentence of somebody who is no origin
// of f, can stand alone, and none of the values of its differences.
func (d *draft) apart(c *news.Claim, f news.Finding) bool {
	if c.Field != news.InText || c.Quoted || opensQuote(closed(c.Text)) || d.scrap(c) || unfinished(c.Text) || d.opensBadly(c) || d.topic(c).back {
		return false
	}
	if speaker(c) == "" || len(f.OriginNames) == 0 || slices.Contains(f.OriginNames, d.sourceName(c.Attribution[0].Source)) {
		return false
	}
	return !slices.ContainsFunc(f.Differences, func(x news.Difference) bool {
		return slices.ContainsFunc(x.Values, func(v news.Value) bool { return slices.Contains(v.Claims, c.ID) })
	})
}

// alike returns c with the claims of f in which the same speaker says the same.
func (d *draft) alike(c *news.Claim, f news.Finding) []news.ClaimID {
	out := []news.ClaimID{c.ID}
	for _, id := range f.Claims {
		if o := d.claims[id]; o != nil && id != c.ID && speaker(o) == speaker(c) && same(d.terms(o), d.terms(c)) {
			out = append(out, id)
		}
	}
	return out
}
