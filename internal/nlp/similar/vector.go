package similar

import (
	"cmp"
	"math"
	"slices"
)

// Weighted is one coordinate of a Vector.
type Weighted struct {
	Key    uint64 // Hash of the word
	Weight float32
}

// Vector is a sparse vector: coordinates in rising order of Key, no key twice.
type Vector []Weighted

// NewVector returns the tf-idf vector of words, of length 1: a word that
// occurs n times weighs (1 + ln n) × idf. No words give an empty vector.
func NewVector(words []string, idf *IDF) Vector {
	keys := make([]uint64, len(words))
	for i, w := range words {
		keys[i] = Hash(w)
	}
	return VectorOf(keys, idf)
}

// VectorOf is NewVector for hashed words. It sorts keys in place.
func VectorOf(keys []uint64, idf *IDF) Vector {
	slices.Sort(keys)
	v := make(Vector, 0, distinct(keys))
	for i := 0; i < len(keys); {
		j := i + 1
		for j < len(keys) && keys[j] == keys[i] {
			j++
		}
		tf := 1 + math.Log(float64(j-i))
		v = append(v, Weighted{keys[i], float32(tf * idf.WeightOf(keys[i]))})
		i = j
	}
	return v.Unit()
}

// distinct counts the different keys of a sorted list.
func distinct(keys []uint64) int {
	n := 0
	for i, k := range keys {
		if i == 0 || k != keys[i-1] {
			n++
		}
	}
	return n
}

// Unit scales v to length 1, in place, and returns it.
func (v Vector) Unit() Vector {
	n := v.Norm()
	if n == 0 {
		return v
	}
	for i := range v {
		v[i].Weight = float32(float64(v[i].Weight) / n)
	}
	return v
}

// Norm returns the Euclidean length.
func (v Vector) Norm() float64 {
	var sum float64
	for _, c := range v {
		sum += float64(c.Weight) * float64(c.Weight)
	}
	return math.Sqrt(sum)
}

// Dot returns the inner product: the cosine, if both have length 1. Its cost
// is the sum of the lengths.
func Dot(a, b Vector) float64 {
	var sum float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Key < b[j].Key:
			i++
		case a[i].Key > b[j].Key:
			j++
		default:
			sum += float64(a[i].Weight) * float64(b[j].Weight)
			i++
			j++
		}
	}
	return sum
}

// Covered returns which share of a's squared length lies on keys that b has
// too: 1 if b has every word of a, whatever else it has.
func Covered(a, b Vector) float64 {
	var hit, all float64
	for _, c := range a {
		all += float64(c.Weight) * float64(c.Weight)
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].Key < b[j].Key:
			i++
		case a[i].Key > b[j].Key:
			j++
		default:
			hit += float64(a[i].Weight) * float64(a[i].Weight)
			i++
			j++
		}
	}
	if all == 0 {
		return 0
	}
	return hit / all
}

// Has reports whether the vector has a coordinate at key.
func (v Vector) Has(key uint64) bool {
	_, ok := slices.BinarySearchFunc(v, key, func(c Weighted, k uint64) int { return cmp.Compare(c.Key, k) })
	return ok
}

// Top returns the n heaviest coordinates, heaviest first; ties by key. It is
// made for small n: cost is len(v) × log n and, where heavier ones keep coming,
// n.
func (v Vector) Top(n int) []Weighted {
	n = min(n, len(v))
	top := make([]Weighted, 0, n)
	for _, c := range v {
		if len(top) == n && (n == 0 || !heavier(c, top[n-1])) {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, c, func(a, b Weighted) int {
			if heavier(a, b) {
				return -1
			}
			return 1
		})
		if len(top) == n {
			top = top[:n-1]
		}
		top = slices.Insert(top, at, c)
	}
	return top
}

// heavier orders coordinates by falling weight, then by key.
func heavier(a, b Weighted) bool {
	return a.Weight > b.Weight || a.Weight == b.Weight && a.Key < b.Key
}

// minPairWeight is the weight that both words of a pair must have: pairs with
// "yang" or "the" say little.
const minPairWeight = 1

// Pairs returns the vector, of length 1, of the pairs of neighbouring words of
// some texts, each weighing the sum of its words' weights.
func Pairs(texts [][]uint64, idf *IDF) Vector {
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	v := make(Vector, 0, n)
	for _, t := range texts {
		before := 0.0
		for i, w := range t {
			weight := idf.WeightOf(w)
			if i > 0 && min(before, weight) >= minPairWeight {
				v = append(v, Weighted{t[i-1]*3 + w, float32(before + weight)})
			}
			before = weight
		}
	}
	slices.SortFunc(v, byKey)
	v = slices.CompactFunc(v, func(a, b Weighted) bool { return a.Key == b.Key })
	return slices.Clone(v).Unit() // no longer than it must be: it is kept
}

func byKey(a, b Weighted) int { return cmp.Compare(a.Key, b.Key) }

// Mix returns x·a + y·b.
func Mix(a Vector, x float32, b Vector, y float32) Vector {
	out := make(Vector, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i].Key < b[j].Key:
			out = append(out, Weighted{a[i].Key, x * a[i].Weight})
			i++
		case i == len(a) || a[i].Key > b[j].Key:
			out = append(out, Weighted{b[j].Key, y * b[j].Weight})
			j++
		default:
			out = append(out, Weighted{a[i].Key, x*a[i].Weight + y*b[j].Weight})
			i++
			j++
		}
	}
	return out
}

// Cosine returns the cosine of the angle between two vectors of any length, 0
// if either is empty.
func Cosine(a, b Vector) float64 {
	n := a.Norm() * b.Norm()
	if n == 0 {
		return 0
	}
	return Dot(a, b) / n
}
