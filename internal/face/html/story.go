package html

import (
	"strconv"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
)

// story is one story as the template draws it.
type story struct {
	W         *face.Words
	ID        string // "s1", the prefix of all its anchors
	StoryID   string
	Title     string
	Language  string
	Reach     string
	Days      string
	Main      string // what carries the main finding, "" if none is marked
	MainKind  string // its status
	Sections  []section
	Differs   [2][]difference // open, folded
	Quotes    [2][]quoteGroup // open, folded
	Timeline  *timeline
	Matrix    *matrix
	Copies    []copying
	Graph     *graph
	Figures   [2][]figure // open, folded
	Omits     []omission
	Notes     []string
	Articles  []article
	NoContent bool
	Top       bool // the story is the page: its title is the first heading
	// ArticlePath leads, with an article's id after it, to a page of its own; ""
	// where there is none.
	ArticlePath string
}

// section is a part of the page: a list of statements, or a part with a
// template of its own (Kind).
type section struct {
	ID, Heading, Kind string
	First, Rest       []statement
	Count             int
}

// shown is how many statements of a section stand open.
const shown = 10

func newStory(n int, s *dossier.Story, w *face.Words) *story {
	p := query.NewPage(s)
	r := newRefs("s"+strconv.Itoa(n), p)
	v := &story{W: w, ID: r.prefix, StoryID: face.Line(s.ID), Title: face.Line(s.Title), Reach: w.Reach(p), Days: w.Days(s), Language: w.Tag}
	if len(s.Languages) > 0 {
		v.Language = face.Line(s.Languages[0])
	}
	if p.Main != nil && len(s.Articles) > 1 {
		v.Main = w.Say("main-origins", "origins", w.Origins(p.Main.Origins, p.MainOrigins))
		v.MainKind = face.Line(p.Main.Status)
	}
	b := builder{p, w, r}
	v.Differs, v.Quotes, v.Omits = fold(b.differences()), fold(b.quotes()), b.omissions()
	v.Timeline, v.Matrix, v.Graph, v.Copies = b.timeline(), b.matrix(), b.graph(), b.copies()
	v.Articles, v.Notes, v.Figures = b.articles(), b.notes(), fold(b.figures())
	v.Sections = b.sections(v)
	v.NoContent = len(v.Sections) == 1
	return v
}

// builder makes the parts of a story's view.
type builder struct {
	*query.Page
	w *face.Words
	r *refs
}

// sections are what is not empty of the parts that a page has.
func (b builder) sections(v *story) []section {
	parts := map[string]int{
		"notes": len(v.Notes), "differs": len(b.Differs), "quotes": len(b.Quotes), "figures": len(v.Figures[0]) + len(v.Figures[1]),
		"timeline": len(b.Timeline), "matrix": len(v.Matrix.Rows), "copies": len(v.Copies), "omits": len(v.Omits),
	}
	var out []section
	for _, x := range b.Sections() {
		if n := parts[x.Key]; n > 0 {
			out = append(out, b.part(x.Key, n))
		} else if len(x.Items) > 0 {
			out = append(out, b.list(x.Key, x.Items))
		}
	}
	return append(out, b.part("articles", len(v.Articles)))
}

func (b builder) part(kind string, n int) section {
	key := kind
	if kind == "articles" {
		key = "articles.heading"
	}
	return section{ID: b.r.prefix + "-" + kind, Heading: b.w.Say(key), Kind: kind, Count: n}
}

func (b builder) list(kind string, items []query.Item) section {
	s := b.part(kind, len(items))
	s.Kind = "list"
	var all []statement
	for _, it := range items {
		all = append(all, b.statement(it))
	}
	parts := fold(all)
	s.First, s.Rest = parts[0], parts[1]
	return s
}

// fold parts a list into what stands open and what is folded away.
func fold[T any](list []T) [2][]T {
	n := min(shown, len(list))
	return [2][]T{list[:n], list[n:]}
}
