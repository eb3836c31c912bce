package reconcile

import (
	"math"

	"github.com/selisik/selisik/internal/news"
)

// FeatureNames are the features of a pair of claims, in the order of
// Pair.Features. All are in [0,1] unless said otherwise.
var FeatureNames = [...]string{
	"bias",          // always 1
	"contained",     // share of the lighter claim's weight that the heavier has
	"containing",    // share of the heavier claim's weight that the lighter has
	"cosine",        // of the idf-weighted terms
	"phrases",       // shared neighbouring terms, of the shorter claim's
	"rarest",        // the rarest shared term
	"names-clash",   // both name something, and nothing in common
	"number-shared", // an equal quantity of one unit
	"number-clash",  // quantities of one unit that cannot both be, none equal
	"number-alone",  // only one has quantities
	"time-shared",   // times that overlap
	"time-clash",    // times on both sides, none overlap
	"polarity",      // one denies
	"modality",      // asserted against planned or possible
	"same-speaker",  // both rest on one source
	"other-speaker", // on different sources
	"both-quoted",   // both stand in quotation marks
	"one-title",     // one is a title
	"both-titles",   // both are
	"same-article",  //
	"apart",         // distance of their places in their articles
	"shorter",       // ratio of the lengths
	"copied",        // in the two sides of a copied passage
	"best",          // each is the other's best partner in its article
	"rank",          // product of the reciprocal ranks
	"neighbours",    // the sentences before or after are alike too
	"told-least",    // how widely the other articles tell the less told one
	"told-both",     // and how widely both: the product (told.go)
}

// Features is one row, in the order of FeatureNames.
type Features [len(FeatureNames)]float64

// Pair is two claims by their place in Story.Claims, A before B.
type Pair struct {
	A, B     int
	Features Features
}

// features computes the rows of the pairs, in their order.
func (t *table) features(pairs [][2]int) []Pair {
	cos := make(map[[2]int]float64, len(pairs))
	for _, p := range pairs {
		_, cos[p] = t.overlap(&t.views[p[0]], &t.views[p[1]])
	}
	ranks := t.ranks(pairs, cos)
	out := make([]Pair, len(pairs))
	for k, p := range pairs {
		out[k] = Pair{A: p[0], B: p[1], Features: t.row(p, cos, ranks)}
	}
	return out
}

func (t *table) row(p [2]int, cos map[[2]int]float64, ranks map[[2]int]int) Features {
	a, b := &t.views[p[0]], &t.views[p[1]]
	shared, cosine := t.overlap(a, b)
	light, heavy := math.Min(a.weight, b.weight), math.Max(a.weight, b.weight)
	ra, rb := ranks[[2]int{p[0], p[1]}], ranks[[2]int{p[1], p[0]}]
	numShared, numClash := compareQuantities(a.Quantities, b.Quantities)
	if t.language(a) != t.language(b) {
		numShared, numClash = compareQuantities(bare(a.Quantities), bare(b.Quantities)) // units have other names
	}
	timeShared, timeClash := compareTimes(a.Times, b.Times)
	return Features{
		1,
		ratio(shared, light),
		ratio(shared, heavy),
		cosine,
		ratio(float64(common(a.pairs, b.pairs)), float64(min(len(a.pairs), len(b.pairs)))),
		t.rarest(a, b),
		flag(len(a.names) > 0 && len(b.names) > 0 && !shareName(a, b)),
		flag(numShared),
		flag(numClash),
		flag((len(a.Quantities) == 0) != (len(b.Quantities) == 0)),
		flag(timeShared),
		flag(timeClash),
		flag(a.Polarity != b.Polarity),
		flag(a.Modality != b.Modality),
		flag(a.who != "" && a.who == b.who),
		flag(a.who != "" && b.who != "" && a.who != b.who),
		flag(a.Quoted && b.Quoted),
		flag((a.Field == news.InTitle) != (b.Field == news.InTitle)),
		flag(a.Field == news.InTitle && b.Field == news.InTitle),
		flag(a.art == b.art),
		math.Abs(a.pos - b.pos),
		ratio(float64(min(len(a.seq), len(b.seq))), float64(max(len(a.seq), len(b.seq)))),
		flag(t.shared[p]),
		flag(ra == 1 && rb == 1),
		ratio(1, float64(ra*rb)),
		t.neighbours(a, b, cos),
		0, 0, // tell fills them
	}
}

// overlap returns the idf weight of the terms that both have, and the cosine
// of their idf vectors.
func (t *table) overlap(a, b *view) (shared, cosine float64) {
	dot := 0.0
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			shared += t.idf[x]
			dot += t.idf[x] * t.idf[x]
			i, j = i+1, j+1
		}
	}
	if dot == 0 {
		return 0, 0
	}
	return shared, dot / math.Sqrt(t.square(a)*t.square(b))
}

func (t *table) square(v *view) float64 {
	sum := 0.0
	for _, x := range v.terms {
		sum += t.idf[x] * t.idf[x]
	}
	return sum
}

// rarest is the weight of the rarest shared term, of the largest there can be.
func (t *table) rarest(a, b *view) float64 {
	best := 0.0
	for _, x := range a.terms {
		if t.idf[x] > best && has(b.terms, x) {
			best = t.idf[x]
		}
	}
	return best / t.heaviest()
}

// heaviest is the most that a term can weigh in the story.
func (t *table) heaviest() float64 { return math.Log((float64(len(t.views))+1)/1.5 + 1) }

// neighbours is how alike the sentences before or after the two are.
func (t *table) neighbours(a, b *view, cos map[[2]int]float64) float64 {
	best := 0.0
	for _, d := range [2]int{-1, 1} {
		i, j := a.order+d, b.order+d
		if a.art == b.art || i < 0 || j < 0 || i >= len(t.by[a.art]) || j >= len(t.by[b.art]) {
			continue
		}
		best = math.Max(best, cos[key(t.by[a.art][i], t.by[b.art][j])])
	}
	return best
}

func shareName(a, b *view) bool {
	for e := range a.names {
		if b.names[e] {
			return true
		}
	}
	return false
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return math.Min(1, a/b)
}
