package desk

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// decided is what the log of edits amounts to: which pages are to be together
// and which apart. A later edit overrules earlier ones as far as they speak of
// the same pages.
type decided struct {
	together [][]news.PageID
	apart    [][2][]news.PageID
}

// decide reads edits in their order.
func decide(edits []store.Edit) decided {
	var d decided
	for _, e := range edits {
		switch e.Kind {
		case store.Merge:
			d.join(slices.Concat(e.Pages, e.There))
		case store.Split:
			d.part(e.Pages, e.Stay)
		case store.Move:
			d.forget(e.Pages)
			d.join(slices.Concat(e.Pages, e.There[:min(1, len(e.There))]))
			d.part(e.Pages, e.Stay)
		case store.Pin:
			d.join(slices.Concat(e.Pages, e.Stay[:min(1, len(e.Stay))]))
		}
	}
	return d
}

// join puts pages together and takes back that any two of them were apart.
func (d *decided) join(pages []news.PageID) {
	var apart [][2][]news.PageID
	for _, p := range d.apart {
		inA, outA := part(p[0], pages)
		_, outB := part(p[1], pages)
		apart = append(apart, [2][]news.PageID{outA, p[1]}, [2][]news.PageID{inA, outB})
	}
	d.apart = slices.DeleteFunc(apart, func(p [2][]news.PageID) bool { return len(p[0]) == 0 || len(p[1]) == 0 })
	d.together = append(d.together, pages)
}

// part puts pages apart from others and takes back that any were together.
func (d *decided) part(pages, others []news.PageID) {
	var together [][]news.PageID
	for _, t := range d.together {
		in, out := part(t, pages)
		if _, rest := part(out, others); len(rest) == len(out) {
			together = append(together, t) // has none of the others
			continue
		}
		together = append(together, in, out)
	}
	d.together = slices.DeleteFunc(together, func(t []news.PageID) bool { return len(t) < 2 })
	d.apart = append(d.apart, [2][]news.PageID{pages, others})
}

// forget takes back all that was decided about pages.
func (d *decided) forget(pages []news.PageID) {
	for i, t := range d.together {
		_, d.together[i] = part(t, pages)
	}
	for i, p := range d.apart {
		_, a := part(p[0], pages)
		_, b := part(p[1], pages)
		d.apart[i] = [2][]news.PageID{a, b}
	}
	d.together = slices.DeleteFunc(d.together, func(t []news.PageID) bool { return len(t) < 2 })
	d.apart = slices.DeleteFunc(d.apart, func(p [2][]news.PageID) bool { return len(p[0]) == 0 || len(p[1]) == 0 })
}

// part divides list into those that are among chosen and the others.
func part(list, chosen []news.PageID) (in, out []news.PageID) {
	for _, p := range list {
		if slices.Contains(chosen, p) {
			in = append(in, p)
		} else {
			out = append(out, p)
		}
	}
	return in, out
}

// rules returns what is decided about some pages, by index.
func (d *decided) rules(pages []news.PageID) cluster.Constraints {
	at := make(map[news.PageID]int, len(pages))
	for i, p := range pages {
		at[p] = i
	}
	known := func(list []news.PageID) []int {
		var out []int
		for _, p := range list {
			if i, ok := at[p]; ok {
				out = append(out, i)
			}
		}
		return out
	}
	var out cluster.Constraints
	for _, t := range d.together {
		if k := known(t); len(k) > 1 {
			out.Together = append(out.Together, k)
		}
	}
	for _, p := range d.apart {
		if a, b := known(p[0]), known(p[1]); len(a) > 0 && len(b) > 0 {
			out.Apart = append(out.Apart, [2][]int{a, b})
		}
	}
	return out
}
