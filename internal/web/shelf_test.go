package web

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
)

func TestShelfMakesOnceAndDropsTheOldest(t *testing.T) {
	t.Parallel()
	s := newShelf[int, int](10)
	var made atomic.Int32
	get := func(k int) int {
		v, err := s.get(k, func() (int, int, error) { made.Add(1); return k * k, 4, nil })
		if err != nil {
			t.Error(err)
		}
		return v
	}
	var wg sync.WaitGroup
	for range 50 {
		wg.Go(func() { get(3) })
	}
	wg.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
	get(4)
	get(3)
	get(5) // no room for three: 4 goes
	made.Store(0)
	if get(3); made.Load() != 0 {
		t.Error("3 was dropped though it was asked for last")
	}
	if get(4); made.Load() != 1 {
		t.Error("4 was kept without room")
	}
	if s.used > s.room {
		t.Errorf("%d in a shelf of %d", s.used, s.room)
	}
}

func TestShelfKeepsNoFailure(t *testing.T) {
	t.Parallel()
	s := newShelf[string, int](10)
	fail := errors.New("no")
	if _, err := s.get("a", func() (int, int, error) { return 0, 0, fail }); !errors.Is(err, fail) {
		t.Errorf("err %v", err)
	}
	if v, err := s.get("a", func() (int, int, error) { return 7, 1, nil }); v != 7 || err != nil {
		t.Errorf("%d, %v", v, err)
	}
	if _, err := s.get("big", func() (int, int, error) { return 1, 100, nil }); err != nil || s.used != 100 {
		t.Errorf("what is larger than the shelf stands alone on it: %v, %d", err, s.used)
	}
}
