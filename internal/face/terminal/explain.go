package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// WriteExplanation draws the walk from an id back to its passages, each marked
// within its surroundings (by reverse video, and by ⟦ ⟧ where there is no
// colour). It returns the error of w.
func WriteExplanation(w io.Writer, e query.Explanation, opt Options) error {
	opt = opt.withDefaults()
	x := &walk{&canvas{width: opt.Width, color: opt.Color}, face.In(opt.Packs, append([]string{opt.Tag}, e.Languages...)...)}
	x.draw(e, "")
	return x.flush(w)
}

// walk draws explanations.
type walk struct {
	*canvas
	w *face.Words
}

func (x *walk) draw(e query.Explanation, indent string) {
	x.para(run{indent + x.title(e) + "  ", heading}, run{face.Line(e.Text), bold})
	for _, line := range x.facts(e) {
		x.para(run{indent + "  ", normal}, run{line, faint})
	}
	if e.Article != nil {
		x.head(*e.Article, indent+"  ")
	}
	if len(e.Evidence) > 0 {
		x.blank()
	}
	for _, ev := range e.Evidence {
		x.evidence(ev, indent+"  ")
		x.blank()
	}
	for _, p := range e.Parts {
		x.draw(p, indent+"  ")
	}
}

// title names what is explained: "finding f3".
func (x *walk) title(e query.Explanation) string {
	return strings.TrimSpace(x.w.Label("id", e.Kind) + " " + face.Line(e.ID))
}

// facts are the lines under the title: status and origins, kind and slot,
// other names, the parts of the judgement.
func (x *walk) facts(e query.Explanation) []string {
	var out []string
	add := func(s string) {
		if s != "" {
			out = append(out, s)
		}
	}
	switch e.Kind {
	case "finding":
		add(x.w.Label("status", e.Label) + " · " + x.w.Origins(e.Origins, e.OriginNames))
	case "difference":
		add(x.w.Label("kind", e.Label) + " (" + x.w.Label("kind.help", e.Label) + ") · " + x.w.Label("slot", e.Slot))
	case "source", "entity":
		add(x.w.Label(e.Kind, e.Label))
	}
	if len(e.Aliases) > 0 {
		add(x.w.Say("aliases") + ": " + face.Line(strings.Join(e.Aliases, ", ")))
	}
	if len(e.Roles) > 0 {
		add(x.w.Say("roles") + ": " + face.Line(strings.Join(e.Roles, ", ")))
	}
	add(x.why(e.Why))
	return out
}

func (x *walk) why(parts []dossier.Reason) string {
	var out []string
	for _, r := range parts {
		out = append(out, face.Line(r.Label)+" "+strconv.FormatFloat(r.Score, 'g', 4, 64))
	}
	if len(out) == 0 {
		return ""
	}
	return x.w.Say("why") + ": " + strings.Join(out, ", ")
}

func (x *walk) evidence(ev query.Evidence, indent string) {
	h := ev.Article
	lead := []run{{"[" + strconv.Itoa(h.Number) + "]", blue}, {x.outlet(h), bold}, {"· " + x.w.Published(h.Published), faint}}
	if ev.Claim != "" {
		lead = append(lead, run{"· " + face.Line(ev.Claim), faint})
	}
	x.para(run{indent, normal}, lead...)
	x.extract(ev.Extract, indent+"│ ")
	if chain := x.chain(ev); chain != "" {
		x.para(run{indent + "  ", normal}, run{chain, yellow})
	}
	x.para(run{indent + "  ", normal}, run{x.place(ev.Extract) + " · " + face.Line(h.ID), faint})
	x.whole(indent+"  ", run{address(h.URL, h.Input), faint})
}

func (x *walk) outlet(h query.Head) string {
	if name := face.Line(h.Outlet); name != "" {
		return name
	}
	return x.w.Say("outlet.unknown")
}

// place tells where an extract stands, in code points and in bytes.
func (x *walk) place(e query.Extract) string {
	n := strconv.Itoa
	return x.w.Say("in-"+e.Field) + " " + x.w.Say("span", "s", n(e.Span[0]), "e", n(e.Span[1]), "bs", n(e.Bytes[0]), "be", n(e.Bytes[1]))
}

// extract draws the passage marked within its surroundings.
func (x *walk) extract(e query.Extract, indent string) {
	mark := face.Line(e.Text)
	if !x.color {
		mark = "⟦" + mark + "⟧"
	}
	for _, line := range wrap([]run{{face.Line(e.Before), faint}, {mark, marked}, {face.Line(e.After), faint}}, max(x.width-columns(indent), 20)) {
		x.para(run{indent, faint}, line...)
	}
}

// chain tells who says it, the innermost first, and how: "KCNA (melaporkan),
// via Reuters · denied".
func (x *walk) chain(ev query.Evidence) string {
	var out []string
	for _, a := range ev.Attribution {
		name := face.Line(a.Name)
		if a.Via {
			name = x.w.Say("via", "name", name)
		}
		if a.Cue != "" {
			name += " (" + face.Line(a.Cue) + ")"
		}
		out = append(out, name)
	}
	s := ""
	if len(out) > 0 {
		s = x.w.Say("who") + " " + strings.Join(out, ", ")
	}
	if ev.Polarity == "denied" {
		s = strings.TrimPrefix(s+" · "+x.w.Label("polarity", ev.Polarity), " · ")
	}
	if ev.Modality == "planned" || ev.Modality == "possible" {
		s = strings.TrimPrefix(s+" · "+x.w.Label("modality", ev.Modality), " · ")
	}
	return s
}

func (x *walk) head(h query.Head, indent string) {
	x.para(run{indent, normal}, run{x.outlet(h), bold}, run{"· " + x.w.Published(h.Published) + " · " + face.Line(h.ID), faint})
	x.whole(indent, run{address(h.URL, h.Input), faint})
}
