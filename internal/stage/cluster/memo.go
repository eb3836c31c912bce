package cluster

import (
	"slices"
	"sync"

	"github.com/zeebo/xxh3"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
)

// Memo keeps what was worked out about articles grouped lately, so that a
// window that has one article more is not grouped from the beginning: what does
// not depend on the new article is found, all else is worked out again. The
// result is the same with a memo and without. The zero value keeps nothing. It
// is safe for use by several goroutines.
type Memo struct {
	words   shelf[wording, keys]
	tables  shelf[uint64, *similar.IDF]
	vectors shelf[uint64, vectors] // by document.base
	bridges shelf[wording, vectors]
	// candidates are by the sequence of document.base that they were found in.
	candidates shelf[uint64, []int]
	near       shelf[[2]uint64, bool] // by document.base of both
	local      shelf[uint64, [2]similar.Vector]
	pairs      shelf[[2]uint64, *features] // by document.state of both; nil for those as good as not compared
}

// NewMemo returns a memo with room for a full window and those beside it, some
// 150 MiB at most.
func NewMemo() *Memo {
	const texts, couples = 9000, 600000
	m := &Memo{}
	m.words.room, m.vectors.room, m.bridges.room, m.local.room = texts, texts, texts, texts
	m.candidates.room = 4 * texts
	m.tables.room, m.near.room, m.pairs.room = 8, couples, couples
	return m
}

// wording tells texts apart: an article, without more or fewer of its
// paragraphs.
type wording struct {
	id     news.ArticleID
	length int
}

func wordingOf(a *news.Article) wording { return wording{a.ID, len(a.Text)} }

// shelf keeps values in two generations: when the young are too many they
// become the old, and the old that nobody asked for are gone.
type shelf[K comparable, V any] struct {
	room        int // 0: keeps nothing
	mu          sync.Mutex
	young, aged map[K]V
}

// get returns the value of a key, worked out if it is not there. Two that ask
// at once may both work it out.
func (s *shelf[K, V]) get(key K, work func() V) V {
	if s.room == 0 {
		return work()
	}
	v, ok := s.find(key)
	if !ok {
		v = work()
		s.keep(key, v)
	}
	return v
}

func (s *shelf[K, V]) find(key K) (V, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.young[key]
	if !ok {
		if v, ok = s.aged[key]; ok {
			s.put(key, v)
		}
	}
	return v, ok
}

func (s *shelf[K, V]) keep(key K, v V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(key, v)
}

func (s *shelf[K, V]) put(key K, v V) {
	if len(s.young) >= s.room {
		s.aged, s.young = s.young, nil
	}
	if s.young == nil {
		s.young = map[K]V{}
	}
	s.young[key] = v
}

// mark hashes numbers, in their order.
func mark(parts ...uint64) uint64 {
	h := xxh3.New()
	var b [8]byte
	for _, p := range parts {
		for i := range b {
			b[i] = byte(p >> (8 * i))
		}
		_, _ = h.Write(b[:]) // never fails
	}
	return h.Sum64()
}

// setMark is mark for a set: order does not matter.
func setMark(parts []uint64) uint64 {
	slices.Sort(parts)
	return mark(parts...)
}
