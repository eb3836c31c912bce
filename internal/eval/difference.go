package eval

import (
	"strings"

	"github.com/selisik/selisik/internal/dossier"
)

// slotOf folds slots that careful readers label either way.
func slotOf(s string) string {
	switch s {
	case "role", "organisation":
		return "person"
	case "attribution", "polarity", "cause":
		return "wording"
	}
	return s
}

// differences matches labelled differences with those found: same slot, and at
// least two of gold's values spoken for by different values found.
func (t *Tally) differences(v *view) {
	found, must, good, all := 0, 0, map[*dossier.Difference]bool{}, 0
	for i := range v.labels.Differences {
		gold := &v.labels.Differences[i]
		hit, kind := v.matches(gold, good)
		if !gold.counts() {
			continue
		}
		must++
		if !hit {
			t.miss("differences", v.labels.Event, "missed %s/%s: %s", gold.Slot, gold.Kind, labelled(gold))
			continue
		}
		found++
		t.ratio("difference_kind", kind)
	}
	for _, f := range v.findings {
		for i := range f.Differences {
			all++
			if d := &f.Differences[i]; !good[d] {
				t.miss("differences", v.labels.Event, "extra %s/%s: %s", d.Slot, d.Kind, values(d))
			}
		}
	}
	t.pairs("differences", len(good), all, found, must)
}

// matches marks in good every difference found that matches gold; hit tells
// whether there is one, kind whether one of them has gold's kind.
func (v *view) matches(gold *Difference, good map[*dossier.Difference]bool) (hit, kind bool) {
	holders := make([]map[key]bool, len(gold.Values))
	for i, val := range gold.Values {
		holders[i] = map[key]bool{}
		for _, p := range val.Statements {
			for _, c := range v.holding(p) {
				holders[i][c.key] = true
			}
		}
	}
	for _, f := range v.findings {
		for i := range f.Differences {
			d := &f.Differences[i]
			if slotOf(d.Slot) == slotOf(gold.Slot) && sides(f.story, d, holders) >= 2 {
				good[d] = true
				hit, kind = true, kind || d.Kind == gold.Kind
			}
		}
	}
	return hit, kind
}

// sides counts which of gold's values the found ones speak for; each found
// value counts for one at the most.
func sides(story string, d *dossier.Difference, holders []map[key]bool) int {
	hit := map[int]bool{}
	for _, val := range d.Values {
		best, at := 0.0, -1
		keys := map[key]bool{}
		for _, c := range val.Claims {
			keys[key{story, c}] = true
		}
		for i, h := range holders {
			n := 0
			for k := range keys {
				if h[k] {
					n++
				}
			}
			if s := float64(n) / float64(max(1, len(h))); !hit[i] && s > 0 && s >= best {
				best, at = s, i
			}
		}
		if at >= 0 {
			hit[at] = true
		}
	}
	return len(hit)
}

func labelled(d *Difference) string {
	var out []string
	for _, v := range d.Values {
		out = append(out, v.Value)
	}
	return strings.Join(out, " | ")
}

func values(d *dossier.Difference) string {
	var out []string
	for _, v := range d.Values {
		out = append(out, v.Value)
	}
	return strings.Join(out, " | ")
}
