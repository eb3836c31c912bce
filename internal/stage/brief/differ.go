package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// What a difference weighs for a reader, in one place: of what kind it is, in
// what, whether it is about the event itself, and how many of the articles put
// one of its values on top.
var (
	kindWeight = map[string]float64{news.Contradiction: 3, news.Update: 2.5, news.Scope: 1.2, news.Sharpness: 1}
	slotWeight = map[string]float64{
		news.SlotQuantity: 0.6, news.SlotPolarity: 0.4, news.SlotTime: 0.3, news.SlotCause: 0.3, news.SlotPlace: 0.2, news.SlotPerson: 0.2,
		news.SlotOrganisation: -0.5, news.SlotAttribution: -0.5, news.SlotRole: -2, news.SlotWording: -3,
	}
)

const (
	ofMain    = 0.8
	onTop     = 2.0 // times the share of the articles
	speltOnly = 0.9 // a name in two spellings, wherever it stands: less than any contradiction
	hardly    = -4  // what a reader can do nothing with, behind all others
)

// maxValues is how many values of one difference a sentence tells.
const maxValues = 4

// point is a difference by its finding and place.
type point struct {
	finding news.FindingID
	at      int
}

// ranks numbers the differences of findings from 1, what a reader should know
// first.
func (d *draft) ranks(findings []news.Finding) map[point]int {
	out := map[point]int{}
	for i, p := range d.points(findings) {
		out[p.point] = i + 1
	}
	return out
}

type weighed struct {
	point
	news.Difference
	weight float64
	values map[string]bool // figures of its values
}

// points returns the differences of findings, the weightiest first.
func (d *draft) points(findings []news.Finding) []weighed {
	if d.ranked != nil {
		return d.ranked
	}
	all := []weighed{}
	for _, f := range findings {
		for i, x := range f.Differences {
			all = append(all, weighed{point{f.ID, i}, x, d.weight(f, x), d.valuesOf(x)})
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
	d.ranked = repeatsLast(all)
	return d.ranked
}

// weight is what a difference of f weighs for a reader.
func (d *draft) weight(f news.Finding, x news.Difference) float64 {
	if x.Spelling {
		return speltOnly
	}
	if d.sameFigures(x) || d.nameless(x) {
		return hardly
	}
	w := kindWeight[x.Kind] + slotWeight[x.Slot] + onTop*d.onTop(x)
	if f.Main {
		w += ofMain
	}
	return w
}

// sameFigures reports whether x is no more than a bound set or left out: "at most
// 40" and "the limit of 40".
func (d *draft) sameFigures(x news.Difference) bool {
	if x.Kind != news.Sharpness || x.Slot != news.SlotQuantity && x.Slot != news.SlotTime {
		return false
	}
	first := d.figures(x.Values[0].Value)
	return len(first) > 0 && !slices.ContainsFunc(x.Values[1:], func(v news.Value) bool { return !slices.Equal(first, d.figures(v.Value)) })
}

// nameless reports whether a value of x is a pronoun for what another sentence
// names: "both of them died".
func (d *draft) nameless(x news.Difference) bool {
	return slices.ContainsFunc(x.Values, func(v news.Value) bool {
		words := wordsOf(v.Value)
		return len(v.Claims) > 0 && len(words) > 0 && d.claims[v.Claims[0]] != nil && d.tongue(d.claims[v.Claims[0]]).pronouns[words[0].lower]
	})
}

// repeatsLast puts differences that tell of the same figures as one before them
// behind all others; the one with the most claims stands where the first did.
func repeatsLast(all []weighed) []weighed {
	var out, rest []weighed
	for _, w := range all {
		i := slices.IndexFunc(out, func(o weighed) bool { return o.Slot == w.Slot && shared(o.values, w.values) > 1 })
		switch {
		case i < 0:
			out = append(out, w)
		case reach(w.Difference) > reach(out[i].Difference):
			rest = append(rest, out[i])
			out[i] = w
		default:
			rest = append(rest, w)
		}
	}
	return append(out, rest...)
}

// valuesOf returns the figures of each value of x that has any.
func (d *draft) valuesOf(x news.Difference) map[string]bool {
	out := map[string]bool{}
	for _, v := range x.Values {
		if f := d.figures(v.Value); len(f) > 0 {
			out[strings.Join(f, " ")] = true
		}
	}
	return out
}

// shared counts what two sets have in common.
func shared(a, b map[string]bool) int {
	n := 0
	for x := range a {
		if b[x] {
			n++
		}
	}
	return n
}

// reach is how many claims take part in a difference.
func reach(x news.Difference) int {
	n := 0
	for _, v := range x.Values {
		n += len(v.Claims)
	}
	return n
}

// onTop returns the share of the articles of which a value of x stands in the
// title or the first sentences.
func (d *draft) onTop(x news.Difference) float64 {
	top := map[news.ArticleID]bool{}
	for _, v := range x.Values {
		value := strings.ToLower(v.Value)
		for _, id := range v.Claims {
			c := d.claims[id]
			if c != nil && (c.Field == news.InTitle || d.place[id] <= leadSentences) && strings.Contains(strings.ToLower(c.Text), value) {
				top[c.Article] = true
			}
		}
	}
	return float64(len(top)) / float64(max(1, len(d.articles)))
}

// differences adds the weightiest differences.
func (d *draft) differences(findings []news.Finding) {
	for _, p := range d.points(findings) {
		if d.count[Differs] == maxDiffers {
			return
		}
		if p.weight > hardly {
			d.difference(p.Difference)
		}
	}
}

// difference adds one difference: what it is, about what, then each value with
// who gives it. Where an outlet's name holds a figure that the evidence lacks,
// the values stand alone.
func (d *draft) difference(x news.Difference) {
	var named, bare []string
	var cites []news.ClaimID
	for _, v := range x.Values[:min(maxValues, len(x.Values))] {
		words := strings.Trim(v.Value, "\"“”'‘’ ,")
		bare = append(bare, d.phrases.Phrase("brief.value", "value", words))
		named = append(named, d.phrases.Phrase("brief.value.outlets", "value", words, "outlets", strings.Join(d.outlets(v.Claims), ", ")))
		cites = append(cites, v.Claims...)
	}
	head := d.phrases.Phrase("brief.differs."+x.Kind, "slot", d.phrases.Phrase("slot."+x.Slot))
	if x.Spelling {
		head = d.phrases.Phrase("brief.differs.spelling")
	}
	about := ""
	if q := d.question(x); strings.Contains(q, d.phrases.Phrase("face.gap")) && !wordings(x) {
		about = d.phrases.Phrase("brief.about", "text", q) + " "
	}
	for _, values := range [][]string{named, bare} {
		sentence := about + strings.Join(values, "; ") + "."
		if d.put(Differs, head+" "+sentence, cites, d.number(d.own(), strings.Join(bare, " "))) {
			return
		}
	}
}

// wordings reports whether the values of x are wordings of one utterance, which
// tell what they are about.
func wordings(x news.Difference) bool {
	return x.Slot == news.SlotWording && x.Kind == news.Sharpness
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
