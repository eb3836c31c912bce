package web

import (
	"errors"
	"net/http"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// articlePage is one article with what was read in it.
type articlePage struct {
	frame
	ID, Heading, Language string
	Outlet, Group         string
	Byline, Published     string
	Basis, Address, Input string
	Fetched               string
	Story, StoryTitle     string
	Current               string // id of the current version, where this one is not
	Withdrawn             string
	Layers                []layer
	Paragraphs            [][]stretch
	Removed               []removed
	Versions              []version
	Older                 []older
	Notices               []string
	Copies                []copying
	Beside                []member // other articles of the story, to compare with
}

// removed is what cleaning took out for one reason.
type removed struct {
	Reason string
	Texts  []string
}

// version is one step of the article's history, word by word.
type version struct {
	Label string
	Hunks []hunk
}

type hunk struct {
	What   string
	Pieces []query.Piece
}

// older is a version that was kept.
type older struct {
	ID, Label string
	Here      bool
}

// copying is an edge of the copy graph at this article.
type copying struct {
	Text, Compare string
	Passages      string
}

func (s *site) article(w http.ResponseWriter, r *http.Request) error {
	v, err := s.Store.Articles().Article(r.Context(), news.ArticleID(r.PathValue("id")))
	if err != nil {
		return err
	}
	o, err := s.around(r, &v)
	if err != nil {
		return err
	}
	page := articlePage{frame: s.frame(r, "article", titleOf(&v)), ID: string(v.ID)}
	a := public(&v)
	var p *query.Page
	if o != nil {
		p = o.Page
		page.Story, page.StoryTitle = p.Story.ID, face.Line(p.Story.Title)
		if own := p.Article(a.ID); own != nil {
			a = *own
		}
	}
	page.head(&a, &v)
	page.read(p, &a)
	if page.Older, err = s.older(r, &page, &v); err != nil {
		return err
	}
	if p != nil {
		page.lineage(p, p.Number(a.ID))
	}
	return s.show(w, "article", page)
}

// around opens the story that an article's page is in; nil if it is in none yet.
func (s *site) around(r *http.Request, v *store.Article) (*opened, error) {
	id, err := query.StoryOf(r.Context(), s.Store, v.Page)
	if errors.Is(err, news.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	st, err := query.Standing(r.Context(), s.Store, string(id))
	if err != nil {
		return nil, err
	}
	return s.open(r.Context(), &st)
}

func (p *articlePage) head(a *dossier.Article, v *store.Article) {
	p.Heading, p.Language = face.Title(a), face.Line(a.Language)
	p.Outlet, p.Published = p.W.Outlet(a), p.W.Published(a.Published)
	p.Address, p.Input = face.Address(a.URL), face.Line(a.Input)
	if a.Outlet != nil && a.Outlet.Group != nil {
		p.Group = face.Line(*a.Outlet.Group)
	}
	if a.Byline != nil {
		p.Byline = face.Line(*a.Byline)
	}
	if a.Published != nil {
		p.Basis = p.W.Label("basis", a.Published.Basis)
	}
	if !v.Fetched.IsZero() {
		p.Fetched = p.W.Time(v.Fetched)
	}
	if !v.Withdrawn.IsZero() {
		p.Withdrawn = p.W.Time(v.Withdrawn)
	}
}

// read fills in the text with its marks, and what is not in it any more.
func (p *articlePage) read(story *query.Page, a *dossier.Article) {
	marks := p.marks(story, a)
	p.Layers, p.Paragraphs = p.layers(marks), p.paragraphs(a.Text, marks)
	at := map[string]int{}
	for _, x := range a.Removed {
		text := face.Line(x.Text)
		if text == "" {
			continue
		}
		i, ok := at[x.Reason]
		if !ok {
			i, at[x.Reason] = len(p.Removed), len(p.Removed)
			p.Removed = append(p.Removed, removed{Reason: p.W.Label("reason", x.Reason)})
		}
		p.Removed[i].Texts = append(p.Removed[i].Texts, text)
	}
	for _, n := range a.Notices {
		p.Notices = append(p.Notices, p.W.NoticeText(n))
	}
	for _, v := range query.Versions(a) {
		one := version{Label: p.W.Version(v)}
		for _, h := range v.Hunks {
			one.Hunks = append(one.Hunks, p.hunk(h))
		}
		p.Versions = append(p.Versions, one)
	}
}

func (p *articlePage) hunk(h query.Hunk) hunk {
	out := hunk{}
	var what []string
	for _, w := range h.What {
		what = append(what, p.W.Label("slot", w))
	}
	out.What = strings.Join(what, ", ")
	for _, x := range h.Pieces {
		out.Pieces = append(out.Pieces, query.Piece{Kind: x.Kind, Text: face.Line(x.Text)})
	}
	return out
}

// older lists the versions of the article's page, the current one first.
func (s *site) older(r *http.Request, p *articlePage, v *store.Article) ([]older, error) {
	all, err := s.Store.Articles().Versions(r.Context(), v.Page)
	if err != nil {
		return nil, err
	}
	var out []older
	for i := len(all) - 1; i >= 0; i-- {
		x := &all[i]
		if x.Current && x.ID != v.ID {
			p.Current = string(x.ID)
		}
		label := p.W.Say("version", "n", p.W.Int(x.Version))
		if !x.Seen.IsZero() {
			label += " · " + p.W.Time(x.Seen)
		}
		out = append(out, older{string(x.ID), label, x.ID == v.ID})
	}
	if len(out) < 2 {
		return nil, nil
	}
	return out, nil
}

// lineage lists what the article, number n of its story, shares with others, and
// the others.
func (p *articlePage) lineage(story *query.Page, n int) {
	for i := range story.Story.Articles {
		if a := &story.Story.Articles[i]; i+1 != n {
			p.Beside = append(p.Beside, member{i + 1, a.ID, p.W.Outlet(a), face.Clip(face.Title(a), 80)})
		}
	}
	for _, c := range story.Copies {
		if c.From != n && c.To != n {
			continue
		}
		from, to := story.Story.Articles[c.From-1].ID, story.Story.Articles[c.To-1].ID
		one := copying{Text: p.W.Copy(story, c), Compare: "/compare?a=" + from + "&b=" + to}
		if len(c.Passages) > 0 {
			one.Passages = p.W.Count("passages", len(c.Passages))
		}
		p.Copies = append(p.Copies, one)
	}
}
