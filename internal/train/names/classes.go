package names

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/nlp/tagger"
	"github.com/selisik/selisik/internal/nlp/token"
)

// The classes of a word, in the order of the words table.
const (
	coarse   = iota // cluster of words used alike, few
	fine            // the same, many
	capitals        // how often it is capitalised inside a sentence
	lexical         // what it is in lower-cased, labelled news
	encyclic        // what it is in labelled encyclopedia text
)

// leastSeen is how often a word must occur to be given a cluster.
const leastSeen = 8

// usage counts how a word is written inside sentences.
type usage struct {
	word         string
	seen         int
	small, large int
	context      map[int32]float64
}

// classes are the classes of words in small letters.
type classes map[string]*[tagger.Classes]byte

func (c classes) of(w string) *[tagger.Classes]byte {
	if c[w] == nil {
		c[w] = new([tagger.Classes]byte)
	}
	return c[w]
}

// pack returns the words that have a class.
func (c classes) pack() []byte {
	out := map[string][tagger.Classes]byte{}
	for w, v := range c {
		if *v != [tagger.Classes]byte{} {
			out[w] = *v
		}
	}
	return tagger.PackClasses(out)
}

// induce finds clusters and the use of capitals in unlabelled sentences.
//
// Method: words are vectors of positive pointwise mutual information with
// their left and right neighbours, clustered by spherical k-means; a cheap
// stand-in for Brown clusters (Brown et al. 1992).
func induce(c classes, sentences [][]string) {
	words := count(sentences)
	for _, u := range words {
		if inside := u.small + u.large; inside >= 3 {
			c.of(u.word)[capitals] = byte(1 + 6*u.large/inside)
		}
	}
	vectors := vectorise(words)
	for i, k := range kmeans(vectors, 48) {
		c.of(words[i].word)[coarse] = byte(k + 1)
	}
	for i, k := range kmeans(vectors, 240) {
		c.of(words[i].word)[fine] = byte(k + 1)
	}
}

// neighbours is how many frequent words serve as context.
const neighbours = 400

// count returns the use of each word, most frequent first.
func count(sentences [][]string) []*usage {
	byWord := map[string]*usage{}
	for _, s := range sentences {
		for i, w := range s {
			l := strings.ToLower(w)
			u := byWord[l]
			if u == nil {
				u = &usage{word: l, context: map[int32]float64{}}
				byWord[l] = u
			}
			u.seen++
			switch r := []rune(w)[0]; {
			case i == 0:
			case unicode.IsUpper(r):
				u.large++
			case unicode.IsLower(r):
				u.small++
			}
		}
	}
	out := make([]*usage, 0, len(byWord))
	for _, u := range byWord {
		out = append(out, u)
	}
	slices.SortFunc(out, func(a, b *usage) int { return cmp.Or(b.seen-a.seen, strings.Compare(a.word, b.word)) })
	addContext(byWord, out[:min(neighbours, len(out))], sentences)
	return out
}

// addContext counts which frequent words stand beside each word.
func addContext(byWord map[string]*usage, frequent []*usage, sentences [][]string) {
	id := map[string]int32{}
	for i, u := range frequent {
		id[u.word] = int32(2 * i)
	}
	edge := int32(2 * len(frequent))
	for _, s := range sentences {
		last, before := "", edge
		for i, w := range s {
			l := strings.ToLower(w)
			at, ok := id[l]
			if i > 0 && ok {
				byWord[last].context[at+1]++
			}
			if before >= 0 {
				byWord[l].context[before]++
			}
			last, before = l, -1
			if ok {
				before = at
			}
		}
	}
}

// vector is a sparse vector of length 1.
type vector struct {
	at []int32
	by []float64
}

// vectorise weighs the contexts of the words that are frequent enough.
func vectorise(words []*usage) []vector {
	total, all := map[int32]float64{}, 0.0
	for _, u := range words {
		for at, n := range u.context {
			total[at] += n
			all += n
		}
	}
	var out []vector
	for _, u := range words {
		if u.seen < leastSeen {
			break
		}
		out = append(out, weigh(u, total, all))
	}
	return out
}

func weigh(u *usage, total map[int32]float64, all float64) vector {
	var v vector
	mine := 0.0
	for at, n := range u.context {
		mine += n
		v.at = append(v.at, at)
	}
	slices.Sort(v.at)
	norm := 0.0
	for _, at := range v.at {
		x := max(0, math.Log(u.context[at]*all/(mine*total[at])))
		v.by = append(v.by, x)
		norm += x * x
	}
	for i := range v.by {
		v.by[i] /= math.Sqrt(norm + 1e-9)
	}
	return v
}

// kmeans returns the cluster of each vector, of k. The first k vectors are the
// first centres.
func kmeans(vs []vector, k int) []int {
	const dims, rounds = 2*neighbours + 1, 10
	k = min(k, len(vs))
	centres := make([][dims]float64, k)
	for i := range centres {
		for j, at := range vs[i].at {
			centres[i][at] = vs[i].by[j]
		}
	}
	of := make([]int, len(vs))
	for range rounds {
		for i, v := range vs {
			of[i] = nearest(centres, v)
		}
		clear(centres)
		for i, v := range vs {
			for j, at := range v.at {
				centres[of[i]][at] += v.by[j]
			}
		}
		for i := range centres {
			normalise(centres[i][:])
		}
	}
	return of
}

func nearest(centres [][2*neighbours + 1]float64, v vector) int {
	best, at := -1.0, 0
	for c := range centres {
		dot := 0.0
		for j, a := range v.at {
			dot += centres[c][a] * v.by[j]
		}
		if dot > best {
			best, at = dot, c
		}
	}
	return at
}

func normalise(x []float64) {
	sum := 0.0
	for _, v := range x {
		sum += v * v
	}
	for i := range x {
		x[i] /= math.Sqrt(sum + 1e-9)
	}
}

// tokens cuts texts into sentences of words.
func tokens(s *token.Splitter, texts []string) [][]string {
	var out [][]string
	for _, src := range texts {
		t := s.Split(src)
		for _, sent := range t.Sentences {
			ws := make([]string, 0, sent.Last-sent.First)
			for i := sent.First; i < sent.Last; i++ {
				ws = append(ws, t.Word(i))
			}
			out = append(out, ws)
		}
	}
	return out
}

// observe gives each word a class by how labelled sentences tag it: the kind
// that it mostly has, and how surely.
func observe(c classes, class int, data []Sentence) {
	type tally struct{ n [4]int }
	column := map[string]int{"O": 0, "PER": 1, "ORG": 2, "LOC": 3}
	seen := map[string]*tally{}
	for _, s := range data {
		for i, w := range s.words {
			l := strings.ToLower(w)
			if seen[l] == nil {
				seen[l] = &tally{}
			}
			tag := s.names[i]
			seen[l].n[column[tag[max(0, len(tag)-3):]]]++
		}
	}
	for w, t := range seen {
		all, top := 0, 0
		for k, n := range t.n {
			all += n
			if n > t.n[top] {
				top = k
			}
		}
		share := float64(t.n[top]) / float64(all)
		c.of(w)[class] = byte(1 + 3*top + level(share))
	}
}

// level cuts a share into three.
func level(x float64) int {
	switch {
	case x > 0.95:
		return 2
	case x > 0.7:
		return 1
	}
	return 0
}
