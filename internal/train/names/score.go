package names

import (
	"fmt"

	"github.com/selisik/selisik/internal/nlp/tagger"
)

// Score counts names found right, found, and there.
type Score struct{ Right, Found, There int }

// F1 is the harmonic mean of precision and recall.
func (s Score) F1() float64 {
	if s.Found+s.There == 0 {
		return 0
	}
	return 2 * float64(s.Right) / float64(s.Found+s.There)
}

// String gives precision, recall and F1.
func (s Score) String() string {
	return fmt.Sprintf("P %.4f R %.4f F1 %.4f", float64(s.Right)/float64(max(1, s.Found)), float64(s.Right)/float64(max(1, s.There)), s.F1())
}

type span struct {
	first, last int
	kind        string
}

// spans returns the names that BIO tags mark; an I that follows nothing of its
// kind starts one.
func spans(tags []string) map[span]bool {
	out := map[span]bool{}
	var cur span
	for i, t := range append(append([]string{}, tags...), "O") {
		if cur.kind != "" && (t == "O" || t[0] == 'B' || t[2:] != cur.kind) {
			cur.last = i
			out[cur] = true
			cur = span{}
		}
		if t != "O" && cur.kind == "" {
			cur = span{first: i, kind: t[2:]}
		}
	}
	return out
}

// Measure scores a tagger on labelled sentences: names, and the share of right
// parts of speech.
func Measure(t *tagger.Tagger, gold []Sentence) (Score, float64) {
	var s Score
	right, all := 0, 0
	for _, g := range gold {
		pos, names := t.Tag(g.words)
		want, got := spans(g.names), spans(names)
		for k := range got {
			if want[k] {
				s.Right++
			}
		}
		s.Found += len(got)
		s.There += len(want)
		for i := range g.pos {
			all++
			if pos[i] == g.pos[i] {
				right++
			}
		}
	}
	return s, float64(right) / float64(max(1, all))
}
