package serve

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Problem is what is told of an error (RFC 9457).
type Problem struct {
	Type   string `json:"type"` // "about:blank"
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	// Instance is the request's id, by which the log has the rest.
	Instance string `json:"instance"`
}

// kinds is the one table of kinds of error: their status, what is said of
// them, and whether their own words, which name nothing but what the user
// gave, are told.
var kinds = [...]struct {
	kind   error
	status int
	say    string
	told   bool
}{
	{account.ErrSignIn, http.StatusUnauthorized, "sign in, or send a token that is valid", false},
	{account.ErrDenied, http.StatusForbidden, "your role, or where the request comes from, does not allow this", false},
	{news.ErrNotFound, http.StatusNotFound, "there is no such thing", true},
	{news.ErrInvalid, http.StatusUnprocessableEntity, "this cannot be used", true},
	{news.ErrUnsupportedLanguage, http.StatusUnprocessableEntity, "no pack serves this language", true},
	{news.ErrConflict, http.StatusConflict, "it has changed meanwhile, or is there already: look again", false},
	{news.ErrUnavailable, http.StatusServiceUnavailable, "something that is needed does not answer: try again later", false},
}

// NewProblem tells of an error what users may know.
func NewProblem(err error) Problem {
	var wait account.WaitError
	var large *http.MaxBytesError
	p := Problem{Type: "about:blank", Status: http.StatusInternalServerError, Detail: "an error of ours; the log has it under this request's id"}
	switch {
	case errors.As(err, &wait):
		p.Status, p.Detail = http.StatusTooManyRequests, wait.Error()
	case errors.As(err, &large):
		p.Status, p.Detail = http.StatusRequestEntityTooLarge, fmt.Sprintf("no more than %d bytes are taken", large.Limit)
	default:
		for _, k := range kinds {
			if errors.Is(err, k.kind) {
				p.Status, p.Detail = k.status, k.say
				if k.told {
					p.Detail = clipped(err.Error())
				}
				break
			}
		}
	}
	p.Title = http.StatusText(p.Status)
	return p
}

// mostDetail is how many bytes of an error's own words are told.
const mostDetail = 500

// clipped is s as one harmless line of some length, without secrets.
func clipped(s string) string {
	s = account.Redact(text.Squash(text.Plain(s)))
	if len(s) > mostDetail {
		s = strings.ToValidUTF8(s[:mostDetail], "") + "…"
	}
	return s
}

// Fail answers with an error: as a problem in JSON to programs, as a page to
// people. What is ours to mend is logged.
func (s *Site) Fail(w http.ResponseWriter, r *http.Request, err error) {
	s.Explain(w, r, s.Told(r.Context(), r.Method+" "+pathOf(r), err), err)
}

// Told is NewProblem for a request, whose doing is logged with the error if that
// is ours to mend.
func (s *Site) Told(ctx context.Context, doing string, err error) Problem {
	p := NewProblem(err)
	p.Instance = RequestID(ctx)
	if p.Status >= http.StatusInternalServerError && ctx.Err() == nil {
		s.Log.Error("request failed", "id", p.Instance, "doing", clipped(doing), "err", account.Redact(err.Error()))
	}
	return p
}

// Explain writes a problem, with the headers that belong to its cause.
func (s *Site) Explain(w http.ResponseWriter, r *http.Request, p Problem, cause error) {
	for k, v := range ProblemHeader(p, cause) {
		w.Header()[k] = v
	}
	if forPeople(r) && s.ErrorPage != nil {
		s.ErrorPage(w, r, p)
		return
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	json.NewEncoder(w).Encode(p) //nolint:errcheck // whoever asked is gone then
}

// lost answers where there is no route.
func (s *Site) lost(w http.ResponseWriter, r *http.Request, status int) {
	detail := "there is nothing at this address"
	if status == http.StatusMethodNotAllowed {
		detail = "this address does not take " + clipped(r.Method)
	}
	s.Explain(w, r, Problem{"about:blank", http.StatusText(status), status, detail, RequestID(r.Context())}, nil)
}

// ProblemHeader returns the headers that an answer with this problem has.
func ProblemHeader(p Problem, cause error) http.Header {
	h := http.Header{"Cache-Control": {"no-store"}}
	var wait account.WaitError
	if errors.As(cause, &wait) {
		h.Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.For.Seconds()))))
	}
	if p.Status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", `Bearer realm="selisik"`)
	}
	return h
}

// forPeople reports whether a request comes from somebody who reads pages.
func forPeople(r *http.Request) bool {
	return !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html")
}
