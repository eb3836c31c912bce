package similar

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/lang"
)

// Model is the name of the IDF table among a pack's models.
const Model = "idf.bin"

const (
	idfMagic  = "SIDF1\n"
	idfHeader = len(idfMagic) + 8
	idfStep   = 1.0 / 24 // of one quantised unit, in nats
	flatDocs  = 1000     // documents that a missing table pretends to have counted
)

// IDF tells how rare words are in the news of one language. It is immutable.
//
// Format of the table: the magic, the number of documents and of entries
// (uint32, little endian), the entries' hashes in rising order (the upper half
// of Hash, uint32), then their weights in the same order (one byte, in steps
// of 1/24 nat). It is searched as it lies in memory: loading allocates nothing.
type IDF struct {
	docs    int
	hashes  []byte
	weights []byte
	seen    map[uint32]float32 // weights of words that With has counted
}

// LoadIDF reads a table that Counter.Encode wrote.
func LoadIDF(raw []byte) (*IDF, error) {
	if len(raw) < idfHeader || string(raw[:len(idfMagic)]) != idfMagic {
		return nil, fmt.Errorf("load idf: not an IDF table")
	}
	docs := binary.LittleEndian.Uint32(raw[len(idfMagic):])
	n := int(binary.LittleEndian.Uint32(raw[len(idfMagic)+4:]))
	body := raw[idfHeader:]
	if docs == 0 || len(body) != n*5 {
		return nil, fmt.Errorf("load idf: %d bytes for %d entries", len(body), n)
	}
	return &IDF{docs: int(docs), hashes: body[:n*4], weights: body[n*4:]}, nil
}

// ForPack returns the pack's table. A pack that has none, or a broken one,
// gets a table in which all words are equally rare.
func ForPack(p *lang.Pack) *IDF {
	if raw, err := p.Model(Model); err == nil {
		if m, err := LoadIDF(raw); err == nil {
			return m
		}
	}
	return &IDF{docs: flatDocs}
}

// Docs returns the number of documents that were counted.
func (m *IDF) Docs() int { return m.docs }

// Max returns the weight of a word that was never seen.
func (m *IDF) Max() float64 { return idfOf(float64(m.docs), 0) }

// Weight returns the inverse document frequency of a word in nats. The packs'
// tables are keyed by stem (morph.Stemmer.Stem of the lower-case word). It goes
// from near 0 for words that every article has to Max for unseen ones.
func (m *IDF) Weight(word string) float64 { return m.WeightOf(Hash(word)) }

// WeightOf is Weight by hash. It searches by interpolation: hashes are spread
// evenly, so a few steps find a word among tens of thousands.
func (m *IDF) WeightOf(key uint64) float64 {
	want := uint32(key >> 32)
	if w, ok := m.seen[want]; ok {
		return float64(w)
	}
	lo, hi := 0, len(m.weights)
	for steps := 0; lo < hi; steps++ {
		mid := lo + (hi-lo)/2
		if steps < 4 {
			mid = m.guess(want, lo, hi)
		}
		switch h := m.hash(mid); {
		case h == want:
			return float64(m.weights[mid]) * idfStep
		case h < want:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return m.Max()
}

// With returns the table as it would be had it counted c's documents as well,
// each factor times. What a large input talks about all day becomes common in
// it; a few articles change next to nothing.
func (m *IDF) With(c *Counter, factor float64) *IDF {
	docs := float64(m.docs) + factor*c.docs
	out := &IDF{docs: int(math.Round(docs)), hashes: m.hashes, weights: m.weights, seen: make(map[uint32]float32, len(c.df))}
	for h, n := range c.df {
		before := (float64(m.docs)+1)/math.Exp(m.WeightOf(uint64(h)<<32)) - 0.5
		out.seen[h] = float32(idfOf(docs, before+factor*n))
	}
	return out
}

// guess returns where in [lo, hi) want should lie if hashes are evenly spread.
func (m *IDF) guess(want uint32, lo, hi int) int {
	a, b := m.hash(lo), m.hash(hi-1)
	if want <= a {
		return lo
	}
	if want >= b {
		return hi - 1
	}
	return lo + int(uint64(want-a)*uint64(hi-1-lo)/uint64(b-a))
}

func (m *IDF) hash(i int) uint32 { return binary.LittleEndian.Uint32(m.hashes[i*4:]) }

func idfOf(docs, df float64) float64 {
	return math.Log((docs + 1) / (df + 0.5))
}

// Hash returns the 64-bit FNV-1a hash of a word, the key of vectors and
// tables.
func Hash(word string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	// FNV's upper half mixes badly for short words; finish as MurmurHash3.
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}

// Counter counts in how many documents words occur, to train a table.
type Counter struct {
	docs float64
	df   map[uint32]float64
}

// NewCounter returns an empty counter.
func NewCounter() *Counter { return &Counter{df: map[uint32]float64{}} }

// Add counts one document given by its words; repeats count once. A document
// that is one of several about the same thing may weigh less than 1.
func (c *Counter) Add(words []string, weight float64) { c.AddKeys(Hashes(words), weight) }

// AddKeys is Add for hashed words.
func (c *Counter) AddKeys(keys []uint64, weight float64) {
	c.docs += weight
	seen := make(map[uint32]bool, len(keys))
	for _, key := range keys {
		if k := uint32(key >> 32); !seen[k] {
			seen[k] = true
			c.df[k] += weight
		}
	}
}

// Encode returns the table of the words that at least minDocs documents have,
// at most limit of them, the most frequent first. The same counts give the
// same bytes.
func (c *Counter) Encode(minDocs float64, limit int) []byte {
	type entry struct {
		hash uint32
		df   float64
	}
	var all []entry
	for h, n := range c.df {
		if n >= minDocs {
			all = append(all, entry{h, n})
		}
	}
	slices.SortFunc(all, func(a, b entry) int { return cmp.Or(cmp.Compare(b.df, a.df), cmp.Compare(a.hash, b.hash)) })
	all = all[:min(limit, len(all))]
	slices.SortFunc(all, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	out := []byte(idfMagic)
	out = binary.LittleEndian.AppendUint32(out, uint32(max(1, math.Round(c.docs))))
	out = binary.LittleEndian.AppendUint32(out, uint32(len(all)))
	for _, e := range all {
		out = binary.LittleEndian.AppendUint32(out, e.hash)
	}
	for _, e := range all {
		out = append(out, byte(min(255, max(0, math.Round(idfOf(c.docs, e.df)/idfStep)))))
	}
	return out
}
