package web

import (
	"cmp"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/serve"
)

// watchPage is what the reader asked to be told of, and what came of it.
type watchPage struct {
	frame
	Queries []watched
	Whens   []alert.When
	Given   alert.Query // to fill the form with
	Cited   string      // stories and articles of Given, one a line
	Secret  string      // of a webhook just made; shown this once
}

// watched is a saved query.
type watched struct {
	ID, Name, When string
	Where          []string
	Ways           string
	Paused         bool
	Version        int64
	Fired          []fired
}

// fired is one thing that a query told.
type fired struct{ When, What, Story, Title string }

const firedShown = 6

func (s *site) watch(w http.ResponseWriter, r *http.Request) error {
	return s.showWatch(w, r, "")
}

func (s *site) showWatch(w http.ResponseWriter, r *http.Request, secret string) error {
	page := watchPage{frame: s.frame(r, "watch", ""), Whens: alert.Whens(), Secret: secret}
	page.Given.When = alert.StoryMatches
	if id := lastPart(r.URL.Query().Get("story")); id != "" {
		page.Given = alert.Query{When: alert.ArticleChanges, Name: face.Line(r.URL.Query().Get("name"))}
		page.Cited = face.Line(id)
	}
	list, err := s.alerts.Queries(r.Context(), page.Who.Name)
	if err != nil {
		return err
	}
	for i := range list {
		v := page.watched(&list[i])
		told, err := s.alerts.Fired(r.Context(), list[i].ID, firedShown)
		if err != nil {
			return err
		}
		for j := range told {
			v.Fired = append(v.Fired, s.fired(&page.frame, &told[j]))
		}
		page.Queries = append(page.Queries, v)
	}
	return s.show(w, "watch", page)
}

func (f *frame) watched(q *alert.Query) watched {
	v := watched{ID: q.ID, Name: face.Line(q.Name), When: f.T.Label("when", string(q.When)), Paused: q.Paused, Version: q.Version}
	add := func(key, value string) {
		if value != "" && value != "0" {
			v.Where = append(v.Where, f.T.Say("watch.has."+key, "v", face.Line(value)))
		}
	}
	c := q.Where
	add("words", c.Words)
	add("name", c.Entity)
	add("outlet", c.Outlet)
	add("origins", strconv.Itoa(c.MinOrigins))
	add("articles", strconv.Itoa(c.MinArticles))
	if c.Differences {
		add("differences", "1")
	}
	var cited []string
	for _, id := range c.Stories {
		cited = append(cited, string(id))
	}
	add("cited", strings.Join(append(cited, c.Articles...), ", "))
	ways := []string{f.T.Say("watch.here")}
	if q.Webhook != "" {
		ways = append(ways, f.T.Say("watch.hook"))
	}
	if q.Mail != "" {
		ways = append(ways, face.Line(q.Mail))
	}
	v.Ways = strings.Join(ways, ", ")
	return v
}

func (s *site) fired(f *frame, x *alert.Firing) fired {
	v := fired{When: f.W.Lately(x.At, s.Now()), What: f.T.Label("when", string(x.When)), Story: string(x.Story.ID), Title: face.Line(x.Story.Title)}
	if x.Difference != nil {
		v.What = f.W.Label("kind", string(x.Difference.Kind))
	}
	return v
}

// addWatch saves a query.
func (s *site) addWatch(w http.ResponseWriter, r *http.Request) error {
	if err := r.ParseForm(); err != nil {
		return formError(err)
	}
	who := serve.From(r.Context()).Name
	form := func(name string) string { return strings.TrimSpace(r.PostForm.Get(name)) }
	q := alert.Query{
		Owner: who, Name: form("name"), When: alert.When(form("when")), Webhook: form("webhook"), Mail: form("mail"),
		Language: s.Tongues.Of(r),
		Where: alert.Where{
			Words: form("words"), Entity: form("entity"), Outlet: form("outlet"), Differences: form("differences") != "",
			MinOrigins: int(number(form("origins"))), MinArticles: int(number(form("articles"))),
		},
	}
	for _, line := range strings.Fields(form("cited")) {
		switch id := lastPart(line); {
		case strings.HasPrefix(id, "s-"):
			q.Where.Stories = append(q.Where.Stories, news.StoryID(id))
		case strings.HasPrefix(id, "a-"):
			q.Where.Articles = append(q.Where.Articles, id)
		default:
			q.Where.Articles = append(q.Where.Articles, line)
		}
	}
	_, secrets, err := s.alerts.Add(r.Context(), who, q)
	if err != nil {
		return err
	}
	if secrets.Webhook != "" {
		return s.showWatch(w, r, secrets.Webhook)
	}
	back(w, r, "/watch?done=watch")
	return nil
}

// changeWatch pauses, resumes or removes a query of the reader's own.
func (s *site) changeWatch(w http.ResponseWriter, r *http.Request) error {
	who, do := serve.From(r.Context()), r.PostFormValue("do")
	q, err := s.alerts.Query(r.Context(), r.PathValue("id"))
	if err == nil && q.Owner != who.Name && who.Role < account.Admin {
		err = fmt.Errorf("alert %s: %w", r.PathValue("id"), news.ErrNotFound)
	}
	if err != nil {
		return err
	}
	switch do {
	case "pause", "resume":
		q.Paused, q.Version = do == "pause", cmp.Or(number(r.PostFormValue("version")), q.Version)
		_, _, err = s.alerts.Change(r.Context(), who.Name, q)
	case "remove":
		err = s.alerts.Remove(r.Context(), who.Name, q.ID)
	default:
		err = fmt.Errorf("alert %q: %w", do, news.ErrInvalid)
	}
	if err != nil {
		return err
	}
	back(w, r, "/watch?done="+do)
	return nil
}
