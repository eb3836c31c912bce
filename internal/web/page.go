package web

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
)

// frame is what stands around every page.
type frame struct {
	reader
	Title   string
	Here    string // of the navigation
	Who     serve.Who
	Assets  assets
	Signs   template.HTML
	Done    string // what was just done, in words
	Watch   string // "list" or a story's id: what the bar of news is about
	Last    string // the event that the page was drawn after
	Dossier bool   // the page has statements with evidence
}

// MayEdit reports whether the reader may change stories and sources.
func (f frame) MayEdit() bool { return f.Who.Role >= account.Editor }

// place is an entry of the navigation.
type place struct{ Key, Path string }

// Places are the entries of the navigation that the reader may use.
func (f frame) Places() []place {
	all := []place{{"front", "/"}, {"search", "/search"}, {"watch", "/watch"}, {"sources", "/sources"}, {"add", "/add"}, {"audit", "/audit"}, {"help", "/help"}}
	if f.MayEdit() {
		return all
	}
	return append(all[:4:4], all[5:]...)
}

func (s *site) frame(r *http.Request, here, title string) frame {
	f := frame{reader: s.reader(r), Here: here, Who: serve.From(r.Context()), Assets: s.assets, Last: s.Events.Last()}
	f.Signs, _ = s.parts.Signs() // its template takes nothing
	f.Title = title
	if title == "" {
		f.Title = f.T.Say(here + ".title")
	}
	if done := r.URL.Query().Get("done"); done != "" && f.T.Label("done", done) != done {
		f.Done = f.T.Label("done", done)
	}
	return f
}

// parse reads the templates: each page is the layout, the shared pieces, and its
// own file.
func parse() (map[string]*template.Template, error) {
	base, err := template.New("").ParseFS(templates, "templates/layout.tmpl", "templates/pieces.tmpl")
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(templates, "templates/*.page.tmpl")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range names {
		t, err := base.Clone()
		if err == nil {
			t, err = t.ParseFS(templates, name)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out[strings.TrimSuffix(path.Base(name), ".page.tmpl")] = t
	}
	return out, nil
}

// once takes what a form left for this page, if it was sent on from one, and
// reports whether there was something. No cache may keep the page then.
func (s *site) once(w http.ResponseWriter, r *http.Request, name string, what any) bool {
	if !r.URL.Query().Has("done") || !s.Once(r.Context(), name, what) {
		return false
	}
	w.Header().Set("Cache-Control", "no-store")
	return true
}

// show draws a page.
func (s *site) show(w http.ResponseWriter, name string, data any) error {
	return s.showAs(w, http.StatusOK, name, data)
}

func (s *site) showAs(w http.ResponseWriter, status int, name string, data any) error {
	var b bytes.Buffer
	if err := s.pages[name].ExecuteTemplate(&b, "layout", data); err != nil {
		return fmt.Errorf("page %s: %w", name, err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	if h.Get("Cache-Control") == "" {
		h.Set("Cache-Control", "no-cache, private")
	}
	h.Set("Vary", "Cookie, Accept-Language")
	w.WriteHeader(status)
	w.Write(b.Bytes()) //nolint:errcheck // whoever asked is gone then
	return nil
}

// back sends the reader to a page of ours; an address that is not becomes the
// front page.
func back(w http.ResponseWriter, r *http.Request, to string) {
	http.Redirect(w, r, serve.Local(to), http.StatusSeeOther)
}
