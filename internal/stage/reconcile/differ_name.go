package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// placeClashes finds a place that one claim names more finely: both name it,
// and one puts a part of it beside it ("Suita, Osaka").
func (t *table) placeClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, p := range [2][2]int{{i, j}, {j, i}} {
		fine, coarse := &t.views[p[0]], &t.views[p[1]]
		for k := 1; k < len(fine.Mentions); k++ {
			x, y := fine.Mentions[k-1], fine.Mentions[k]
			m := t.mentionOf(coarse, y)
			if x.Kind != news.Place || y.Kind != news.Place || !t.beside(fine, x, y) || m < 0 || t.mentionOf(coarse, x) >= 0 || x.Name == y.Name {
				continue
			}
			sharp := text.Span{Start: x.Span.Start, End: y.Span.End}
			out = append(out, clash{news.SlotPlace, news.Sharpness,
				answer{p[0], text.Fold(x.Name + ", " + y.Name), t.label(p[0], sharp)},
				answer{p[1], text.Fold(y.Name), t.label(p[1], coarse.Mentions[m].Span)}})
		}
	}
	return append(out, t.otherPlace(a, b, i, j)...)
}

// otherPlace finds places of one kind of name ("Jalan A", "Jalan B") in like
// words, where each claim has one and neither has the other's.
func (t *table) otherPlace(a, b *view, i, j int) []clash {
	var out []clash
	for _, x := range a.Mentions {
		for _, y := range b.Mentions {
			if x.Kind != news.Place || y.Kind != news.Place || t.mentionOf(b, x) >= 0 || t.mentionOf(a, y) >= 0 {
				continue
			}
			wx, wy := wordsOf(text.Fold(x.Name)), wordsOf(text.Fold(y.Name))
			if len(wx) < 2 || len(wy) < 2 || wx[0] != wy[0] || t.sameContext(a, x.Span, b, y.Span) < timeContext {
				continue
			}
			kind := news.Contradiction
			if subset(wx, wy) || subset(wy, wx) {
				kind = news.Sharpness
			}
			out = append(out, clash{news.SlotPlace, kind, t.name(i, x), t.name(j, y)})
		}
	}
	return out
}

// beside reports whether y follows x with only a comma or bracket between.
func (t *table) beside(v *view, x, y news.Mention) bool {
	if x.Span.End > y.Span.Start {
		return false
	}
	gap := strings.TrimSpace(text.Span{Start: x.Span.End, End: y.Span.Start}.Of(t.source(v)))
	return gap == "," || gap == "("
}

// mentionOf returns the index in v of a mention of what m names, -1 if none.
func (t *table) mentionOf(v *view, m news.Mention) int {
	want := t.entities.of([]news.Mention{m})
	return slices.IndexFunc(v.Mentions, func(o news.Mention) bool {
		return slices.Equal(t.entities.of([]news.Mention{o}), want)
	})
}

func (t *table) name(i int, m news.Mention) answer {
	return answer{i, text.Fold(m.Name), t.label(i, m.Span)}
}

// personClashes finds one office held by two people, and one person in two
// offices of a kind.
func (t *table) personClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Mentions {
		for _, y := range b.Mentions {
			if x.Kind != news.Person || y.Kind != news.Person || x.Role == "" || y.Role == "" {
				continue
			}
			same := slices.Equal(t.entities.of([]news.Mention{x}), t.entities.of([]news.Mention{y}))
			rx, ry := wordsOf(text.Fold(x.Role)), wordsOf(text.Fold(y.Role))
			switch {
			case !same && len(rx) > 1 && slices.Equal(rx, ry) && t.mentionOf(b, x) < 0 && t.mentionOf(a, y) < 0:
				out = append(out, clash{news.SlotPerson, news.Contradiction, t.name(i, x), t.name(j, y)})
			case same && len(rx) > 1 && len(ry) > 1 && rx[0] == ry[0] && !slices.Equal(rx, ry):
				kind := news.Contradiction
				if subset(rx, ry) || subset(ry, rx) {
					kind = news.Sharpness
				}
				out = append(out, clash{news.SlotRole, kind,
					answer{i, strings.Join(rx, " "), x.Role + " " + x.Name}, answer{j, strings.Join(ry, " "), y.Role + " " + y.Name}})
			}
		}
	}
	return out
}
