package serve

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"runtime/debug"
	"time"
)

// note is what one request leaves in the access log.
type note struct {
	id     string
	who    string
	status int
	bytes  int64
}

type noteKey struct{}

func noteOf(r *http.Request) *note {
	n, _ := r.Context().Value(noteKey{}).(*note)
	return n
}

// RequestID returns the id under which the log has a request.
func RequestID(ctx context.Context) string {
	if n, ok := ctx.Value(noteKey{}).(*note); ok {
		return n.id
	}
	return ""
}

// front is what every request passes, whatever it asks for.
func (s *Site) front(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began, n := s.Now(), &note{id: s.NewID()}
		r = s.behindProxy(r.WithContext(context.WithValue(r.Context(), noteKey{}, n)))
		rec := &recorder{ResponseWriter: w, note: n}
		s.bind(w.Header(), n.id)
		defer s.logged(rec, r, began)
		if !s.rightHost(r) {
			s.Explain(rec, r, Problem{"about:blank", http.StatusText(http.StatusMisdirectedRequest), http.StatusMisdirectedRequest,
				"this Selisik answers on this machine alone, by its own name", n.id}, nil)
			return
		}
		next.ServeHTTP(rec, r)
	})
}

// NewID returns 16 random hex digits.
func (s *Site) NewID() string {
	var b [8]byte
	if _, err := io.ReadFull(s.Random, b[:]); err != nil {
		return fmt.Sprintf("%x", s.Now().UnixNano())
	}
	return hex.EncodeToString(b[:])
}

// policy lets pages use what comes from this server and nothing else: no script
// or style inside a page, no frame around it.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// bind sets the headers that bind browsers.
func (s *Site) bind(h http.Header, id string) {
	h.Set("X-Request-Id", id)
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	if s.secure() {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// logged ends a request: a panic becomes an error without its stack, which goes
// into the log. The query is not logged: it is what people search for.
func (s *Site) logged(w *recorder, r *http.Request, began time.Time) {
	if p := recover(); p != nil {
		if p == http.ErrAbortHandler {
			panic(p)
		}
		s.Log.Error("panic", "id", w.note.id, "method", r.Method, "path", pathOf(r), "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		if w.note.status == 0 {
			w.Header().Del("Etag")
			s.Explain(w, r, s.ours(w.note.id), nil)
		}
	}
	s.Log.Info("request", "id", w.note.id, "method", r.Method, "path", pathOf(r), "status", w.note.status, "bytes", w.note.bytes,
		"took", s.Now().Sub(began).Round(time.Microsecond), "from", Client(r).String(), "who", w.note.who)
}

// secretive is a part of a path that may be one: the token of a feed's address.
var secretive = regexp.MustCompile(`[A-Za-z0-9_-]{32,}`)

// pathOf is a request's path as the log may have it: long words that nobody can
// read are cut.
func pathOf(r *http.Request) string {
	return secretive.ReplaceAllStringFunc(clipped(r.URL.Path), func(s string) string { return s[:4] + "…" })
}

func (s *Site) ours(id string) Problem {
	p := NewProblem(fmt.Errorf("panic"))
	p.Instance = id
	return p
}

// recorder notes what is answered.
type recorder struct {
	http.ResponseWriter
	note *note
}

func (w *recorder) WriteHeader(status int) {
	if w.note.status == 0 && status >= http.StatusOK {
		w.note.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	if w.note.status == 0 {
		w.note.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.note.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }
