package web

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/store"
)

// sourcesPage lists the addresses that are polled, those in trouble first.
type sourcesPage struct {
	frame
	Rows  []source
	Kinds []news.FeedKind
	Sums  []string // how many do how, in words
}

// source is a feed with how it does.
type source struct {
	ID, Title, Address, Health, Kind string
	Sign                             string // good, warn, bad or rest
	Polled, Fresh, Next              string
	Paused                           bool
}

// signs puts conditions into the few that are told apart by colour, worst first.
var signs = map[news.ConditionKind]string{
	news.FeedFails: "bad", news.FeedResting: "bad", news.FeedDamaged: "warn", news.FeedQuiet: "warn", news.FeedSlow: "warn",
	news.FeedAhead: "warn", news.FeedMoved: "warn", news.FeedNew: "rest", news.FeedPaused: "rest", news.FeedFine: "good",
}

func (s *site) sources(w http.ResponseWriter, r *http.Request) error {
	page := sourcesPage{frame: s.frame(r, "sources", ""), Kinds: []news.FeedKind{news.FeedFeed, news.FeedSitemap, news.FeedPage}}
	feeds, err := s.Store.Feeds().Feeds(r.Context())
	if err != nil {
		return err
	}
	count := map[string]int{}
	for i := range feeds {
		v := s.source(&page.frame, &feeds[i])
		count[v.Sign]++
		page.Rows = append(page.Rows, v)
	}
	order := []string{"bad", "warn", "good", "rest"}
	slices.SortStableFunc(page.Rows, func(a, b source) int {
		return cmp.Or(slices.Index(order, a.Sign)-slices.Index(order, b.Sign), cmp.Compare(a.Title, b.Title))
	})
	for _, sign := range order {
		if count[sign] > 0 {
			page.Sums = append(page.Sums, page.T.Count("sources.sum."+sign, count[sign]))
		}
	}
	return s.show(w, "sources", page)
}

func (s *site) source(f *frame, x *store.Feed) source {
	now := s.Now()
	c := s.Health(x.Feed, x.State, now)
	at := now
	if zone := s.location(&f.reader); zone != nil {
		at = now.In(zone)
	}
	v := source{
		ID: string(x.ID), Title: face.Line(cmp.Or(x.Title, x.State.Title, x.URL)), Address: face.Line(x.URL), Kind: string(x.Kind),
		Health: f.W.Health(c, at), Sign: cmp.Or(signs[c.Kind], "warn"), Paused: x.Paused,
	}
	if !x.State.LastPoll.IsZero() {
		v.Polled = f.W.Lately(x.State.LastPoll, at)
	}
	if !x.State.LastNew.IsZero() {
		v.Fresh = f.W.Lately(x.State.LastNew, at)
	}
	if x.State.NextDue.After(now) && !x.Paused {
		v.Next = f.W.Lately(x.State.NextDue, at)
	}
	return v
}

// opml answers with the list of feeds as a file.
func (s *site) opml(w http.ResponseWriter, r *http.Request) error {
	feeds, err := s.Store.Feeds().Feeds(r.Context())
	if err != nil {
		return err
	}
	var list []serve.Outline
	for _, f := range feeds {
		list = append(list, serve.Outline{URL: f.URL, Title: f.Title})
	}
	w.Header().Set("Content-Type", "text/x-opml; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="selisik.opml"`)
	return s.WriteOutlines(w, list)
}

// addSources takes an address, or a list in a file.
func (s *site) addSources(w http.ResponseWriter, r *http.Request) error {
	list, err := s.outlines(r)
	if err != nil {
		return err
	}
	kind := cmp.Or(news.FeedKind(r.FormValue("kind")), news.FeedFeed)
	if _, _, err := s.AddSources(r.Context(), kind, list...); err != nil {
		return err
	}
	s.Poke()
	back(w, r, "/sources?done=sources")
	return nil
}

// outlines are the feeds of a form: those of a list, if one came, else the
// address typed.
func (s *site) outlines(r *http.Request) ([]serve.Outline, error) {
	file, _, err := r.FormFile("list")
	switch {
	case errors.Is(err, http.ErrMissingFile), errors.Is(err, http.ErrNotMultipart):
		return []serve.Outline{{URL: r.FormValue("url"), Title: face.Line(r.FormValue("title"))}}, nil
	case err != nil:
		return nil, formError(err)
	}
	defer file.Close()
	raw, err := io.ReadAll(file)
	if err != nil {
		return nil, formError(err)
	}
	return s.Outlines(raw)
}

// changeSource pauses, resumes or removes a feed.
func (s *site) changeSource(w http.ResponseWriter, r *http.Request) error {
	id, do := r.PathValue("id"), r.PostFormValue("do")
	var err error
	switch do {
	case "pause", "resume":
		err = s.PauseSource(r.Context(), id, do == "pause")
	case "remove":
		err = s.RemoveSource(r.Context(), id)
	default:
		err = fmt.Errorf("source %q: %w", do, news.ErrInvalid)
	}
	if err != nil {
		return err
	}
	back(w, r, "/sources?done="+do)
	return nil
}
