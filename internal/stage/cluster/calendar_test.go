package cluster

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// moments draws times of some days, many of them close together.
func moments(t *rapid.T) []time.Time {
	base := time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) time.Time {
		day, minute := rapid.IntRange(0, 12).Draw(t, "day"), rapid.IntRange(0, 1439).Draw(t, "minute")
		return base.AddDate(0, 0, day*day).Add(time.Duration(minute) * time.Minute)
	}), 1, 60).Draw(t, "times")
}

// counter counts times as a store would.
func counter(times []time.Time) func(Window, int) (int, error) {
	return func(w Window, limit int) (int, error) {
		n := 0
		for _, at := range times {
			if w.Holds(at) && n < limit {
				n++
			}
		}
		return n, nil
	}
}

func TestWindowsPartTheArchive(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		times, c := moments(t), Calendar{Full: rapid.IntRange(1, 20).Draw(t, "full")}
		windows := c.Cut(times)
		for _, at := range times {
			w, err := c.Of(at, counter(times))
			if err != nil {
				t.Fatal(err)
			}
			if i := slices.IndexFunc(windows, func(w Window) bool { return w.Holds(at) }); i < 0 || windows[i] != w {
				t.Fatalf("%v lies in %v alone, in windows %v together", at, w, windows)
			}
			if n, _ := counter(times)(w, 1000); n > c.Full && w.Until.Sub(w.From) > smallest {
				t.Fatalf("%v holds %d of at most %d", w, n, c.Full)
			}
		}
		if !slices.IsSortedFunc(windows, func(a, b Window) int { return a.From.Compare(b.From) }) {
			t.Fatalf("windows out of order: %v", windows)
		}
	})
}

func TestOneTimeMoreChangesNoWindowButItsOwn(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		times, c := moments(t), Calendar{Full: rapid.IntRange(1, 20).Draw(t, "full")}
		before, after := c.Cut(times[1:]), c.Cut(times)
		for _, w := range before {
			if !w.Holds(times[0]) && !slices.Contains(after, w) {
				t.Fatalf("%v has changed with %v", w, times[0])
			}
		}
	})
}

func TestTimesOutsideTheCalendarAreInItsFirstAndLastWindow(t *testing.T) {
	t.Parallel()
	far := time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)
	if w := (Calendar{Full: 1}).Cut([]time.Time{{}, far, far}); len(w) != 2 || !w[0].Holds(time.Time{}) {
		t.Errorf("windows of the first moment and the year 9999: %v", w)
	}
	if w := (Calendar{}).Cut([]time.Time{{}, far}); len(w) != 1 || !w[0].IsAll() {
		t.Errorf("two times need one window, got %v", w)
	}
}
