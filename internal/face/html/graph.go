package html

import (
	"math"
	"slices"
	"strconv"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// graph is the copy graph as arcs beside a list of articles, in order of
// publication: an arc leads from the article that was copied to its copier.
type graph struct {
	Title        string
	Nodes        []node
	Arcs         []arc
	Height, Rows string
}

type node struct {
	N             int
	Outlet, Title string
	Published     string
	Href          string
}

// arc is one edge: a path, the head of its arrow, how wide and of what kind.
type arc struct {
	Path, Head, Width, Kind, Title string
}

// Lengths of the drawing, in its own units; a row of the list is rowHeight high
// (2.25rem at 16 pixels).
const (
	rowHeight = 36
	arcWidth  = 120
)

// copying is one edge in words with its passages.
type copying struct {
	Text, Passages string
	evidence
}

func (b builder) copies() []copying {
	var out []copying
	for _, c := range b.Copies {
		v := copying{Text: b.w.Copy(b.Page, c)}
		var all []query.Passage
		for _, x := range c.Passages {
			all = append(all, query.Passage{Article: c.From, Field: "text", Span: x.From})
		}
		for _, x := range c.Passages {
			all = append(all, query.Passage{Article: c.To, Field: "text", Span: x.To})
		}
		v.evidence = b.passages(all)
		if len(c.Passages) > 0 {
			v.Passages = b.w.Count("passages", len(c.Passages))
		} else {
			v.Cites = b.bare(c.From, c.To)
		}
		out = append(out, v)
	}
	return out
}

// bare returns marks of articles without any passage.
func (b builder) bare(ns ...int) []cite {
	var out []cite
	for _, n := range ns {
		out = append(out, cite{N: n, Href: "#" + b.r.article(n), Label: b.w.Outlet(&b.Story.Articles[n-1])})
	}
	return out
}

func (b builder) graph() *graph {
	g := &graph{Title: b.w.Say("graph.title")}
	var at []int
	for _, c := range b.Copies {
		at = append(at, c.From, c.To)
	}
	slices.Sort(at)
	at = slices.Compact(at)
	for _, n := range at {
		a := &b.Story.Articles[n-1]
		g.Nodes = append(g.Nodes, node{n, b.w.Outlet(a), face.Title(a), b.w.Published(a.Published), "#" + b.r.article(n)})
	}
	for _, c := range b.Copies {
		v := bow(slices.Index(at, c.From), slices.Index(at, c.To), c.Share)
		v.Kind, v.Title = face.Line(c.Kind), b.w.Copy(b.Page, c)
		g.Arcs = append(g.Arcs, v)
	}
	g.Rows = strconv.Itoa(len(at) * rowHeight)
	g.Height = fixed(float64(len(at)*rowHeight)/16) + "rem"
	return g
}

// bow draws the arc from one row to another, the wider the larger the share.
func bow(from, to int, share float64) arc {
	y1, y2 := float64(from*rowHeight+rowHeight/2), float64(to*rowHeight+rowHeight/2)
	reach := math.Min(30+20*math.Abs(float64(to-from)), arcWidth*1.25)
	return arc{
		Path:  "M4 " + fixed(y1) + "C" + fixed(reach) + " " + fixed(y1) + " " + fixed(reach) + " " + fixed(y2) + " 10 " + fixed(y2),
		Head:  "M3 " + fixed(y2) + "l9 -5v10z",
		Width: fixed(1 + 3*math.Min(math.Max(share, 0), 1)),
	}
}

// fixed writes a length with one decimal, so that the bytes of a drawing do not
// depend on the last bits of a sum.
func fixed(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
