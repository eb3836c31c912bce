package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// gravity orders the kinds of difference, gravest first.
var gravity = []string{news.Contradiction, news.Update, news.Scope, news.Sharpness}

// maxValues is how many values of one difference a sentence tells.
const maxValues = 4

// differences adds the gravest differences, those of main findings first.
func (d *draft) differences(findings []news.Finding) {
	type point struct {
		news.Difference
		main bool
	}
	var all []point
	for _, f := range findings {
		for _, x := range f.Differences {
			all = append(all, point{x, f.Main})
		}
	}
	slices.SortStableFunc(all, func(a, b point) int {
		return cmp.Or(cmp.Compare(slices.Index(gravity, a.Kind), slices.Index(gravity, b.Kind)), cmp.Compare(first(a.main), first(b.main)))
	})
	for _, p := range all {
		if d.count[Differs] == maxDiffers {
			return
		}
		d.difference(p.Difference)
	}
}

func first(main bool) int {
	if main {
		return 0
	}
	return 1
}

// difference adds one difference: what it is, then each value with who gives
// it. Where an outlet's name holds a figure that the evidence lacks, the values
// stand alone.
func (d *draft) difference(x news.Difference) {
	var named, bare []string
	var cites []news.ClaimID
	for _, v := range x.Values[:min(maxValues, len(x.Values))] {
		words := strings.Trim(v.Value, "\"“”'‘’ ")
		bare = append(bare, d.phrases.Phrase("brief.value", "value", words))
		named = append(named, d.phrases.Phrase("brief.value.outlets", "value", words, "outlets", strings.Join(d.outlets(v.Claims), ", ")))
		cites = append(cites, v.Claims...)
	}
	head := d.phrases.Phrase("brief.differs."+x.Kind, "slot", d.phrases.Phrase("slot."+x.Slot))
	for _, values := range [][]string{named, bare} {
		if d.add(Differs, head+" "+strings.Join(values, "; ")+".", cites) {
			return
		}
	}
}

// outlets returns the outlets of the claims, each once.
func (d *draft) outlets(claims []news.ClaimID) []string {
	var out []string
	for _, id := range claims {
		c := d.claims[id]
		if c == nil {
			continue
		}
		name := cmp.Or(d.outlet(c.Article), d.phrases.Phrase("brief.unnamed"))
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}
