package terminal

import (
	"io"
	"strconv"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// WriteComparison draws which passages two articles share: once where the
// words are the same, else the one above the other. It returns the error of w.
func WriteComparison(w io.Writer, c query.Comparison, opt Options) error {
	opt = opt.withDefaults()
	x := &walk{&canvas{width: opt.Width, color: opt.Color}, face.In(opt.Packs, opt.Tag, c.A.Language, c.B.Language)}
	x.party("A", c.A)
	x.party("B", c.B)
	x.blank()
	if len(c.Links) == 0 {
		x.para(run{}, run{x.w.Say("compare.none"), normal})
	}
	for _, l := range c.Links {
		x.link(c, l)
	}
	return x.flush(w)
}

func (x *walk) party(name string, h query.Head) {
	x.para(run{name + "  ", heading}, run{x.outlet(h), bold}, run{"· " + x.w.Published(h.Published) + " ·", faint}, run{face.Line(h.Title), normal})
	x.para(run{"   ", normal}, run{face.Line(h.ID), faint})
	x.whole("   ", run{address(h.URL, h.Input), faint})
}

func (x *walk) link(c query.Comparison, l query.Shared) {
	from, to := "A", "B"
	if l.From == "b" {
		from, to = to, from
	}
	x.para(run{}, run{x.w.Label("copykind", l.Kind), yellow}, run{from + " → " + to, bold},
		run{x.w.Say("compare.share", "from", from, "to", to, "share", x.w.Percent(l.Share)), normal})
	if why := face.Line(l.Why); why != "" {
		x.para(run{"  ", normal}, run{why, faint})
	}
	for i, p := range l.Passages {
		x.match(strconv.Itoa(i+1), p)
	}
	x.blank()
}

func (x *walk) match(n string, p query.PassageMatch) {
	x.blank()
	if face.Line(p.A.Text) == face.Line(p.B.Text) {
		x.para(run{pad("  "+n+".", 7), faint}, run{face.Line(p.A.Text), normal})
	} else {
		x.para(run{pad("  "+n+". A", 7), faint}, run{face.Line(p.A.Text), normal})
		x.para(run{"     B ", faint}, run{face.Line(p.B.Text), normal})
	}
	x.para(run{"       ", normal}, run{"A " + x.place(p.A) + " · B " + x.place(p.B), faint})
}
