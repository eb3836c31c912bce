package extract

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
)

// tone tells polarity and modality of sentences from the pack's negators and
// hedges. A phrase of several words is listed under its first.
type tone struct {
	negators map[string][][]string
	hedges   map[string][]hedge
}

type hedge struct {
	words    []string
	modality news.Modality
}

func newTone(p *lang.Pack) *tone {
	t := &tone{negators: map[string][][]string{}, hedges: map[string][]hedge{}}
	for _, r := range p.Rows("negators") {
		if r.Cols[1] != "verb" {
			continue
		}
		w := strings.Fields(r.Cols[0])
		t.negators[w[0]] = append(t.negators[w[0]], w)
	}
	for _, r := range p.Rows("hedges") {
		w := strings.Fields(r.Cols[0])
		t.hedges[w[0]] = append(t.hedges[w[0]], hedge{w, news.Modality(r.Cols[1])})
	}
	for _, h := range t.hedges {
		slices.SortStableFunc(h, func(a, b hedge) int { return len(b.words) - len(a.words) })
	}
	return t
}

// scope is how many words into a sentence its main verb is looked for.
const scope = 18

// of returns the polarity and modality of sentence s: those of the first
// negator and hedge near its start, outside of quotation marks and brackets.
func (t *tone) of(tx *token.Text, s token.Sentence) (news.Polarity, news.Modality) {
	polarity, modality := news.Affirmed, news.Modality("")
	low := sentenceWords(tx, s)
	for i := s.First; i < s.Last && i < s.First+scope; i++ {
		if modality == "" {
			for _, h := range t.hedges[low(i)] {
				if follows(low, i, h.words) {
					modality = h.modality
					break
				}
			}
		}
		for _, n := range t.negators[low(i)] {
			if follows(low, i, n) {
				polarity = news.Denied
			}
		}
	}
	if modality == "" {
		modality = news.Asserted
	}
	return polarity, modality
}

// follows reports whether words stand from i on.
func follows(low func(int) string, i int, words []string) bool {
	for k, w := range words {
		if low(i+k) != w {
			return false
		}
	}
	return true
}
