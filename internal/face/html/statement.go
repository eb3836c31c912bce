package html

import (
	"slices"

	"strings"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// statement is one sentence with what carries it.
type statement struct {
	ID     string // its own anchor: "s1-f3"
	Name   string // the id that `selisik explain` takes: "f3"
	Text   string
	Status string // "" if no finding stands behind it
	Basis  string // status and origins in words
	Notes  []string
	evidence
}

// evidence leads to passages: Open for the script, Href for browsers without.
type evidence struct {
	Open, Href string
	Cites      []cite
}

// cite is the mark of one article.
type cite struct {
	N                 int
	Open, Href, Label string
}

func (b builder) statement(it query.Item) statement {
	s := statement{ID: b.r.prefix + "-" + face.Line(it.ID), Name: face.Line(it.ID), Text: face.Line(it.Text), evidence: b.evidence(it.Claims)}
	if len(b.Story.Articles) > 1 {
		s.Status = face.Line(it.Status())
		s.Basis = b.w.Basis(b.Page, it)
	}
	s.Notes = b.noted(it.Notes())
	return s
}

func (b builder) evidence(claims []string) evidence { return b.passages(b.Passages(claims)) }

// passages makes the evidence of passages, one mark an article.
func (b builder) passages(all []query.Passage) evidence {
	e := evidence{Open: b.r.open(all), Href: b.r.href(all)}
	for i := 0; i < len(all); {
		j := i
		for j < len(all) && all[j].Article == all[i].Article {
			j++
		}
		e.Cites = append(e.Cites, b.cite(all[i:j]))
		i = j
	}
	return e
}

func (b builder) cite(own []query.Passage) cite {
	a := &b.Story.Articles[own[0].Article-1]
	label := []string{b.w.Outlet(a), b.w.Published(a.Published)}
	return cite{own[0].Article, b.r.open(own), b.r.href(own), strings.Join(label, ", ")}
}

// difference is a point on which the articles do not say the same.
type difference struct {
	ID, Name, Kind string
	Label          string // kind and slot in words
	Help           string // what the kind means
	About          string // the finding's statement
	Sides          []side
	Notes          []string
	evidence
}

// side is one value with who says it.
type side struct {
	Value  string
	Sayers []sayer
	evidence
}

type sayer struct {
	Name string
	evidence
}

func (b builder) differences() []difference {
	var out []difference
	for _, d := range b.Differs {
		v := difference{
			ID: b.r.prefix + "-" + face.Line(d.ID), Name: face.Line(d.ID), Kind: face.Line(d.Kind), Label: b.w.Differs(d),
			Help: b.w.Explains(b.Story, d), About: face.Line(d.About), evidence: b.evidence(d.Claims()),
		}
		for _, s := range d.Sides {
			v.Sides = append(v.Sides, b.side(s))
		}
		v.Notes = b.noted(d.Finding.Notes)
		out = append(out, v)
	}
	return out
}

func (b builder) side(s query.Side) side {
	v := side{Value: face.Line(s.Value), evidence: b.evidence(s.Claims)}
	for _, y := range s.Sayers {
		v.Sayers = append(v.Sayers, sayer{b.w.Sayer(b.Page, y), b.evidence(b.ofArticles(s.Claims, y))})
	}
	return v
}

// ofArticles returns the claims that the sayer's articles hold in its name.
func (b builder) ofArticles(claims []string, y query.Sayer) []string {
	var out []string
	for _, id := range claims {
		c := b.Claim(id)
		if c != nil && (len(c.Attribution) == 0 && y.Name == "" || len(c.Attribution) > 0 && c.Attribution[0].Name == y.Name) {
			out = append(out, id)
		}
	}
	return out
}

// quoteGroup is one utterance in its wordings.
type quoteGroup struct {
	Speaker  string
	Again    bool   // the speaker of the quote before
	Count    string // "" for one wording
	Variants []variant
}

type variant struct {
	Text     string
	Language string
	evidence
}

func (b builder) quotes() []quoteGroup {
	var out []quoteGroup
	parts := fold(b.Quotes)
	for _, g := range slices.Concat(query.Together(parts[0]), query.Together(parts[1])) {
		v := quoteGroup{Speaker: b.w.Speaker(g)}
		v.Again = len(g.Variants) == 1 && len(out) > 0 && out[len(out)-1].Speaker == v.Speaker
		if len(g.Variants) > 1 {
			v.Count = b.w.Count("variants", len(g.Variants))
		}
		for _, q := range g.Variants {
			tag := face.Line(b.Story.Articles[q.Marks[0]-1].Language)
			v.Variants = append(v.Variants, variant{face.Quoted(q.Text), tag, b.passages(q.Passages)})
		}
		out = append(out, v)
	}
	return out
}

// omitted is how many findings an article's omissions list.
const omitted = 12

// omission is what one article leaves out.
type omission struct {
	N        int
	Outlet   string
	Href     string
	Count    string
	Short    string // the weightiest, in a few words
	Findings []statement
}

func (b builder) omissions() []omission {
	var out []omission
	for _, o := range b.Omits {
		v := omission{N: o.Article, Outlet: b.w.Outlet(&b.Story.Articles[o.Article-1]), Href: "#" + b.r.article(o.Article)}
		v.Short = face.Clip(face.Line(o.Findings[0].Statement), 80)
		v.Count = b.w.Count("findings", len(o.Findings))
		for _, f := range o.Findings[:min(len(o.Findings), omitted)] {
			v.Findings = append(v.Findings, statement{Name: face.Line(f.ID), Text: face.Clip(face.Line(f.Statement), 120), evidence: b.evidence(f.Claims)})
		}
		out = append(out, v)
	}
	return out
}
