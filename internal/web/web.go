package web

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"net/http"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/face/html"
	"github.com/selisik/selisik/internal/serve"
)

//go:embed templates
var templates embed.FS

// site is the pages over what they stand on.
type site struct {
	*serve.Site
	parts  *html.Parts
	pages  map[string]*template.Template
	assets assets
	opened *shelf[openKey, *opened]
	drawn  *shelf[drawKey, html.Drawn]
	asked  *shelf[askedKey, answer]
}

// Sizes of what is kept, in bytes: dossiers as JSON and as HTML, and answers.
const (
	openedSize = 48 << 20
	drawnSize  = 64 << 20
	askedSize  = 16 << 20
)

// Mount registers the pages with a site, as what people see of errors and of
// signing in as well.
func Mount(of *serve.Site) error {
	parts, err := html.NewParts()
	if err != nil {
		return err
	}
	pages, err := parse()
	if err != nil {
		return fmt.Errorf("web: %w", err)
	}
	s := &site{
		Site: of, parts: parts, pages: pages, assets: newAssets(),
		opened: newShelf[openKey, *opened](openedSize), drawn: newShelf[drawKey, html.Drawn](drawnSize), asked: newShelf[askedKey, answer](askedSize),
	}
	of.ErrorPage, of.SignInPath = s.problem, "/sign-in"
	s.routes()
	return nil
}

// routes is every address of the pages, with the least role that may use it.
func (s *site) routes() {
	read := func(pattern string, h failing) { s.handle(pattern, serve.For(account.Reader), h) }
	edit := func(pattern string, h failing) { s.handle(pattern, serve.For(account.Editor), h) }
	upload := func(pattern string, h failing) {
		s.handle(pattern, serve.Rule{Least: account.Editor, Body: serve.MaxUpload + 1<<20}, h)
	}
	read("GET /{$}", s.front)
	read("GET /stories/{id}", s.story)
	read("GET /stories/{id}/export/{format}", s.export)
	edit("POST /stories/{id}/edit", s.edit)
	read("GET /articles/{id}", s.article)
	read("GET /compare", s.compare)
	read("GET /search", s.search)
	read("GET /outlets/{name}", s.outlet)
	read("GET /names/{name}", s.name)
	read("GET /sources", s.sources)
	read("GET /sources.opml", s.opml)
	upload("POST /sources", s.addSources)
	edit("POST /sources/{id}", s.changeSource)
	edit("GET /add", s.adding)
	upload("POST /add", s.add)
	read("GET /watch", s.watch)
	read("POST /watch", s.addWatch)
	read("POST /watch/{id}", s.changeWatch)
	read("GET /audit", s.audit)
	read("GET /help", s.help)
	s.handle("GET /settings", serve.Everybody(), s.settings)
	s.handle("POST /settings", serve.Everybody(), s.choose)
	s.handle("GET /sign-in", serve.Everybody(), s.signInForm)
	s.handle("POST /sign-in", serve.Everybody(), s.signIn)
	if s.OpenID != nil {
		s.handle("GET /sign-in/provider", serve.Everybody(), s.toProvider)
		s.handle("GET "+serve.ComeBack, serve.Everybody(), s.fromProvider)
	}
	s.handle("POST /sign-out", serve.Everybody(), s.signOut)
	s.Routes().Handle("GET /events", serve.Rule{Least: account.Reader, Stream: true}, http.HandlerFunc(s.events))
	s.Routes().Handle("GET /assets/{hash}/{name}", serve.Everybody(), s.assets)
}

// failing is a handler that may return an error, which is then what is shown.
type failing func(http.ResponseWriter, *http.Request) error

func (s *site) handle(pattern string, rule serve.Rule, h failing) {
	s.Routes().HandleFunc(pattern, rule, func(w http.ResponseWriter, r *http.Request) {
		if err := h(w, r); err != nil {
			s.Fail(w, r, err)
		}
	})
}

// events streams what changes, from the event on that the page was drawn after.
func (s *site) events(w http.ResponseWriter, r *http.Request) {
	last := cmp.Or(r.Header.Get("Last-Event-ID"), r.URL.Query().Get("last"))
	if err := s.Stream(r.Context(), w, last); err != nil {
		s.Log.Debug("events", "err", err)
	}
}
