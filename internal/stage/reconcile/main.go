package reconcile

import (
	"math"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// What makes a finding the event itself.
const (
	mainMost  = 3   // at most so many
	mainShare = 0.8 // of the heaviest finding's weight
	leadEnd   = 4   // claims of an article that count as its head: title, lead
)

// weighFact sets f.weight: how many articles have it, and how near to their
// heads; a finding whose words are the titles' words counts for more.
func (t *table) weighFact(f *fact) {
	best := map[int]float64{}
	for _, c := range f.claims {
		v := &t.views[c]
		w := 1 + headness(v) + t.titleLikeness(v)
		best[v.art] = math.Max(best[v.art], w)
	}
	for _, a := range t.articles(f) {
		f.weight += best[a]
	}
}

// headness is 1 for a title, less for each sentence down, 0 past the lead.
func headness(v *view) float64 {
	if v.order >= leadEnd {
		return 0
	}
	return 1 - float64(v.order)/leadEnd
}

// titleLikeness is the best share of a title's weight that v has, over the
// story's titles.
func (t *table) titleLikeness(v *view) float64 {
	best, n := 0.0, 0
	for _, claims := range t.by {
		for _, c := range claims {
			if x := &t.views[c]; x.Field == news.InTitle {
				shared, _ := t.overlap(v, x)
				best += ratio(shared, x.weight)
				n++
			}
		}
	}
	return ratio(best, float64(n))
}

// markMain marks the findings, sorted by weight, that are the event itself.
func (t *table) markMain(facts []*fact) {
	marked := 0
	for _, f := range facts {
		if marked == mainMost || f.weight < mainShare*facts[0].weight {
			return
		}
		if marked > 0 && (len(t.articles(f)) < 2 || overlapsMain(f, facts)) {
			continue
		}
		f.main = true
		marked++
	}
}

// overlapsMain reports whether most claims of f are in a main finding already.
func overlapsMain(f *fact, facts []*fact) bool {
	for _, g := range facts {
		if g.main && 2*common(f.claims, g.claims) > len(f.claims) {
			return true
		}
	}
	return false
}

// statement is the text of the claim that speaks best for f: in the text rather
// than a title, not a quotation, near to the others, neither long nor short; a
// void one only where all are.
func (t *table) statement(f *fact) string {
	best, at := math.Inf(-1), f.claims[0]
	from := t.standing(f)
	if len(from) == 0 {
		from = f.claims
	}
	for _, c := range from {
		if s := t.speaksFor(c, f); s > best {
			best, at = s, c
		}
	}
	return t.views[at].Text
}

func (t *table) speaksFor(c int, f *fact) float64 {
	v := &t.views[c]
	s := 0.0
	for _, d := range f.claims {
		if d != c {
			s += t.score[key(c, d)]
		}
	}
	s = ratio(s, float64(len(f.claims)))
	if v.Field == news.InTitle {
		s -= 0.3
	}
	if v.Quoted {
		s -= 0.3
	}
	return s - math.Abs(float64(len(v.seq))-14)/50
}

// coverage tells, for main findings and those of two or more articles, what
// each article does with them.
func (t *table) coverage() []news.Coverage {
	var out []news.Coverage
	for i := range t.story.Findings {
		f := &t.story.Findings[i]
		if len(f.Claims) < 2 && !f.Main {
			continue
		}
		c := news.Coverage{Finding: f.ID, Articles: map[news.ArticleID]string{}}
		for j := range t.story.Readings {
			c.Articles[t.story.Readings[j].Article.ID] = news.Omits
		}
		many := 0
		for _, id := range f.Claims {
			a := t.claim(id).Article
			if c.Articles[a] == news.Omits {
				c.Articles[a] = news.States
				many++
			}
		}
		if many < 2 && !f.Main {
			continue
		}
		t.differing(f, c.Articles)
		out = append(out, c)
	}
	return out
}

// differing marks the articles that hold another value than most claims hold.
func (t *table) differing(f *news.Finding, states map[news.ArticleID]string) {
	for _, d := range f.Differences {
		most := slices.MaxFunc(d.Values, func(a, b news.Value) int { return len(a.Claims) - len(b.Claims) })
		for _, v := range d.Values {
			if v.Value == most.Value {
				continue
			}
			for _, id := range v.Claims {
				if !slices.Contains(most.Claims, id) {
					states[t.claim(id).Article] = news.Differs
				}
			}
		}
	}
}

// claim returns the claim of an id that enroll gave.
func (t *table) claim(id news.ClaimID) *news.Claim { return &t.story.Claims[t.index(id)] }

// index is the place in Story.Claims of an id that enroll gave.
func (t *table) index(id news.ClaimID) int {
	n := 0
	for _, r := range id[1:] {
		n = 10*n + int(r-'0')
	}
	return n - 1
}
