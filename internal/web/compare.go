package web

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

// comparePage is two articles side by side.
type comparePage struct {
	frame
	A, B    column
	Links   []string // what the two share, in words
	Rows    []pair
	Members []member // of the story, to choose others
	Story   string
}

// column is the head of one side.
type column struct {
	ID, Outlet, Title, Published, Language string
}

// pair is a row: what both have, or what only one has between.
type pair struct {
	A, B  []query.Piece
	Class string // "p1" … for a shared passage, "" for none
	N     int    // of the shared passage
}

const passageColours = 6

func (s *site) compare(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	first, err := s.Store.Articles().Article(r.Context(), news.ArticleID(lastPart(q.Get("a"))))
	if err != nil {
		return fmt.Errorf("compare %q: %w", q.Get("a"), err)
	}
	second, err := s.Store.Articles().Article(r.Context(), news.ArticleID(lastPart(q.Get("b"))))
	if err != nil {
		return fmt.Errorf("compare %q: %w", q.Get("b"), err)
	}
	page := comparePage{frame: s.frame(r, "compare", "")}
	o, err := s.around(r, &first)
	if err != nil {
		return err
	}
	a, b := public(&first), public(&second)
	var shared []dossier.Passage
	if o != nil {
		page.Story, page.Members = o.Story.ID, page.members(o.Page)
		shared = page.links(o.Page, a.ID, b.ID)
		if own := o.Article(a.ID); own != nil {
			a = *own
		}
		if own := o.Article(b.ID); own != nil {
			b = *own
		}
	}
	page.A, page.B = page.column(&a), page.column(&b)
	page.Rows = rows([]rune(a.Text), []rune(b.Text), shared)
	return s.show(w, "compare", page)
}

func (f *frame) column(a *dossier.Article) column {
	return column{a.ID, f.W.Outlet(a), face.Title(a), f.W.Published(a.Published), face.Line(a.Language)}
}

// links tells what two articles share and returns the passages, each as it
// stands in a (From) and in b (To).
func (p *comparePage) links(story *query.Page, a, b string) []dossier.Passage {
	var out []dossier.Passage
	na, nb := story.Number(a), story.Number(b)
	for _, c := range story.Copies {
		switch {
		case c.From == na && c.To == nb:
			out = append(out, c.Passages...)
		case c.From == nb && c.To == na:
			for _, x := range c.Passages {
				out = append(out, dossier.Passage{From: x.To, To: x.From})
			}
		default:
			continue
		}
		p.Links = append(p.Links, p.W.Copy(story, c))
	}
	return out
}

// rows lays two texts out so that shared passages stand beside each other:
// those that come in the same order in both, as many characters of them as can
// be. Of passages that overlap the longest stands.
func rows(a, b []rune, shared []dossier.Passage) []pair {
	shared = apart(shared, len(a), len(b))
	var out []pair
	ia, ib := 0, 0
	for n, p := range inOrder(shared) {
		p.From, p.To = widened(a, p.From, ia), widened(b, p.To, ib)
		out = append(out, between(a[ia:p.From[0]], b[ib:p.To[0]])...)
		x, y := string(a[p.From[0]:p.From[1]]), string(b[p.To[0]:p.To[1]])
		row := pair{Class: "p" + strconv.Itoa(n%passageColours+1), N: n + 1}
		for _, d := range query.Pieces(x, y) {
			d.Text = face.Block(d.Text)
			if d.Kind != query.Added {
				row.A = append(row.A, d)
			}
			if d.Kind != query.Removed {
				row.B = append(row.B, d)
			}
		}
		out = append(out, row)
		ia, ib = p.From[1], p.To[1]
	}
	return append(out, between(a[ia:], b[ib:])...)
}

// widened takes in the punctuation that touches a passage, back to where the
// passage before it ended.
func widened(s []rune, p dossier.Span, from int) dossier.Span {
	for p[0] > from && unicode.In(s[p[0]-1], unicode.P, unicode.S) {
		p[0]--
	}
	for p[1] < len(s) && unicode.In(s[p[1]], unicode.P, unicode.S) {
		p[1]++
	}
	return p
}

// between is what stands only in one text or the other.
func between(a, b []rune) []pair {
	var p pair
	if s := face.Block(string(a)); len(face.Line(s)) > 0 {
		p.A = []query.Piece{{Kind: query.Kept, Text: strings.TrimSpace(s)}}
	}
	if s := face.Block(string(b)); len(face.Line(s)) > 0 {
		p.B = []query.Piece{{Kind: query.Kept, Text: strings.TrimSpace(s)}}
	}
	if p.A == nil && p.B == nil {
		return nil
	}
	return []pair{p}
}

// apart drops passages that do not fit the texts or overlap a longer one.
func apart(all []dossier.Passage, la, lb int) []dossier.Passage {
	all = slices.DeleteFunc(slices.Clone(all), func(p dossier.Passage) bool {
		return p.From[0] < 0 || p.To[0] < 0 || p.From[0] >= p.From[1] || p.To[0] >= p.To[1] || p.From[1] > la || p.To[1] > lb
	})
	slices.SortStableFunc(all, func(x, y dossier.Passage) int { return (y.From[1] - y.From[0]) - (x.From[1] - x.From[0]) })
	var out []dossier.Passage
	for _, p := range all {
		if !slices.ContainsFunc(out, func(o dossier.Passage) bool {
			return p.From[0] < o.From[1] && o.From[0] < p.From[1] || p.To[0] < o.To[1] && o.To[0] < p.To[1]
		}) {
			out = append(out, p)
		}
	}
	return out
}

// inOrder returns the passages that come in the same order in both texts, with
// the most characters in all.
func inOrder(all []dossier.Passage) []dossier.Passage {
	slices.SortFunc(all, func(x, y dossier.Passage) int { return cmp.Compare(x.From[0], y.From[0]) })
	weight, before := make([]int, len(all)), make([]int, len(all))
	best := -1
	for i, p := range all {
		weight[i], before[i] = p.From[1]-p.From[0], -1
		for j := range i {
			if w := weight[j] + p.From[1] - p.From[0]; all[j].To[1] <= p.To[0] && w > weight[i] {
				weight[i], before[i] = w, j
			}
		}
		if best < 0 || weight[i] > weight[best] {
			best = i
		}
	}
	var out []dossier.Passage
	for i := best; i >= 0; i = before[i] {
		out = append(out, all[i])
	}
	slices.Reverse(out)
	return out
}
