package web

import (
	"cmp"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/serve"
)

// watchPage is what the reader asked to be told of, and what came of it.
type watchPage struct {
	frame
	Queries []watched
	Whens   []alert.When
	Given   alert.Query // to fill the form with
	Cited   string      // stories and articles of Given, one a line
	Came    string      // above what is shown once
	Secret  string      // that webhooks are signed with, of a query just made or renewed
	Feeds   []feedLink  // likewise
	Tried   []string    // how a sample went, by way
}

// came is what a form leaves for the page to show once.
type came struct {
	Told  alert.Secrets
	Tried []serve.Tried
}

// feedLink is the address of a feed.
type feedLink struct{ Label, Address string }

// watched is a saved query.
type watched struct {
	ID, Name, When string
	Where          []string
	Ways           string
	Sends          bool // by webhook or mail
	Paused         bool
	Version        int64
	Fired          []fired
}

// fired is one thing that a query told.
type fired struct{ When, What, Story, Title string }

const firedShown = 6

func (s *site) watch(w http.ResponseWriter, r *http.Request) error {
	page := watchPage{frame: s.frame(r, "watch", ""), Whens: alert.Whens()}
	var left came
	if s.once(w, r, "watch", &left) {
		page.tell(left, s.Home(r))
	}
	page.Given.When = alert.StoryMatches
	if id := lastPart(r.URL.Query().Get("story")); id != "" {
		page.Given = alert.Query{When: alert.ArticleChanges, Name: face.Line(r.URL.Query().Get("name"))}
		page.Cited = face.Line(id)
	}
	list, err := s.Alerts.Queries(r.Context(), page.Who.Name)
	if err != nil {
		return err
	}
	for i := range list {
		v := page.watched(&list[i])
		told, err := s.Alerts.Fired(r.Context(), list[i].ID, firedShown)
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

// tell shows what a form left.
func (page *watchPage) tell(left came, home string) {
	if left.Told.Feed == "" {
		page.Tried = page.tried(left.Tried)
		return
	}
	page.Came, page.Done, page.Secret = page.Done, "", left.Told.Webhook
	for _, f := range syndicate.Formats() {
		page.Feeds = append(page.Feeds, feedLink{page.T.Label("watch.feed", string(f)), serve.FeedAddress(home, left.Told.Feed, f)})
	}
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
	ways := []string{f.T.Say("watch.here"), f.T.Say("watch.by-feed")}
	v.Sends = q.Webhook != "" || q.Mail != ""
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
		v.What = f.W.Label("kind", x.Difference.Kind)
		if x.Difference.Spelling {
			v.What = f.W.Label("kind", query.Spelling)
		}
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
	_, told, err := s.Alerts.Add(r.Context(), who, q)
	if err != nil {
		return err
	}
	return s.watchAgain(w, r, "watch", came{Told: told})
}

// watchAgain sends the reader to the page, which shows what came of a form.
func (s *site) watchAgain(w http.ResponseWriter, r *http.Request, done string, left came) error {
	if err := s.ShowOnce(r.Context(), "watch", left); err != nil {
		return err
	}
	back(w, r, "/watch?done="+done)
	return nil
}

// changeWatch pauses, resumes, renews, tries or removes a query of the reader's
// own.
func (s *site) changeWatch(w http.ResponseWriter, r *http.Request) error {
	who, do := serve.From(r.Context()), r.PostFormValue("do")
	q, err := s.OwnAlert(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	switch do {
	case "pause", "resume":
		q.Paused, q.Version = do == "pause", cmp.Or(number(r.PostFormValue("version")), q.Version)
		_, _, err = s.Alerts.Change(r.Context(), who.Name, q)
	case "renew":
		told, err := s.Alerts.Renew(r.Context(), who.Name, q.ID)
		if err != nil {
			return err
		}
		return s.watchAgain(w, r, do, came{Told: told})
	case "try":
		tried, err := s.TryAlert(r.Context(), q)
		if err != nil {
			return err
		}
		return s.watchAgain(w, r, do, came{Tried: tried})
	case "remove":
		err = s.Alerts.Remove(r.Context(), who.Name, q.ID)
	default:
		err = fmt.Errorf("alert %q: %w", do, news.ErrInvalid)
	}
	if err != nil {
		return err
	}
	back(w, r, "/watch?done="+do)
	return nil
}

// tried says how a sample went.
func (f *frame) tried(ways []serve.Tried) (out []string) {
	for _, t := range ways {
		way := f.T.Label("watch.way", string(t.Way))
		if t.Error == "" {
			out = append(out, f.T.Say("watch.tried", "way", way))
		} else {
			out = append(out, f.T.Say("watch.failed", "way", way, "why", face.Line(t.Error)))
		}
	}
	if len(out) == 0 {
		out = append(out, f.T.Say("watch.feed-only"))
	}
	return out
}
