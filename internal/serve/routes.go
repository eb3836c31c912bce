package serve

import (
	"net/http"
	"slices"

	"github.com/selisik/selisik/internal/account"
)

// Rule is what a route asks of who uses it.
type Rule struct {
	Least  account.Role // Nobody: all may
	Body   int64        // bytes of the largest body; 0: none of more than 1 MiB
	Stream bool         // the answer goes on for as long as it is wanted
}

// Everybody is the rule of what needs no sign-in.
func Everybody() Rule { return Rule{} }

// For is the rule of what a role may use.
func For(least account.Role) Rule { return Rule{Least: least} }

const usualBody = 1 << 20

// Route is one that was registered.
type Route struct {
	Pattern string // as http.ServeMux takes it
	Rule
}

// Routes is a ServeMux whose routes have rules.
type Routes struct {
	mux   *http.ServeMux
	guard func(Rule, http.Handler) http.Handler
	lost  func(w http.ResponseWriter, r *http.Request, status int)
	list  []Route
}

// Handle registers a route: "GET /stories/{id}".
func (r *Routes) Handle(pattern string, rule Rule, h http.Handler) {
	if rule.Body == 0 {
		rule.Body = usualBody
	}
	r.list = append(r.list, Route{pattern, rule})
	r.mux.Handle(pattern, r.guard(rule, h))
}

// HandleFunc is Handle for a function.
func (r *Routes) HandleFunc(pattern string, rule Rule, h http.HandlerFunc) {
	r.Handle(pattern, rule, h)
}

// List returns all routes in the order in which they were registered.
func (r *Routes) List() []Route { return slices.Clone(r.list) }

// ServeHTTP answers by the route that matches; where none does, as lost says.
func (r *Routes) ServeHTTP(w http.ResponseWriter, q *http.Request) {
	h, pattern := r.mux.Handler(q)
	if pattern != "" {
		r.mux.ServeHTTP(w, q)
		return
	}
	refusal := blank{header: http.Header{}}
	h.ServeHTTP(&refusal, q) // 404, or 405 with what is allowed
	if allow := refusal.header.Get("Allow"); allow != "" {
		w.Header().Set("Allow", allow)
	}
	r.lost(w, q, refusal.status)
}

// blank takes an answer's status and header and drops the rest.
type blank struct {
	header http.Header
	status int
}

func (b *blank) Header() http.Header         { return b.header }
func (b *blank) Write(p []byte) (int, error) { return len(p), nil }
func (b *blank) WriteHeader(status int)      { b.status = status }
