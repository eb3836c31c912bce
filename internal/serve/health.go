package serve

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Addresses of health.
const (
	healthPath = "/healthz"
	readyPath  = "/readyz"
)

// patience is how long the store may take to say that it is there.
const patience = 5 * time.Second

// health registers whether the process lives, and whether it can work.
func (s *Site) health() {
	s.routes.HandleFunc("GET "+healthPath, Everybody(), func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })
	s.routes.HandleFunc("GET "+readyPath, Everybody(), func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		if _, err := s.Store.Admin().Setting(ctx, "ready"); err != nil {
			s.Fail(w, r, fmt.Errorf("ready: %w: %w", err, news.ErrUnavailable))
			return
		}
		fmt.Fprintln(w, "ready")
	})
}
