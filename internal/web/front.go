package web

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// frontPage lists stories as they stand.
type frontPage struct {
	frame
	listing
	Filter  filter
	More    string // address of the next stories; "" at the end
	Waiting string // what is being worked on, "" for nothing
	Stores  bool   // there are stories at all
}

// listing is a page of stories as it is drawn.
type listing struct {
	Rows    template.HTML // "" for none
	Outlets []string      // that they have, sorted
	next    store.Cursor
}

// listed draws the stories that a question chooses.
func (s *site) listed(ctx context.Context, f *frame, ask query.Ask, after store.Cursor) (listing, error) {
	list, next, err := s.Search.Choose(ctx, ask, after, storiesShown)
	if err != nil || len(list) == 0 {
		return listing{}, err
	}
	out := listing{next: next}
	rows := struct {
		frame
		Rows []row
	}{frame: *f}
	now := s.Now()
	for i := range list {
		rows.Rows = append(rows.Rows, f.row(&list[i], now))
		out.Outlets = append(out.Outlets, lines(list[i].Outlets)...)
	}
	slices.Sort(out.Outlets)
	out.Outlets = slices.Compact(out.Outlets)
	var b bytes.Buffer
	if err := s.pages["front"].ExecuteTemplate(&b, "rows", rows); err != nil {
		return listing{}, fmt.Errorf("list: %w", err)
	}
	out.Rows = template.HTML(b.String()) // what a template escaped
	return out, nil
}

// filter is what the front page was asked to show, as it was asked.
type filter struct {
	Words, Outlet, Name, Language, Status, From, Until, Differences string
	Sort                                                            string
}

// Statuses are those that one of a story's findings can be asked to have.
func (filter) Statuses() []string {
	return []string{"corroborated", "single-origin", "single-article", "disputed"}
}

// Sorts are the orders of stories.
func (filter) Sorts() []string { return []string{"recency", "origins", "growth", "size"} }

// Any reports whether less than all is asked for.
func (f filter) Any() bool {
	f.Sort = ""
	return f != filter{}
}

const storiesShown = 40

func (s *site) front(w http.ResponseWriter, r *http.Request) error {
	page := frontPage{frame: s.frame(r, "front", "")}
	page.Watch = "list"
	q := r.URL.Query()
	page.Filter = asked(q)
	list, err := s.list(r.Context(), &page.frame, page.Filter.ask(s.location(&page.reader)), store.Cursor(q.Get("after")))
	if err != nil {
		return err
	}
	page.listing = list
	if list.next != "" {
		q.Set("after", string(list.next))
		page.More = "/?" + q.Encode()
	}
	if page.Stores = list.Rows != ""; !page.Stores {
		if err := s.nothing(r, &page); err != nil {
			return err
		}
	}
	return s.show(w, "front", page)
}

// nothing finds out why there is nothing to show.
func (s *site) nothing(r *http.Request, page *frontPage) error {
	n, err := s.Store.Admin().Counts(r.Context())
	if err != nil {
		return err
	}
	page.Stores = n["stories"] > 0
	if waiting := n["documents"]; waiting > 0 && !page.Stores {
		page.Waiting = page.T.Count("front.waiting", waiting)
	}
	return nil
}

func asked(q url.Values) filter {
	get := func(name string) string { return face.Line(q.Get(name)) }
	f := filter{get("q"), get("outlet"), get("name"), get("in"), get("status"), get("from"), get("until"), get("differences"), get("sort")}
	if !slices.Contains(f.Statuses(), f.Status) {
		f.Status = ""
	}
	if !slices.Contains(f.Sorts(), f.Sort) {
		f.Sort = f.Sorts()[0]
	}
	return f
}

// ask is the filter as a question; days are those of a zone, the last one whole.
func (f filter) ask(zone *time.Location) query.Ask {
	out := query.Ask{
		Words: f.Words, Outlet: f.Outlet, Entity: f.Name, Language: f.Language, Status: f.Status, Differences: f.Differences != "", Sort: f.Sort,
		From: day(f.From, zone), Until: day(f.Until, zone),
	}
	if !out.Until.IsZero() {
		out.Until = out.Until.AddDate(0, 0, 1)
	}
	return out
}

func day(s string, zone *time.Location) time.Time {
	t, err := time.ParseInLocation("2006-01-02", s, zone)
	if err != nil {
		return time.Time{}
	}
	return t
}

// row is a story of the list.
type row struct {
	ID, Title, Language string
	Outlets, Origins    string // counts in words
	Several             bool   // more than one origin
	Strip               strip
	Names               string // of outlets
	About               []string
	Differences         string // "" for none
	Contested           bool
	When, Stamp         string
	Growth              spark
	Stale               bool
}

func (f *frame) row(l *store.Listed, now time.Time) row {
	v := row{
		ID: string(l.ID), Title: cmp.Or(face.Line(l.Title), string(l.ID)), Outlets: f.W.Count("outlets", len(l.Outlets)),
		Strip: newStrip(len(l.Outlets), l.Summary.Origins), Names: names(l.Outlets, 6),
		When: f.W.Say("undated"), Several: l.Summary.Origins > 1, Growth: newSpark(l.Growth), Stale: !l.HasFresh,
	}
	if len(l.Outlets) == 0 { // none is known
		v.Outlets = f.W.Count("articles", len(l.Pages))
	}
	if !l.Last.IsZero() && l.Last.Year() > 1 {
		v.When, v.Stamp = f.W.Lately(l.Last, now), l.Last.UTC().Format(time.RFC3339)
	}
	if len(l.Languages) > 0 {
		v.Language = face.Line(l.Languages[0])
	}
	if l.Summary.Origins > 0 {
		v.Origins = f.T.Count("origins", l.Summary.Origins)
	}
	if n := l.Summary.Differences; n > 0 {
		v.Differences, v.Contested = f.T.Count("differences", n), l.Summary.Contested > 0
	}
	if v.Contested {
		v.Differences += ", " + f.T.Count("contested", l.Summary.Contested)
	}
	for _, e := range l.Summary.Entities[:min(4, len(l.Summary.Entities))] {
		v.About = append(v.About, face.Line(e))
	}
	v.Growth.Label = f.T.Count("growth", v.Growth.total)
	return v
}

// names lists the first of some names, and how many more there are.
func names(all []string, most int) string {
	var out []string
	for _, n := range all[:min(most, len(all))] {
		if n = face.Line(n); n != "" {
			out = append(out, n)
		}
	}
	s := strings.Join(out, ", ")
	if len(all) > most {
		s += ", …"
	}
	return s
}
