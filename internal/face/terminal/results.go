package terminal

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/text"
)

// WriteResults draws what a search found, best first: each with its words, where
// they stand and what leads to it. It returns the error of w.
func WriteResults(w io.Writer, res query.Results, opt Options) error {
	opt = opt.withDefaults()
	f := &finds{&canvas{width: opt.Width, color: opt.Color}, face.In(opt.Packs, opt.Tag)}
	if len(res.Results) == 0 {
		f.para(run{}, run{f.w.Say("search.none"), normal})
	}
	for i, r := range res.Results {
		f.result(i+1, r)
	}
	if res.Partial {
		f.para(run{}, run{f.w.Say("search.partial"), faint})
	}
	if res.Waiting > 0 {
		f.para(run{}, run{f.w.Count("search.waiting", res.Waiting), faint})
	}
	return f.flush(w)
}

// finds draws results.
type finds struct {
	*canvas
	w *face.Words
}

func (f *finds) result(n int, r query.Result) {
	lead := run{pad(strconv.Itoa(n)+".", 4), faint}
	switch r.Kind {
	case "quote":
		said := markedWords(face.Line(r.Text), r.Marks)
		if n := len(said); n > 0 {
			said[0].text = "“" + said[0].text
			said[n-1].text += "”"
		}
		f.para(lead, append([]run{{f.speaker(r), bold}}, said...)...)
	case "finding":
		f.para(lead, append(markedWords(face.Line(r.Text), r.Marks),
			run{"· " + f.w.Label("status", r.Status) + " · " + f.w.Count("origins", r.Origins), yellow})...)
	default:
		f.para(lead, run{face.Line(r.Title), bold})
		f.para(run{"    ", normal}, markedWords(face.Line(r.Text), r.Marks)...)
	}
	f.para(run{"    ", normal}, run{f.whence(r), faint})
	if u := face.Address(r.URL); u != "" {
		f.whole("    ", run{u, faint})
	}
	f.blank()
}

func (f *finds) speaker(r query.Result) string {
	name := face.Line(r.Speaker)
	if role := face.Line(r.Role); role != "" && name != "" {
		name += " (" + role + ")"
	}
	if name == "" {
		name = "?"
	}
	return name + ":"
}

// whence tells where a result stands and how to go on from it.
func (f *finds) whence(r query.Result) string {
	outlet := face.Line(r.Outlet)
	if outlet == "" {
		outlet = f.w.Say("outlet.unknown")
	}
	parts := []string{outlet, f.w.Published(r.Published), face.Line(r.Article)}
	if r.Articles > 1 {
		parts = append(parts, f.w.Count("articles", r.Articles))
	}
	if r.Story != "" {
		parts = append(parts, face.Line(r.Story))
	}
	if r.Kind == "finding" {
		parts = append(parts, face.Line(r.ID))
	}
	return strings.Join(parts, " · ")
}

// markedWords parts a line into runs, those words that touch a mark in bold.
func markedWords(s string, marks []dossier.Span) []run {
	var out []run
	off := text.NewOffsets(s)
	for at := 0; at < len(s); {
		n := strings.IndexByte(s[at:]+" ", ' ')
		from, to := off.Point(at), off.Point(at+n)
		st := normal
		if slices.ContainsFunc(marks, func(m dossier.Span) bool { return m[0] < to && from < m[1] }) {
			st = bold
		}
		if n > 0 {
			out = append(out, run{s[at : at+n], st})
		}
		at += n + 1
	}
	return out
}
