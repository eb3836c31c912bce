package html

import (
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// refs gives passages their anchors. Each article's text is cut, once, at every
// border of a passage that the page may open; a piece has its place in the
// article as anchor, so that a passage is a row of whole pieces.
type refs struct {
	prefix string
	texts  [][]piece // by article
}

// piece is a stretch of an article's text that no passage's border parts, in
// code points.
type piece struct {
	ID         string
	Start, End int
	Text       string
	breaks     bool // a paragraph ends here
}

func newRefs(prefix string, p *query.Page) *refs {
	r := &refs{prefix: prefix}
	borders := make([][]int, len(p.Story.Articles))
	add := func(article int, sp dossier.Span) { borders[article-1] = append(borders[article-1], sp[0], sp[1]) }
	for _, c := range p.Story.Claims {
		if n := p.Number(c.Article); n > 0 && c.Field == "text" {
			add(n, c.Span)
		}
	}
	for i, a := range p.Story.Articles {
		for _, q := range a.Quotes {
			add(i+1, q.Span)
		}
	}
	for _, c := range p.Copies {
		for _, x := range c.Passages {
			add(c.From, x.From)
			add(c.To, x.To)
		}
	}
	for i, a := range p.Story.Articles {
		r.texts = append(r.texts, r.pieces(i+1, a.Text, borders[i]))
	}
	return r
}

// pieces cuts text at the borders and at paragraphs.
func (r *refs) pieces(article int, text string, borders []int) []piece {
	runes := []rune(text)
	borders = append(borders, 0, len(runes))
	for i, c := range runes {
		if c == '\n' {
			borders = append(borders, i, i+1)
		}
	}
	slices.Sort(borders)
	borders = slices.Compact(borders)
	var out []piece
	for i := 0; i+1 < len(borders); i++ {
		s, e := borders[i], borders[i+1]
		if s < 0 || e > len(runes) {
			continue
		}
		if runes[s] == '\n' {
			if len(out) > 0 {
				out[len(out)-1].breaks = true
			}
			continue
		}
		out = append(out, piece{r.article(article) + "p" + strconv.Itoa(s), s, e, face.Block(string(runes[s:e])), false})
	}
	return out
}

// article returns the anchor of an article: "s1a2".
func (r *refs) article(n int) string { return r.prefix + "a" + strconv.Itoa(n) }

// open lists passages for the script: "s1a2:120-180 s1a3:t", t for the title.
func (r *refs) open(all []query.Passage) string {
	var out []string
	for _, p := range all {
		where := "t"
		if p.Field != "title" {
			where = strconv.Itoa(p.Span[0]) + "-" + strconv.Itoa(p.Span[1])
		}
		out = append(out, r.article(p.Article)+":"+where)
	}
	return strings.Join(out, " ")
}

// href leads to the first passage: the piece in which it starts, or the title.
func (r *refs) href(all []query.Passage) string {
	if len(all) == 0 {
		return ""
	}
	p := all[0]
	if p.Field == "title" {
		return "#" + r.article(p.Article) + "t"
	}
	for _, x := range r.texts[p.Article-1] {
		if x.End > p.Span[0] {
			return "#" + x.ID
		}
	}
	return "#" + r.article(p.Article)
}
