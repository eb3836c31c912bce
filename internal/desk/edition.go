package desk

import (
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/stage/cluster"
)

// editions are windows grouped lately, newest first, so that a neighbour that
// has not changed is not grouped again.
type editions []edition

type edition struct {
	of    mark
	sheet *sheet
}

// mark stands for all that a grouped window follows from.
type mark [sha256.Size]byte

// mostEditions is how many are kept: a window, its neighbours, and one more.
const mostEditions = 4

func fingerprint(s *sheet, rules cluster.Constraints) mark {
	h := sha256.New()
	fmt.Fprintln(h, s.window, rules)
	for i := range s.articles {
		a := &s.articles[i]
		fmt.Fprintln(h, a.Page, a.ID, a.Placed().UTC())
	}
	return mark(h.Sum(nil))
}

// kept returns a sheet made of the same before, or nil.
func (d *Desk) kept(of mark) *sheet {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, e := range d.editions {
		if e.of == of {
			return e.sheet
		}
	}
	return nil
}

func (d *Desk) keep(of mark, s *sheet) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.editions = slices.Insert(d.editions, 0, edition{of, s})
	d.editions = d.editions[:min(len(d.editions), mostEditions)]
}
