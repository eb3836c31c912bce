package cluster

import (
	"fmt"
	"slices"
	"time"
)

// Window is a stretch of time, [From, Until), whose articles are grouped
// together.
type Window struct{ From, Until time.Time }

// Holds reports whether t lies in the window; times outside the calendar lie in
// its first or last.
func (w Window) Holds(t time.Time) bool {
	from := day(dayOf(t))
	return !from.Before(w.From) && from.Before(w.Until)
}

// String gives both ends.
func (w Window) String() string {
	return fmt.Sprintf("%s/%s", w.From.UTC().Format(time.RFC3339), w.Until.UTC().Format(time.RFC3339))
}

// Calendar cuts time into windows: all of time, halved wherever it holds more
// than Full articles, down to a day. Which windows there are follows from the
// articles alone, not from the order in which they came, and one article more
// changes no window but its own. So an archive of any size is grouped window
// by window, and an arriving article has only its own grouped anew.
type Calendar struct {
	Full int // 0: 4096
}

func (c Calendar) full() int {
	if c.Full > 0 {
		return c.Full
	}
	return 4096
}

const (
	smallest = 24 * time.Hour
	levels   = 21 // from a day to all of time: 5,742 years from the year 1
)

// window returns the n-th window of a level; level 0 has those of a day (UTC).
func window(level int, n int64) Window {
	return Window{day(n << level), day((n + 1) << level)}
}

// day returns the beginning of the n-th day of the calendar. It goes by
// seconds, since a time.Duration holds no millennia.
func day(n int64) time.Time {
	return time.Unix(n*int64(smallest/time.Second)+time.Time{}.Unix(), 0).UTC()
}

// dayOf is the day that holds t; times outside the calendar count as its
// first or last day.
func dayOf(t time.Time) int64 {
	n := (t.Unix() - time.Time{}.Unix()) / int64(smallest/time.Second)
	return max(0, min(n, 1<<levels-1))
}

// Of returns the window that holds t. count tells how many articles lie in a
// stretch of time; it may stop counting at limit. Cost: at most 22 counts.
func (c Calendar) Of(t time.Time, count func(w Window, limit int) (int, error)) (Window, error) {
	at := dayOf(t)
	for level := levels; ; level-- {
		w := window(level, at>>level)
		if level == 0 {
			return w, nil
		}
		n, err := count(w, c.full()+1)
		if err != nil || n <= c.full() {
			return w, err
		}
	}
}

// Cut returns the windows of the given times that hold any, in order.
func (c Calendar) Cut(times []time.Time) []Window {
	days := make([]int64, len(times))
	for i, t := range times {
		days[i] = dayOf(t)
	}
	slices.Sort(days)
	var out []Window
	c.cut(days, levels, &out)
	return out
}

// cut appends the windows of sorted days, which lie in one window of level.
func (c Calendar) cut(days []int64, level int, out *[]Window) {
	if len(days) == 0 {
		return
	}
	if level == 0 || len(days) <= c.full() {
		*out = append(*out, window(level, days[0]>>level))
		return
	}
	middle := (days[0]>>level)<<level + 1<<(level-1)
	i, _ := slices.BinarySearch(days, middle)
	c.cut(days[:i], level-1, out)
	c.cut(days[i:], level-1, out)
}

// IsAll reports whether the window is all of time: nothing was halved.
func (w Window) IsAll() bool { return w == window(levels, 0) }
