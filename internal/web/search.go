package web

import (
	"cmp"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

// searchPage answers a question.
type searchPage struct {
	frame
	Words, In, Speaker, Outlet, From, Until string
	Asked                                   bool
	Results                                 []result
	Count                                   string
	Partial                                 bool
	Waiting                                 string
}

// Kinds are what can be looked for.
func (searchPage) Kinds() []string {
	return []string{query.InArticles, query.InQuotes, query.InFindings}
}

// result is one answer.
type result struct {
	Title, Href string
	Text        []found // of a quote or a finding it leads, of an article it follows
	Leads       bool
	Status      string
	Language    string
	About       string // who says it, where and when
}

// found is a piece of a text, Hit where it is a word of the question.
type found struct {
	Text string
	Hit  bool
}

const resultsShown = 30

func (s *site) search(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	page := searchPage{frame: s.frame(r, "search", "")}
	page.Words, page.Speaker, page.Outlet = face.Line(q.Get("q")), face.Line(q.Get("speaker")), face.Line(q.Get("outlet"))
	page.From, page.Until, page.In = face.Line(q.Get("from")), face.Line(q.Get("until")), q.Get("in")
	if !slices.Contains(page.Kinds(), page.In) {
		page.In = query.InArticles
	}
	if page.Words == "" && page.Speaker == "" {
		return s.show(w, "search", page)
	}
	zone := s.location(&page.reader)
	ask := query.Question{Words: page.Words, In: page.In, Speaker: page.Speaker, Outlet: page.Outlet, From: day(page.From, zone), Until: day(page.Until, zone), Limit: resultsShown}
	if !ask.Until.IsZero() {
		ask.Until = ask.Until.AddDate(0, 0, 1)
	}
	answer, err := s.find(r.Context(), ask)
	if err != nil && !errors.Is(err, news.ErrInvalid) {
		return err
	}
	page.Asked, page.Partial = true, answer.Partial
	for i := range answer.Results {
		page.Results = append(page.Results, page.result(&answer.Results[i]))
	}
	page.Count = page.T.Count("search.results", len(page.Results))
	if answer.Waiting > 0 {
		page.Waiting = page.W.Count("search.waiting", answer.Waiting)
	}
	return s.show(w, "search", page)
}

func (p *searchPage) result(x *query.Result) result {
	v := result{
		Title: cmp.Or(face.Line(x.Title), face.Line(x.Outlet)), Text: cut(x.Text, x.Marks), Language: face.Line(x.Language),
		Href: "/articles/" + x.Article, Leads: x.Kind != "article",
	}
	about := []string{face.Line(x.Outlet), p.W.Published(x.Published)}
	switch x.Kind {
	case "finding":
		v.Href, v.Status = "/stories/"+x.Story+"#s1-"+x.ID, x.Status
		about = append([]string{p.W.Label("status", x.Status), p.W.Count("origins", x.Origins)}, about...)
	case "quote":
		about = append([]string{p.W.Speaker(query.QuoteGroup{Speaker: x.Speaker, Role: x.Role})}, about...)
	}
	if x.Articles > 1 {
		about = append(about, p.W.Count("articles", x.Articles))
	}
	about = slices.DeleteFunc(about, func(s string) bool { return s == "" })
	v.About = strings.Join(about, " · ")
	return v
}

// cut parts a text where words of the question stand.
func cut(s string, marks []dossier.Span) []found {
	runes := []rune(s)
	var out []found
	at := 0
	add := func(to int, hit bool) {
		if to > at {
			out = append(out, found{face.Block(string(runes[at:to])), hit})
			at = to
		}
	}
	for _, m := range marks {
		if m[0] < at || m[1] > len(runes) {
			continue
		}
		add(m[0], false)
		add(m[1], true)
	}
	add(len(runes), false)
	return out
}
