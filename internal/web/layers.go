package web

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// layerKeys are what is marked in a text, in the order of the switches.
var layerKeys = []string{"claims", "quotes", "names", "numbers", "times"}

// layer is one kind of mark, which a switch shows or hides.
type layer struct {
	Key, Label string
	Count      string
}

// marked is a span of a text with what was read there.
type marked struct {
	dossier.Span
	layer string
	title string
	href  string // of a claim: its finding
}

// stretch is a piece of a text in which no mark begins or ends.
type stretch struct {
	ID, Text, Class, Title string
	Ends                   []end // claims that end here
}

// end leads from a claim to the finding that it belongs to.
type end struct{ Href, Status, Label string }

// marks lists what was read in an article, by layer.
func (r *reader) marks(p *query.Page, a *dossier.Article) []marked {
	out := r.claimMarks(p, a)
	for _, q := range a.Quotes {
		who := r.T.Say("article.said-by", "name", r.W.Say("speaker.unknown"))
		if q.Speaker != nil {
			who = r.T.Say("article.said-by", "name", face.Line(*q.Speaker))
		}
		out = append(out, marked{Span: q.Span, layer: "quotes", title: who})
	}
	for _, q := range a.Quantities {
		out = append(out, marked{Span: q.Span, layer: "numbers", title: r.W.Quantity(q.Min, q.Max, q.Unit)})
	}
	for _, t := range a.Times {
		out = append(out, marked{Span: t.Span, layer: "times", title: r.W.Span(t.Start, t.End)})
	}
	if p != nil {
		out = append(out, r.nameMarks(p.Story.Entities, a.Text)...)
	}
	return out
}

func (r *reader) claimMarks(p *query.Page, a *dossier.Article) []marked {
	if p == nil {
		return nil
	}
	var out []marked
	for i := range p.Story.Claims {
		c := &p.Story.Claims[i]
		if c.Article != a.ID || c.Field != "text" {
			continue
		}
		m := marked{Span: c.Span, layer: "claims"}
		if f := p.FindingOf([]string{c.ID}); f != nil {
			m.href, m.title = "/stories/"+p.Story.ID+"#s1-"+f.ID, f.Status
		}
		out = append(out, m)
	}
	return out
}

// nameMarks finds where the names of a story's entities stand, the longest name
// where several do.
func (r *reader) nameMarks(entities []dossier.Entity, s string) []marked {
	type named struct {
		words []rune
		title string
	}
	var all []named
	for _, e := range entities {
		title := strings.Join(append([]string{face.Line(e.Name), r.W.Label("entity", e.Kind)}, lines(e.Roles)...), " · ")
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if len([]rune(name)) > 1 {
				all = append(all, named{[]rune(name), title})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b named) int { return len(b.words) - len(a.words) })
	text := []rune(s)
	taken := make([]bool, len(text))
	var out []marked
	for _, n := range all {
		for i := range occurrences(text, n.words) {
			if taken[i] || taken[i+len(n.words)-1] {
				continue
			}
			for k := range n.words {
				taken[i+k] = true
			}
			out = append(out, marked{Span: dossier.Span{i, i + len(n.words)}, layer: "names", title: n.title})
		}
	}
	return out
}

// occurrences yields where words stand whole in a text.
func occurrences(text, words []rune) func(func(int) bool) {
	letter := func(i int) bool {
		return i >= 0 && i < len(text) && (unicode.IsLetter(text[i]) || unicode.IsDigit(text[i]))
	}
	return func(yield func(int) bool) {
		for i := 0; i+len(words) <= len(text); i++ {
			if text[i] == words[0] && slices.Equal(text[i:i+len(words)], words) && !letter(i-1) && !letter(i+len(words)) && !yield(i) {
				return
			}
		}
	}
}

// paragraphs cuts a text at the borders of marks and at its line breaks.
func (r *reader) paragraphs(s string, marks []marked) [][]stretch {
	runes := []rune(s)
	at := []int{0, len(runes)}
	for _, m := range marks {
		at = append(at, m.Span[0], m.Span[1])
	}
	for i, c := range runes {
		if c == '\n' {
			at = append(at, i, i+1)
		}
	}
	slices.Sort(at)
	at = slices.Compact(at)
	out := [][]stretch{nil}
	for i := 0; i+1 < len(at); i++ {
		from, to := at[i], at[i+1]
		if from < 0 || to > len(runes) {
			continue
		}
		if runes[from] == '\n' {
			if len(out[len(out)-1]) > 0 {
				out = append(out, nil)
			}
			continue
		}
		out[len(out)-1] = append(out[len(out)-1], r.stretch(string(runes[from:to]), from, to, marks))
	}
	return slices.DeleteFunc(out, func(p []stretch) bool { return len(p) == 0 })
}

func (r *reader) stretch(s string, from, to int, marks []marked) stretch {
	v := stretch{ID: "c" + strconv.Itoa(from), Text: face.Block(s)}
	var classes, titles []string
	for _, m := range marks {
		if m.Span[0] > from || m.Span[1] < to {
			continue
		}
		if !slices.Contains(classes, "l-"+m.layer) {
			classes = append(classes, "l-"+m.layer)
		}
		if m.layer != "claims" {
			titles = append(titles, m.title)
		} else if m.Span[1] == to && m.href != "" {
			v.Ends = append(v.Ends, end{m.href, m.title, r.W.Label("status", m.title)})
		}
	}
	v.Class, v.Title = strings.Join(classes, " "), strings.Join(titles, "; ")
	return v
}

func (r *reader) layers(marks []marked) []layer {
	var out []layer
	for _, key := range layerKeys {
		n := 0
		for _, m := range marks {
			if m.layer == key {
				n++
			}
		}
		if n > 0 {
			out = append(out, layer{key, r.T.Label("layer", key), r.W.Int(n)})
		}
	}
	return out
}

func lines(all []string) []string {
	var out []string
	for _, s := range all {
		out = append(out, face.Line(s))
	}
	return out
}
