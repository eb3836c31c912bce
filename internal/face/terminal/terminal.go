package terminal

import (
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/query"
)

// Options tells how to draw; the zero value draws a page of 88 columns without
// colour, in the language of the story, with phrases missing.
type Options struct {
	Packs *lang.Packs
	Tag   string // language of the page's own words; "": that of the story
	Width int    // columns; 0: 88, and never less than 40
	Color bool
	Max   int // statements a section; 0: 8
	// Stories is how many stories have a page, the first ones; 0: 10. The
	// others stand in the list on top.
	Stories int
}

const (
	defaultWidth   = 88
	leastWidth     = 40
	defaultMax     = 8
	defaultStories = 10
)

func (o Options) withDefaults() Options {
	if o.Width == 0 {
		o.Width = defaultWidth
	}
	o.Width = max(o.Width, leastWidth)
	if o.Max == 0 {
		o.Max = defaultMax
	}
	if o.Stories == 0 {
		o.Stories = defaultStories
	}
	return o
}

// Write draws the dossier, its stories in their order. It returns the error of
// w.
func Write(w io.Writer, d dossier.Dossier, opt Options) error {
	opt = opt.withDefaults()
	c := &canvas{width: opt.Width, color: opt.Color}
	all := face.ForAll(opt.Packs, opt.Tag, d)
	if len(d.Stories) != 1 {
		index(c, all, d)
	}
	for i := range first(d.Stories, opt.Stories) {
		prefix := ""
		if len(d.Stories) > 1 {
			prefix = strconv.Itoa(i+1) + "/"
		}
		s := &sheet{canvas: c, Page: query.NewPage(&d.Stories[i]), w: face.For(opt.Packs, opt.Tag, &d.Stories[i]), max: opt.Max, prefix: prefix}
		s.draw()
	}
	if n := len(d.Stories) - opt.Stories; n > 0 {
		c.para(run{}, run{all.Count("more.stories", n), faint})
		c.blank()
	}
	if len(d.Stories) > 0 {
		footer(c, all, d)
	}
	return c.flush(w)
}

// indexed is how many stories the list on top names at the most.
const indexed = 100

// index lists the stories on top of a dossier that has several.
func index(c *canvas, w *face.Words, d dossier.Dossier) {
	if len(d.Stories) == 0 {
		c.para(run{}, run{w.Say("empty"), normal})
		return
	}
	c.para(run{}, run{w.Count("stories", len(d.Stories)), heading})
	for i, s := range first(d.Stories, indexed) {
		c.para(run{pad("  "+strconv.Itoa(i+1)+".", 6), faint}, run{face.Line(s.Title), normal},
			run{w.Count("articles", len(s.Articles)), faint})
	}
	c.blank()
}

// footer tells how to see the evidence.
func footer(c *canvas, w *face.Words, d dossier.Dossier) {
	id := "b1"
	for i, s := range d.Stories {
		if len(s.Findings) > 0 {
			id = s.Findings[0].ID
			if len(d.Stories) > 1 {
				id = strconv.Itoa(i+1) + "/" + id
			}
			break
		}
	}
	c.para(run{w.Say("see-evidence") + " ", bold},
		run{"selisik explain " + face.Line(id) + " …", blue}, run{"(" + w.Say("see-explain") + "),", faint},
		run{"selisik brief --format html …", blue}, run{"(" + w.Say("see-html") + ")", faint})
}

// sheet draws one story.
type sheet struct {
	*canvas
	*query.Page
	w      *face.Words
	max    int
	prefix string // "2/" in a dossier of several stories
}

func (s *sheet) draw() {
	s.head()
	parts := map[string]func(){"notes": s.notes, "differs": s.differs, "quotes": s.quotes, "timeline": s.timeline, "copies": s.copies, "omits": s.omits}
	for _, x := range s.Sections() {
		if draw := parts[x.Key]; draw != nil {
			draw()
		} else {
			s.items(x.Key, x.Items)
		}
	}
	s.articles()
}

func (s *sheet) head() {
	s.rule()
	s.para(run{}, run{face.Line(s.Story.Title), bold})
	line := s.w.Reach(s.Page)
	if days := s.w.Days(s.Story); days != "" {
		line += " · " + days
	}
	runs := []run{{line, faint}}
	if s.Main != nil && len(s.Story.Articles) > 1 {
		st := yellow
		if s.Main.Origins > 1 {
			st = green
		}
		runs = append(runs, run{"·", faint}, run{s.w.Say("main-origins", "origins", s.w.Origins(s.Main.Origins, s.MainOrigins)), st})
	}
	s.para(run{}, runs...)
	if len(s.Story.Findings)+len(s.Story.Brief) == 0 {
		s.para(run{}, run{s.w.Say("empty.story"), normal})
	}
	s.blank()
}

func (s *sheet) section(key string) {
	s.para(run{}, run{strings.ToUpper(s.w.Say(key)), heading})
}

// more says how many of n things are not shown.
func (s *sheet) more(n int) {
	if n > s.max {
		s.para(run{"    ", normal}, run{s.w.Say("more", "n", s.w.Int(n-s.max)), faint})
	}
	s.blank()
}

// first returns the first elements of a list that the page has room for.
func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

func marks(ns []int) string {
	var b strings.Builder
	for _, n := range ns {
		b.WriteString("[" + strconv.Itoa(n) + "]")
	}
	return b.String()
}
