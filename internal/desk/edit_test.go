package desk_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/selisik/selisik/internal/news"
)

// together reports whether two refs are in one story.
func (b *bench) together(x, y string) bool {
	s, _ := b.story(x)
	o, _ := b.story(y)
	return s.ID == o.ID
}

// Of invented(n) each three are one event: C00001 to C00003, C00004 to C00006.
func TestWhatPeopleDecideSticks(t *testing.T) {
	t.Parallel()
	for _, full := range []int{0, 4} {
		docs := invented(24)
		b := newBench(t, full)
		b.add(docs[:9]...)
		first, one := b.story("C00001")
		second, _ := b.story("C00004")
		third, _ := b.story("C00007")
		if first.ID == second.ID || len(first.Pages) != 3 {
			t.Fatalf("full %d: stories to begin with: %v", full, b.partition())
		}
		if _, err := b.Merge(t.Context(), "ani", second.ID, first.ID); err != nil {
			t.Fatal(err)
		}
		if _, err := b.Move(t.Context(), "ani", first.ID, []news.PageID{one}, third.ID); err != nil {
			t.Fatal(err)
		}
		check := func(when string) {
			t.Helper()
			if !b.together("C00002", "C00005") || !b.together("C00001", "C00008") || b.together("C00001", "C00002") {
				t.Errorf("full %d, %s: %v", full, when, b.partition())
			}
			if s, _ := b.story("C00002"); s.ID != first.ID {
				t.Errorf("full %d, %s: the story merged into is %s, was %s", full, when, s.ID, first.ID)
			}
			b.sound()
		}
		check("at once")
		b.add(docs[9:]...)
		check("after more has arrived")
		merged, _ := b.story("C00002")
		_, four := b.story("C00004")
		_, five := b.story("C00005")
		_, six := b.story("C00006")
		if _, err := b.Split(t.Context(), "ani", merged.ID, []news.PageID{four, five, six}); err != nil {
			t.Fatal(err)
		}
		if b.together("C00002", "C00005") || !b.together("C00004", "C00006") {
			t.Errorf("full %d, split again: %v", full, b.partition())
		}
		if s, _ := b.story("C00002"); s.ID != first.ID {
			t.Errorf("full %d: what stays after a split is %s, was %s", full, s.ID, first.ID)
		}
		b.sound()
	}
}

func TestAMergedStoryLeadsToTheOther(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(invented(6)...)
	from, _ := b.story("C00001")
	into, _ := b.story("C00004")
	if _, err := b.Merge(t.Context(), "ani", from.ID, into.ID); err != nil {
		t.Fatal(err)
	}
	was, err := b.store.Stories().Story(t.Context(), from.ID)
	if err != nil || was.Into != into.ID || len(was.Pages) > 0 {
		t.Errorf("merged story: %+v, %v", was, err)
	}
	if _, err := b.Pin(t.Context(), "ani", from.ID, nil); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("editing it: %v", err)
	}
}

func TestEditsThatCannotBe(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(invented(6)...)
	a, _ := b.story("C00001")
	o, other := b.story("C00004")
	for name, err := range map[string]error{
		"into itself":        second(b.Merge(t.Context(), "ani", a.ID, a.ID)),
		"no such story":      second(b.Merge(t.Context(), "ani", a.ID, "s-none")),
		"nothing stays":      second(b.Split(t.Context(), "ani", a.ID, a.Pages)),
		"not in it":          second(b.Split(t.Context(), "ani", a.ID, []news.PageID{other})),
		"moved from another": second(b.Move(t.Context(), "ani", a.ID, []news.PageID{other}, o.ID)),
	} {
		if !errors.Is(err, news.ErrInvalid) && !errors.Is(err, news.ErrNotFound) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if log, err := b.store.Edits().All(t.Context(), 0, 0); err != nil || len(log) > 0 {
		t.Errorf("log: %v, %v", log, err)
	}
}

func TestPinnedArticlesStay(t *testing.T) {
	t.Parallel()
	b := newBench(t, 0)
	b.add(invented(6)...)
	s, _ := b.story("C00001")
	if _, err := b.Pin(t.Context(), "ani", s.ID, nil); err != nil {
		t.Fatal(err)
	}
	log, err := b.store.Edits().All(t.Context(), 0, 0)
	if err != nil || len(log) != 1 || !slices.Equal(log[0].Pages, s.Pages) || log[0].Who != "ani" {
		t.Errorf("log: %+v, %v", log, err)
	}
	b.sound()
}

func second[T any](_ T, err error) error { return err }
