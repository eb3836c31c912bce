package query

import "github.com/selisik/selisik/internal/nlp/term"

// Parameters of the ranking. The average length is a constant rather than the
// store's own, so that a result does not move because others came in.
const (
	saturation  = 1.2  // k1: how soon more of the same word adds nothing
	lengthShare = 0.75 // b: how much long texts are held back
	usualLength = 300  // words of an article
	titleWeight = 4    // of a word in the title against one in the text
)

// bm25 returns how well a text answers a question: the sum over its terms of
// rarity × saturated frequency. tf[i] is how often term i stands in the text, of
// length words where usual is normal.
//
// Method: Robertson & Zaragoza 2009, §3.5 and, for titles, §3.6 (BM25F with one
// length): frequencies are weighted and added before they are saturated.
func bm25(m *term.Maker, terms []string, tf []float64, length, usual float64) float64 {
	norm := saturation * (1 - lengthShare + lengthShare*length/usual)
	sum := 0.0
	for i, t := range terms {
		if i < len(tf) {
			sum += m.Weight(t) * tf[i] * (saturation + 1) / (tf[i] + norm)
		}
	}
	return sum
}

// weighted adds the counts of titles and texts to one frequency a term.
func weighted(title, body []int) []float64 {
	out := make([]float64, max(len(title), len(body)))
	for i, n := range title {
		out[i] += titleWeight * float64(n)
	}
	for i, n := range body {
		out[i] += float64(n)
	}
	return out
}
