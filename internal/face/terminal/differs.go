package terminal

import (
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// kindSigns show the kind of a difference by shape, and by colour where there
// is one.
var kindSigns = map[string]run{
	"contradiction": {"  ▲ ", red},
	"update":        {"  → ", yellow},
	"scope":         {"  ≠ ", blue},
	"precision":     {"  ≈ ", blue},
	query.Spelling:  {"  ≈ ", blue},
}

// differs draws the differences value by value, the most important first.
func (s *sheet) differs() {
	if len(s.Differs) == 0 {
		return
	}
	s.section("differs")
	for _, d := range first(s.Differs, s.max) {
		s.difference(d)
	}
	s.more(len(s.Differs))
}

// difference draws what it is and about what, then each value with who says it.
func (s *sheet) difference(d query.Difference) {
	sign, ok := kindSigns[d.Kind]
	if !ok {
		sign = run{"  · ", faint}
	}
	what := []run{{s.w.Differs(d), sign.style}}
	if about := s.w.About(d, 120); about != "" {
		what = append(what, run{"— " + about, normal})
	}
	s.para(sign, append(what, run{s.prefix + face.Line(d.ID), faint})...)
	for _, side := range first(d.Sides, s.max) {
		s.para(run{"      – ", faint}, s.side(side)...)
	}
	if n := len(d.Sides) - s.max; n > 0 {
		s.para(run{"      ", faint}, run{s.w.Say("more", "n", s.w.Int(n)), faint})
	}
	s.noted(d.Finding.Notes)
}

// side tells a value and who says it: "8 tewas — Polres [1][2], …".
func (s *sheet) side(side query.Side) []run {
	out := []run{{face.Line(side.Value), bold}, {"—", faint}}
	for i, y := range side.Sayers {
		m := marks(y.Marks)
		if i+1 < len(side.Sayers) {
			m += ","
		}
		out = append(out, run{s.w.Sayer(s.Page, y), normal}, run{m, blue})
	}
	return out
}
