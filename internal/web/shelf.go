package web

import (
	"container/list"
	"sync"
)

// shelf keeps what is dear to make, up to a size, and drops what was longest not
// asked for. What several ask for at a time is made once. It is safe for
// concurrent use.
type shelf[K comparable, V any] struct {
	room int

	mu    sync.Mutex
	used  int
	order *list.List // of *kept, the last asked for in front
	at    map[K]*list.Element
}

type kept[K comparable, V any] struct {
	key  K
	once sync.Once
	v    V
	size int
	err  error
}

func newShelf[K comparable, V any](room int) *shelf[K, V] {
	return &shelf[K, V]{room: room, order: list.New(), at: map[K]*list.Element{}}
}

// get returns what is kept under key, or makes it. fresh tells how large it is;
// what failed is not kept.
func (s *shelf[K, V]) get(key K, fresh func() (V, int, error)) (V, error) {
	e := s.entry(key)
	e.once.Do(func() {
		e.v, e.size, e.err = fresh()
		s.settle(e)
	})
	return e.v, e.err
}

func (s *shelf[K, V]) entry(key K) *kept[K, V] {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at, ok := s.at[key]; ok {
		s.order.MoveToFront(at)
		return at.Value.(*kept[K, V])
	}
	e := &kept[K, V]{key: key}
	s.at[key] = s.order.PushFront(e)
	return e
}

// settle counts what was made, and drops others that there is no room for.
func (s *shelf[K, V]) settle(e *kept[K, V]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, there := s.at[e.key]
	if !there || at.Value.(*kept[K, V]) != e {
		return // dropped while it was made
	}
	if e.err != nil {
		s.drop(at)
		return
	}
	s.used += e.size
	for s.used > s.room && s.order.Back() != at {
		s.drop(s.order.Back())
	}
}

func (s *shelf[K, V]) drop(at *list.Element) {
	e := s.order.Remove(at).(*kept[K, V])
	delete(s.at, e.key)
	s.used -= e.size
}
