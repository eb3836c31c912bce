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

// scope is how many words into what is said its main verb is looked for; a comma
// closes the scope once clause words have gone by.
const scope, clause = 18, 6

// of returns the polarity and modality of what sentence s says from token first
// on: a negator and the first hedge within the scope of its main verb.
func (t *tone) of(tx *token.Text, s token.Sentence, first int) (news.Polarity, news.Modality) {
	polarity, modality := news.Affirmed, news.Modality("")
	low := sentenceWords(tx, s)
	for i := first; i < s.Last && i < first+scope; i++ {
		if i > first+clause && low(i) == "," {
			break
		}
		if modality == "" {
			modality = t.hedge(low, i)
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

// hedge returns the modality of the hedge at token i, "" if there is none.
func (t *tone) hedge(low func(int) string, i int) news.Modality {
	for _, h := range t.hedges[low(i)] {
		if follows(low, i, h.words) {
			return h.modality
		}
	}
	return ""
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
