package markdown

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/query"
)

// Options tells how to draw.
type Options struct {
	Packs *lang.Packs
	Tag   string // language of the page's own words; "": that of the story
	Max   int    // statements a section; 0: 20
	// Stories is how many stories have a page, the first ones; 0: 50. The
	// others stand in the list on top.
	Stories int
}

const (
	defaultMax     = 20
	defaultStories = 50
)

// Write draws the dossier, its stories in their order. It returns the error of
// w.
func Write(w io.Writer, d dossier.Dossier, opt Options) error {
	if opt.Max == 0 {
		opt.Max = defaultMax
	}
	if opt.Stories == 0 {
		opt.Stories = defaultStories
	}
	var out bytes.Buffer
	all := face.ForAll(opt.Packs, opt.Tag, d)
	if len(d.Stories) != 1 {
		index(&out, all, d, opt.Stories)
	}
	for i := range first(d.Stories, opt.Stories) {
		s := &sheet{
			Buffer: &out, Page: query.NewPage(&d.Stories[i]), w: face.For(opt.Packs, opt.Tag, &d.Stories[i]),
			max: opt.Max, level: 1, anchor: "s" + strconv.Itoa(i+1),
		}
		if len(d.Stories) > 1 {
			s.level = 2
		}
		s.draw()
	}
	if n := len(d.Stories) - opt.Stories; n > 0 {
		fmt.Fprintf(&out, "_%s_\n", escape(all.Count("more.stories", n)))
	}
	_, err := w.Write(out.Bytes())
	return err
}

// index is the heading and list of stories of a dossier that has several; the
// first pages of them are links.
func index(out *bytes.Buffer, w *face.Words, d dossier.Dossier, pages int) {
	if len(d.Stories) == 0 {
		fmt.Fprintf(out, "%s\n", escape(w.Say("empty")))
		return
	}
	fmt.Fprintf(out, "# %s\n\n", escape(w.Count("stories", len(d.Stories))))
	for i, s := range d.Stories {
		title := escape(s.Title)
		if i < pages {
			title = fmt.Sprintf("[%s](#s%d)", title, i+1)
		}
		fmt.Fprintf(out, "%d. %s (%s)\n", i+1, title, escape(w.Count("articles", len(s.Articles))))
	}
	out.WriteByte('\n')
}

// sheet draws one story.
type sheet struct {
	*bytes.Buffer
	*query.Page
	w      *face.Words
	max    int
	level  int
	anchor string
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
	s.evidence()
}

func (s *sheet) head() {
	fmt.Fprintf(s, "%s <a id=\"%s\"></a>%s\n\n", strings.Repeat("#", s.level), s.anchor, escape(s.Story.Title))
	parts := []string{escape(s.w.Reach(s.Page))}
	if days := s.w.Days(s.Story); days != "" {
		parts = append(parts, escape(days))
	}
	if s.Main != nil && len(s.Story.Articles) > 1 {
		parts = append(parts, "**"+escape(s.w.Say("main-origins", "origins", s.w.Origins(s.Main.Origins, s.MainOrigins)))+"**")
	}
	fmt.Fprintf(s, "%s\n\n", strings.Join(parts, " · "))
}

func (s *sheet) section(key string) {
	fmt.Fprintf(s, "%s %s\n\n", strings.Repeat("#", s.level+1), escape(s.w.Say(key)))
}

// more says how many of n things are not shown, and closes a list.
func (s *sheet) more(n int) {
	if n > s.max {
		fmt.Fprintf(s, "\n_%s_\n", escape(s.w.Say("more", "n", s.w.Int(n-s.max))))
	}
	s.WriteByte('\n')
}

func first[T any](list []T, n int) []T { return list[:min(n, len(list))] }

// cites writes citations that lead to the articles' evidence: [[1]](#s1-1).
func (s *sheet) cites(ns []int) string {
	var b strings.Builder
	for _, n := range ns {
		fmt.Fprintf(&b, "[\\[%d\\]](#%s-%d)", n, s.anchor, n)
	}
	return b.String()
}

func (s *sheet) items(key string, items []query.Item) {
	if len(items) == 0 {
		return
	}
	s.section(key)
	for _, it := range first(items, s.max) {
		fmt.Fprintf(s, "- %s %s", escape(it.Text), s.cites(it.Marks))
		if it.Finding != nil && len(s.Story.Articles) > 1 {
			fmt.Fprintf(s, " — %s", escape(s.w.Basis(s.Page, it)))
		}
		fmt.Fprintf(s, " `%s`\n", it.ID)
		s.noted(it.Notes())
	}
	s.more(len(items))
}
