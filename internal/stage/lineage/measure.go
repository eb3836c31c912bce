package lineage

import (
	"math"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/text"
)

// The measures of a pair of articles, in the order of labels.
const (
	mBias = iota
	mShare
	mRun
	mPassages
	mOrder
	mFamily
	mCount
)

// labels name the measures in the model and in Why.
var labels = [mCount]string{"bias", "shared-words", "longest-run", "shared-passages", "sentences-in-order", "one-owner"}

// measures of a pair; all but the bias grow with likeness.
type measures [mCount]float64

// comparison is a pair of articles, aligned and measured.
type comparison struct {
	a, b    *view
	matches []similar.Match
	measures
	share float64 // of b's own words that stand in a
}

// aligned says which passages count as shared.
var aligned = similar.AlignOptions{MinRun: 4, MaxGap: 3, MinSame: 7}

// compare measures two articles of one language.
func compare(a, b *view) *comparison {
	c := &comparison{a: a, b: b, matches: similar.Align(a.keys, b.keys, aligned)}
	var own, weight, longest, passages float64
	for _, m := range c.matches {
		o, w := within(b.words[m.B0:m.B1])
		own, weight = own+o, weight+w
		longest = max(longest, w)
		if o >= float64(aligned.MinSame) {
			passages++
		}
	}
	c.share = ratio(own, b.own)
	c.measures = measures{
		mBias:     1,
		mShare:    math.Sqrt(min(1, ratio(weight, min(a.ownWeight, b.ownWeight)))),
		mRun:      math.Log1p(longest / 10),
		mPassages: math.Log1p(passages),
		mOrder:    inOrder(a, b),
		mFamily:   family(a.outlet(), b.outlet()),
	}
	return c
}

// within sums up the words outside quotation marks, and their weights.
func within(words []word) (own, weight float64) {
	for _, w := range words {
		if !w.quoted {
			own++
			weight += w.weight
		}
	}
	return own, weight
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// near is the cosine from which two sentences are taken to say the same.
const near = 0.5

// inOrder returns which share of the shorter article's sentences, quotations
// left out, meets a near sentence of the other in the same order: the longest
// common subsequence of sentences.
func inOrder(a, b *view) float64 {
	x, y := plain(a), plain(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			if similar.Dot(x[i].stems, y[j].stems) >= near {
				row[j+1] = diagonal + 1
			}
			row[j+1] = max(row[j+1], above, row[j])
			diagonal = above
		}
	}
	return float64(row[len(y)]) / float64(min(len(x), len(y)))
}

// plain returns the sentences that are not quotations.
func plain(v *view) []sentence {
	var out []sentence
	for _, s := range v.sentences {
		if !s.quoted && len(s.stems) > 3 {
			out = append(out, s)
		}
	}
	return out
}

// family returns 1 for two articles of one outlet or owner.
func family(a, b news.Outlet) float64 {
	if a.Domain != "" && a.Domain == b.Domain || a.Group != "" && a.Group == b.Group {
		return 1
	}
	return 0
}

// passages returns the shared passages as spans of both texts, in order.
func (c *comparison) passages() []news.Passage {
	var out []news.Passage
	for _, m := range c.matches {
		out = append(out, news.Passage{
			From: text.Span{Start: c.a.words[m.A0].Start, End: c.a.words[m.A1-1].End},
			To:   text.Span{Start: c.b.words[m.B0].Start, End: c.b.words[m.B1-1].End},
		})
	}
	return out
}
