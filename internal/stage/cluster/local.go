package cluster

import (
	"math"

	"github.com/selisik/selisik/internal/nlp/similar"
)

// What an affair's articles all share tells nothing about which of its stories
// they belong to. localize therefore weighs the words of each article anew, by
// how rare they are among its neighbours.
const (
	nearby  = 0.12 // cosine from which an article is a neighbour
	unnamed = 10   // neighbours that every article is taken to have besides
	usual   = 0.1  // share of those that have a word
)

// localize fills in the local vectors of docs. earlier holds the candidates of
// each document, which bounds the cost. Documents without neighbours keep the
// weights that they have.
func localize(docs []document, earlier [][]int, memo *Memo) {
	near := neighbours(docs, earlier, memo)
	each(len(docs), func(_ *worker, i int) {
		d := &docs[i]
		marks := make([]uint64, len(near[i]))
		for k, j := range near[i] {
			marks[k] = docs[j].base
		}
		d.state = mark(d.base, setMark(marks))
		local := memo.local.get(d.state, func() [2]similar.Vector { return localOf(docs, i, near[i]) })
		d.local, d.localLead = local[0], local[1]
	})
}

// localOf weighs the words of body and lead of document i among its neighbours.
func localOf(docs []document, i int, near []int) [2]similar.Vector {
	d := &docs[i]
	counts := make([]float64, len(d.body))
	for _, j := range near {
		count(counts, d.body, docs[j].body)
	}
	n := float64(len(near) + unnamed)
	for k := range counts {
		counts[k] = math.Log(n / (counts[k] + unnamed*usual))
	}
	return [2]similar.Vector{reweigh(d.body, d.body, counts), reweigh(d.lead, d.body, counts)}
}

// neighbours returns for each document the alike ones, earlier and later.
func neighbours(docs []document, earlier [][]int, memo *Memo) [][]int {
	before := make([][]int, len(docs))
	each(len(docs), func(_ *worker, i int) {
		for _, j := range earlier[i] {
			alike := memo.near.get([2]uint64{docs[j].base, docs[i].base}, func() bool {
				return similar.Dot(docs[i].body, docs[j].body) >= nearby
			})
			if alike {
				before[i] = append(before[i], j)
			}
		}
	})
	all := make([][]int, len(docs))
	for i, row := range before {
		all[i] = append(all[i], row...)
		for _, j := range row {
			all[j] = append(all[j], i)
		}
	}
	return all
}

// count adds one to the words of a that b has.
func count(counts []float64, a, b similar.Vector) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Key < b[j].Key:
			i++
		case a[i].Key > b[j].Key:
			j++
		default:
			counts[i]++
			i++
			j++
		}
	}
}

// reweigh multiplies the coordinates of v by the factors of their words in
// body, which has them all, and scales it to length 1.
func reweigh(v, body similar.Vector, factors []float64) similar.Vector {
	out := make(similar.Vector, 0, len(v))
	k := 0
	for _, c := range v {
		for k < len(body) && body[k].Key < c.Key {
			k++
		}
		if k < len(body) && body[k].Key == c.Key {
			out = append(out, similar.Weighted{Key: c.Key, Weight: c.Weight * float32(factors[k])})
		}
	}
	return out.Unit()
}

// dots returns the inner products of a and b and of the same words weighed
// anew, in one walk; the second is 0 for vectors that were not localized.
func dots(a, localA, b, localB similar.Vector) (plain, local float64) {
	if len(localA) != len(a) || len(localB) != len(b) {
		return similar.Dot(a, b), 0
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Key < b[j].Key:
			i++
		case a[i].Key > b[j].Key:
			j++
		default:
			plain += float64(a[i].Weight) * float64(b[j].Weight)
			local += float64(localA[i].Weight) * float64(localB[j].Weight)
			i++
			j++
		}
	}
	return plain, local
}
