package reconcile

import (
	"maps"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// question is what figures of several articles answer, each article once: the
// number of dead, the depth of a quake, what a licence costs.
type question struct {
	figures []Figure // in order
	clashes []clash  // of those that are not the same
}

// The least score of two claims whose figures are taken to exclude each other: in
// sentences that tell of other things they hardly ever do, least of all beside
// other names, or where little says that they answer one question.
const (
	rivalScore = 0.1
	otherScore = 0.3
)

// unlikely is up to how likely two figures answer one question that the claims must
// be alike all the same.
const unlikely = 0.15

// likeClaims reports whether the claims of two figures, which answer one question
// as likely as score, are alike enough for that.
func (t *table) likeClaims(p *FigurePair, score float64) bool {
	least := rivalScore
	if p.Features[subjectClash] > 0 || score < unlikely {
		least = otherScore
	}
	return t.score[key(p.A.Claim, p.B.Claim)] >= least
}

// figureQuestions groups figures into questions in two steps, each by average
// link: equal figures that answer one question are one telling; tellings of
// different figures meet while the likelihood that they answer one question
// averages Ask or more. The order is that of the first figures. Cost: pairs ×
// log pairs.
func (t *table) figureQuestions(pairs [][2]int, m *FigureModel) []question {
	all := t.figures()
	at := make(map[Figure]int, len(all))
	for i, f := range all {
		at[f] = i
	}
	same := newGrouping(len(all))
	var unequal []link
	for _, p := range t.figurePairs(pairs) {
		a, b := at[p.A], at[p.B]
		switch s := m.score(&p, Distance(t.quantity(p.A), t.quantity(p.B))); {
		case p.Relation == Equal:
			same.link(a, b, s)
		case s > 0 && t.ofOneTelling(&p) && (p.Relation != Rival || t.likeClaims(&p, s)):
			unequal = append(unequal, link{a, b, s})
		}
	}
	tellings := same.run(m.Ask)
	var out []question
	for _, members := range t.tellingGroups(all, tellings, unequal).run(m.Ask) {
		var fs []int
		for _, k := range members {
			fs = append(fs, tellings[k]...)
		}
		if slices.Sort(fs); len(fs) > 1 {
			out = append(out, t.question(all, fs))
		}
	}
	return out
}

// link is two figures, by number, with how likely they answer one question.
type link struct {
	a, b  int
	score float64
}

// both is what it is worth, against the likelihoods of pairs of articles, that
// one article tells two figures: it seldom answers a question twice.
const both = -1

// tellingGroups prepares the grouping of tellings: two are as near as the mean,
// over the pairs of their articles, of the likeliest pair of their figures.
func (t *table) tellingGroups(all []Figure, tellings [][]int, links []link) *grouping {
	in := make([]int, len(all))       // figure → telling
	tellers := map[int]map[int]bool{} // telling → its articles
	by := make([][]int, len(t.by))    // article → its tellings
	for k, members := range tellings {
		tellers[k] = map[int]bool{}
		for _, i := range members {
			in[i] = k
			if art := t.views[all[i].Claim].art; !tellers[k][art] {
				tellers[k][art] = true
				by[art] = append(by[art], k)
			}
		}
	}
	best := map[[4]int]float64{} // tellings and articles → likelihood
	for _, l := range links {
		x, y, p, q := in[l.a], in[l.b], t.views[all[l.a].Claim].art, t.views[all[l.b].Claim].art
		if x > y {
			x, y, p, q = y, x, q, p
		}
		best[[4]int{x, y, p, q}] = max(best[[4]int{x, y, p, q}], l.score)
	}
	for art, ks := range by {
		for i, k := range ks {
			for _, o := range ks[:i] {
				if !equal(t.quantity(all[tellings[o][0]]), t.quantity(all[tellings[k][0]])) {
					best[[4]int{o, k, art, art}] = both
				}
			}
		}
	}
	sum := map[[2]int]float64{}
	for _, k := range slices.SortedFunc(maps.Keys(best), func(a, b [4]int) int { return slices.Compare(a[:], b[:]) }) {
		sum[[2]int{k[0], k[1]}] += best[k]
	}
	g := newGrouping(len(tellings))
	for p, s := range sum {
		g.link(p[0], p[1], s/float64(len(tellers[p[0]])*len(tellers[p[1]])))
	}
	return g
}

// question is what the members answer.
func (t *table) question(all []Figure, members []int) question {
	var q question
	for _, i := range members {
		for _, f := range q.figures {
			if x, y := t.quantity(f), t.quantity(all[i]); !equal(x, y) {
				q.clashes = append(q.clashes, t.figureClash(f, x, all[i], y))
			}
		}
		q.figures = append(q.figures, all[i])
	}
	return q
}

// Distance is how far two figures lie from one another: 0 for equal ones, 1 for
// one ten times the other or more, and where one is not above zero.
func Distance(x, y news.Quantity) float64 {
	a, b := lowest(x), lowest(y)
	if a <= 0 || b <= 0 {
		return 1
	}
	return min(1, math.Abs(math.Log10(a/b)))
}

func lowest(q news.Quantity) float64 {
	switch {
	case q.Min != nil:
		return *q.Min
	case q.Max != nil:
		return *q.Max
	}
	return 0
}

// figureClash is the clash of two figures that answer one question, or seem to:
// a claim that counts both counts two things.
func (t *table) figureClash(a Figure, x news.Quantity, b Figure, y news.Quantity) clash {
	i, j := a.Claim, b.Claim
	c := differ(news.SlotQuantity, t.atOneTime(i, j, kindOf(x, y)), t.figure(i, x), t.figure(j, y))
	if counts(x.Unit) && (t.countsToo(i, y) || t.countsToo(j, x)) {
		c.kind = news.Scope // "of 2,000 soldiers 300 are there"
		return c
	}
	c.toll = t.toll(i, x) && t.toll(j, y)
	if c.kind == news.Contradiction && c.toll && t.apart(i, j, tollGap) {
		c.kind = news.Update
	}
	w := t.wordsOf(&t.views[i])
	c.grows = below(x, y) && counts(x.Unit) && !w.duration[x.Unit]
	c.tally = c.grows && !w.measure[x.Unit] && c.kind == news.Update && t.before(i, j)
	return c
}

// toll reports whether a quantity of claim i counts people of one fate, whose
// number changes by the hour.
func (t *table) toll(i int, q news.Quantity) bool { return tolls[t.aspectOf(i, q).of] }

// ask gives each question whose figures differ to the finding that holds most
// of its claims, the first of several.
func (t *table) ask(facts []*fact) {
	qs := t.figureQuestions(t.compared(), t.r.figureModelOf(t.story))
	t.serial = t.seriesOf(t.agreements(qs))
	in := t.factsOf(facts)
	for _, q := range qs {
		if asked := t.ofSeries(q.clashes); len(asked) > 0 {
			k := home(q.claims(), in, len(facts))
			facts[k].asked = append(facts[k].asked, asked)
		}
	}
}

// claims returns the claims of a question's figures, each once.
func (q *question) claims() []int {
	var out []int
	for _, f := range q.figures {
		out = append(out, f.Claim)
	}
	return slices.Compact(out)
}

// factsOf returns the facts that hold each claim.
func (t *table) factsOf(facts []*fact) [][]int {
	in := make([][]int, len(t.views))
	for k, f := range facts {
		for _, c := range f.claims {
			in[c] = append(in[c], k)
		}
	}
	return in
}

// home is the fact, of n, that holds most of the claims, the first of several.
func home(claims []int, in [][]int, n int) int {
	held := make([]int, n)
	for _, c := range claims {
		for _, k := range in[c] {
			held[k]++
		}
	}
	best := 0
	for k := range held {
		if held[k] > held[best] {
			best = k
		}
	}
	return best
}

// compared returns the pairs of claims that were compared, sorted.
func (t *table) compared() [][2]int {
	out := make([][2]int, 0, len(t.score))
	for p := range t.score {
		out = append(out, p)
	}
	slices.SortFunc(out, comparePairs)
	return out
}
