package api

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
)

// Base is what all paths of the API begin with.
const Base = "/api/v1"

// API is the API of a site.
type API struct {
	*serve.Site
	huma huma.API
	mux  *mux
}

// New registers the API's routes at a site.
func New(s *serve.Site) *API {
	a := &API{Site: s, mux: &mux{routes: s.Routes(), rules: map[string]serve.Rule{}}}
	a.huma = humago.New(a.mux, configured(s.Release))
	a.huma.OpenAPI().Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token":   {Type: "http", Scheme: "bearer", Description: "A token, as selisik token add or POST " + Base + "/tokens makes it."},
		"session": {Type: "apiKey", In: "cookie", Name: "selisik", Description: "The cookie that POST " + Base + "/session sets."},
	}
	a.stories()
	a.story()
	a.articles()
	a.found()
	a.adding()
	a.sources()
	a.queries()
	a.alerts()
	a.feeds()
	a.exports()
	a.log()
	a.session()
	a.accounts()
	a.tokens()
	a.events()
	a.reference()
	return a
}

// OpenAPI is the document that describes the API.
func (a *API) OpenAPI() *huma.OpenAPI { return a.huma.OpenAPI() }

func configured(release string) huma.Config {
	c := huma.DefaultConfig("Selisik", release)
	c.Info.Description = "Stories, their dossiers and what they rest on. Every sentence of a dossier cites the passages it rests on."
	c.Info.License = &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"}
	c.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", named)
	c.OpenAPIPath, c.DocsPath, c.SchemasPath = "", "", "" // ours are in reference.go
	c.CreateHooks = nil                                   // no "$schema" in answers
	c.RejectUnknownQueryParameters = true
	c.Transformers = []huma.Transformer{discreet}
	return c
}

// named names a type in the document: those of dossiers and alerts after what
// they are part of, for some of ours are called alike.
func named(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for of, prefix := range map[string]string{"internal/dossier": "Dossier", "internal/alert": "Alert"} {
		if strings.HasSuffix(t.PkgPath(), of) {
			return prefix + name
		}
	}
	return name
}

// discreet takes out of an answer what huma repeats of what was sent, which may
// be a password, and gives it the request's id.
func discreet(ctx huma.Context, _ string, v any) (any, error) {
	p, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	p.Type, p.Instance = "about:blank", serve.RequestID(ctx.Context())
	for _, e := range p.Errors {
		e.Value = nil
	}
	return p, nil
}

// mux registers huma's routes with their rules.
type mux struct {
	routes *serve.Routes
	rules  map[string]serve.Rule
}

// HandleFunc registers a route; one without a rule would be the admins' alone.
func (m *mux) HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request)) {
	rule, ok := m.rules[pattern]
	if !ok {
		rule = serve.For(account.Admin)
	}
	handler := http.Handler(http.HandlerFunc(h))
	if len(pattern) > 4 && pattern[:4] == "GET " && !rule.Stream {
		handler = tagged(handler)
	}
	m.routes.Handle(pattern, rule, handler)
}

func (m *mux) ServeHTTP(w http.ResponseWriter, r *http.Request) { m.routes.ServeHTTP(w, r) }

// operation is what there is to say of one beside its types.
type operation struct {
	does   string // "GET /stories"
	id     string
	says   string // one line
	more   string
	tag    string
	least  account.Role
	body   int64 // bytes; 0: the usual
	status int   // 0: 200, or 204 without a body
	stream bool
}

// handle registers an operation. Its errors become problems.
func handle[I, O any](a *API, o operation, do func(context.Context, *I) (*O, error)) {
	huma.Register(a.huma, a.declare(o), func(ctx context.Context, in *I) (*O, error) {
		out, err := do(ctx, in)
		if err != nil {
			return nil, a.problem(ctx, o.does, err)
		}
		return out, nil
	})
}

// declare gives a route its rule and returns what huma is to know of it.
func (a *API) declare(o operation) huma.Operation {
	method, path := o.split()
	rule := serve.Rule{Least: o.least, Body: o.body, Stream: o.stream}
	a.mux.rules[method+" "+path] = rule
	op := huma.Operation{
		Method: method, Path: path, OperationID: o.id, Summary: o.says, Description: o.more, Tags: []string{o.tag},
		DefaultStatus: o.status, MaxBodyBytes: o.body, BodyReadTimeout: bodyTime,
		Extensions: map[string]any{"x-role": o.least.String()},
		Errors:     []int{http.StatusTooManyRequests, http.StatusServiceUnavailable},
	}
	if o.least > account.Nobody {
		op.Security = []map[string][]string{{"token": {}}, {"session": {}}}
		op.Errors = append(op.Errors, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound)
	}
	if method != http.MethodGet {
		op.Errors = append(op.Errors, http.StatusConflict, http.StatusRequestEntityTooLarge)
	}
	return op
}

// bodyTime is how long a body may take to come.
const bodyTime = time.Minute

func (o operation) split() (method, path string) {
	for i := range o.does {
		if o.does[i] == ' ' {
			return o.does[:i], Base + o.does[i+1:]
		}
	}
	panic("operation without a path: " + o.does)
}

// problem is what is told of an error.
func (a *API) problem(ctx context.Context, does string, err error) error {
	var own huma.StatusError
	if errors.As(err, &own) {
		return err
	}
	p := a.Told(ctx, does, err)
	return huma.ErrorWithHeaders(&huma.ErrorModel{Type: p.Type, Title: p.Title, Status: p.Status, Detail: p.Detail, Instance: p.Instance},
		serve.ProblemHeader(p, err))
}

// body is an answer of one value.
type body[T any] struct{ Body T }

func answer[T any](v T) *body[T] { return &body[T]{v} }

type nothing struct{}
