package web

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// outletPage is what is known of an outlet from its newest stories.
type outletPage struct {
	frame
	Name, Group, Domain string
	Of                  string // how many stories it is drawn from
	Facts               []fact
	Bars                []bar
	Width               int
	Copies, Copied      []tally
	Articles            []outletArticle
}

// fact is a number with what it says.
type fact struct{ Value, Name string }

// bar is a stretch of time: how much of the outlet's text was its own.
type bar struct {
	X, Own, Copied int // heights of 60
	Y              int
	Label          string
}

type tally struct {
	Name, Count string
	Share       int // of the largest, in percent
}

type outletArticle struct {
	ID, Title, Language, When, Copied string
	Story, StoryTitle                 string
}

// recentStories is from how many stories the pages of outlets and names are
// drawn, the newest.
const recentStories = 60

func (s *site) outlet(w http.ResponseWriter, r *http.Request) error {
	name := r.PathValue("name")
	list, more, err := s.recent(r.Context(), store.StoryFilter{Outlet: name, Limit: recentStories})
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return fmt.Errorf("outlet %s: %w", name, news.ErrNotFound)
	}
	page := outletPage{frame: s.frame(r, "outlet", face.Line(name)), Name: face.Line(name)}
	page.Of = page.T.Count("from-stories", len(list))
	if more {
		page.Of = page.T.Count("from-newest", len(list))
	}
	page.record(query.Record(pages(list), name))
	return s.show(w, "outlet", page)
}

func pages(list []*opened) []*query.Page {
	var out []*query.Page
	for _, o := range list {
		out = append(out, o.Page)
	}
	return out
}

func (p *outletPage) record(r query.OutletRecord) {
	total := 0.0
	for _, a := range r.Articles {
		total += a.Copied
		p.about(a.Article)
		v := outletArticle{a.Article.ID, face.Title(a.Article), face.Line(a.Article.Language), p.W.Published(a.Article.Published), p.W.Percent(a.Copied), a.Story.ID, face.Line(a.Story.Title)}
		p.Articles = append(p.Articles, v)
	}
	if len(r.Articles) > 0 {
		total /= float64(len(r.Articles))
	}
	p.Facts = []fact{
		{p.W.Int(len(r.Articles)), p.T.Count("outlet.articles", len(r.Articles))},
		{p.W.Percent(1 - total), p.T.Say("outlet.own")},
		{p.W.Int(r.Corrected), p.T.Say("outlet.corrected")},
		{p.W.Int(r.Withdrawn), p.T.Say("outlet.withdrawn")},
		{p.W.Int(r.Alone) + " / " + p.W.Int(r.Figures), p.T.Say("outlet.alone")},
	}
	p.Copies, p.Copied = p.tallies(r.Copies), p.tallies(r.Copied)
	p.bars(r.Articles)
}

func (p *outletPage) about(a *dossier.Article) {
	if a.Outlet != nil && a.Outlet.Group != nil {
		p.Group = face.Line(*a.Outlet.Group)
	}
	if a.Outlet != nil && a.Outlet.Domain != nil {
		p.Domain = face.Line(*a.Outlet.Domain)
	}
}

func (f *frame) tallies(all []query.Tally) []tally {
	var out []tally
	for _, t := range all[:min(len(all), 12)] {
		out = append(out, tally{face.Line(t.Name), f.W.Count("articles", t.N), 100 * t.N / all[0].N})
	}
	return out
}

// Sizes of the drawing of own and copied text.
const (
	barStep   = 26
	barHigh   = 60
	barsShown = 28
)

// bars draws the share of own text by day of publication, the last days that
// have articles.
func (p *outletPage) bars(articles []query.OutletArticle) {
	type day struct {
		name   string
		copied float64
		n      int
	}
	var days []day
	for _, a := range articles {
		if a.Article.Published == nil {
			continue
		}
		name := p.W.DayOf(a.Article.Published.Time)
		i := slices.IndexFunc(days, func(d day) bool { return d.name == name })
		if i < 0 && len(days) == barsShown {
			break
		}
		if i < 0 {
			i, days = len(days), append(days, day{name: name})
		}
		days[i].copied, days[i].n = days[i].copied+a.Copied, days[i].n+1
	}
	slices.Reverse(days)
	for i, d := range days {
		copied := int(barHigh * d.copied / float64(d.n))
		label := p.T.Say("outlet.bar", "day", d.name, "share", p.W.Percent(1-d.copied/float64(d.n)), "articles", p.W.Count("articles", d.n))
		p.Bars = append(p.Bars, bar{i * barStep, barHigh - copied, copied, copied, label})
	}
	p.Width = len(days) * barStep
}
