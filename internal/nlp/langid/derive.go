package langid

import (
	"cmp"
	"math"
	"slices"
)

// Marker is a word that tells a language.
type Marker struct {
	Form   string
	Weight float64
}

// Corpus is running text of one language and one origin.
type Corpus struct {
	Tag   string
	Texts []string
}

// Derive finds the markers of language tag: its n most frequent words, each
// weighted with the logarithm of how many times more frequent it is there than
// in the other languages (at most maxWeight). A word is as frequent in a
// language as in that corpus of it where it is rarest, and as frequent in the
// other languages as where it is most frequent, so that the topics of one corpus
// do not count. Words of one letter and those that do not tell are left out. The
// result is sorted by form; equal corpora give equal markers.
func Derive(corpora []Corpus, tag string, n int) []Marker {
	var own, others []map[string]float64
	for _, c := range corpora {
		if c.Tag == tag {
			own = append(own, frequencies(c.Texts))
		} else {
			others = append(others, frequencies(c.Texts))
		}
	}
	if len(own) == 0 {
		return nil
	}
	here := map[string]float64{}
	var out []Marker
	for w := range own[0] {
		here[w] = least(own, w)
		weight := math.Log(here[w] / max(most(others, w), unseen))
		if len(w) > 1 && here[w] > 0 && weight >= 1 {
			out = append(out, Marker{w, math.Round(min(weight, maxWeight)*10) / 10})
		}
	}
	slices.SortFunc(out, func(a, b Marker) int {
		return cmp.Or(cmp.Compare(here[b.Form], here[a.Form]), cmp.Compare(a.Form, b.Form))
	})
	out = out[:min(n, len(out))]
	slices.SortFunc(out, func(a, b Marker) int { return cmp.Compare(a.Form, b.Form) })
	return out
}

const (
	maxWeight = 4    // keeps one word from deciding
	unseen    = 1e-5 // frequency of a word that a language was not seen to use
)

// frequencies returns how often each word is used, as a share of all words.
func frequencies(texts []string) map[string]float64 {
	count, all := map[string]float64{}, 0.0
	for _, s := range texts {
		each(s, func(w []byte) { count[string(w)]++; all++ })
	}
	for w := range count {
		count[w] /= all
	}
	return count
}

func least(corpora []map[string]float64, w string) float64 {
	x := math.Inf(1)
	for _, c := range corpora {
		x = min(x, c[w])
	}
	return x
}

func most(corpora []map[string]float64, w string) float64 {
	x := 0.0
	for _, c := range corpora {
		x = max(x, c[w])
	}
	return x
}
