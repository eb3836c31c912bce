package html

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func fire(t *testing.T, change func(*dossier.Story)) builder {
	t.Helper()
	s := facetest.Fire()
	if change != nil {
		change(&s)
	}
	p := query.NewPage(&s)
	return builder{p, face.For(facetest.Packs(t), "id", &s), newRefs("s1", p)}
}

func TestSpreadKeepsOrderWidthAndLeastGaps(t *testing.T) {
	start := time.Date(2031, 3, 4, 6, 0, 0, 0, time.UTC)
	var all []moment
	for _, d := range []time.Duration{0, 0, time.Minute, time.Hour, 20000 * time.Hour} {
		all = append(all, moment{at: start.Add(d)})
	}
	xs := spread(all, 600)
	if !slices.IsSorted(xs) || xs[0] != 0 || xs[1] != 0 || xs[4] < 599.9 || xs[4] > 600.1 {
		t.Errorf("%v", xs)
	}
	if xs[2]-xs[1] < 50 {
		t.Errorf("a minute is %v wide beside years", xs[2]-xs[1])
	}
	if got := spread(all[:2], 600); got[1] != 0 {
		t.Errorf("one moment is spread: %v", got)
	}
}

func TestAxisLabelsDoNotRunIntoEachOther(t *testing.T) {
	b := fire(t, func(s *dossier.Story) {
		for range 30 {
			s.Timeline = append(s.Timeline, dossier.TimelineEntry{Start: "2031-03-0" + string(rune('1'+len(s.Timeline)%7)), Text: strings.Repeat("x", len(s.Timeline)), Claims: []string{"c1"}})
		}
	})
	for _, ax := range b.timeline().Axes {
		last := -1000.0
		for _, e := range ax.Events {
			if e.Label == "" {
				continue
			}
			x := number(t, e.X)
			if x-last < 80 {
				t.Errorf("%s: labels at %v and %v", ax.Class, last, x)
			}
			last = x
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	d, err := time.ParseDuration(s + "s")
	if err != nil {
		t.Fatal(err)
	}
	return d.Seconds()
}

func TestMatrixShowsTheGraverStateOfAnOutlet(t *testing.T) {
	b := fire(t, func(s *dossier.Story) { s.Articles[2].Outlet = s.Articles[0].Outlet })
	m := b.matrix()
	if len(m.Outlets) != 6 {
		t.Fatalf("%d columns, want 6: %v", len(m.Outlets), m.Outlets)
	}
	for _, r := range m.Rows {
		if r.Name == "f2" && r.Cells[0].State != "differs" {
			t.Errorf("f2 of the first outlet: %s", r.Cells[0].State)
		}
		for _, c := range r.Cells {
			if (c.Href == "") != (c.State == "omits") {
				t.Errorf("%s: %s with evidence %q", r.Name, c.State, c.Href)
			}
		}
	}
}

func TestMatrixOfOneOutletHasNoRow(t *testing.T) {
	b := fire(t, func(s *dossier.Story) {
		for i := range s.Articles {
			s.Articles[i].Outlet = s.Articles[0].Outlet
		}
	})
	if m := b.matrix(); len(m.Rows) != 0 {
		t.Errorf("%d rows", len(m.Rows))
	}
}

func TestGraphHasAnArcForEachCopyInsideItsHeight(t *testing.T) {
	g := fire(t, nil).graph()
	if len(g.Nodes) != 6 || len(g.Arcs) != 4 || g.Rows != "216" || g.Height != "13.5rem" {
		t.Errorf("%d nodes, %d arcs, %s high (%s)", len(g.Nodes), len(g.Arcs), g.Rows, g.Height)
	}
	if got, want := g.Arcs[0].Path, "M4 18.0C50.0 18.0 50.0 54.0 10 54.0"; got != want {
		t.Errorf("first arc %q, want %q", got, want)
	}
}
