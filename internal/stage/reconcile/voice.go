package reconcile

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// voices returns, by article, the source behind what f's articles tell in
// their own voice where nobody is cited for it: of the authorities that at
// least half of the articles cite for other things, the one that the article
// cites most (known). Without such, what the article rests on, else its outlet.
func (o *origins) voices(f *fact) (voice map[int]string, known map[int]bool) {
	arts := o.t.articles(f)
	cites := map[int]map[news.SourceID]int{}
	for _, a := range arts {
		cites[a] = o.authorities(a)
	}
	shared := o.sharedBy(arts, cites)
	out := map[int]string{}
	known = map[int]bool{}
	for _, a := range arts {
		best, n := news.SourceID(""), 0
		for _, s := range shared {
			if cites[a][s] > n {
				best, n = s, cites[a][s]
			}
		}
		switch {
		case best != "":
			out[a], known[a] = string(best), true
		case len(shared) > 0:
			out[a] = string(shared[0])
		case o.rests[a] != "":
			out[a] = string(o.rests[a])
		default:
			out[a] = o.t.outlet(a)
		}
	}
	return out, known
}

// authorities counts the claims of an article by the authority that they are
// attributed to.
func (o *origins) authorities(art int) map[news.SourceID]int {
	out := map[news.SourceID]int{}
	for _, c := range o.t.by[art] {
		if s := o.who(c); s != "" && o.t.authority(s) {
			out[s]++
		}
	}
	return out
}

// sharedBy returns the authorities that two and at least half of the articles
// cite, the most cited first.
func (o *origins) sharedBy(arts []int, cites map[int]map[news.SourceID]int) []news.SourceID {
	in := map[news.SourceID]int{}
	for _, a := range arts {
		for s := range cites[a] {
			in[s]++
		}
	}
	var out []news.SourceID
	for _, s := range o.t.story.Sources {
		if n := in[s.ID]; n >= 2 && 2*n >= len(arts) {
			out = append(out, s.ID)
		}
	}
	slices.SortStableFunc(out, func(a, b news.SourceID) int { return in[b] - in[a] })
	return out
}
