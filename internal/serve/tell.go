package serve

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/news"
)

// OwnAlert returns an alert of who asks. news.ErrNotFound does not tell whether
// another has one of that id.
func (s *Site) OwnAlert(ctx context.Context, id string) (alert.Query, error) {
	q, err := s.Alerts.Query(ctx, id)
	if err == nil && q.Owner != From(ctx).Name {
		err = fmt.Errorf("alert %s: %w", id, news.ErrNotFound)
	}
	return q, err
}

// Tried is how a sample went by one way.
type Tried struct {
	Way   alert.Way `json:"way" enum:"webhook,mail"`
	Error string    `json:"error,omitempty" doc:"why it was not taken; empty if it was"`
}

// TryAlert sends a sample by all ways of an alert, webhook first, and logs that
// it was asked for. An alert that has only its feed gives none. It returns an
// account.WaitError to who asks too often.
func (s *Site) TryAlert(ctx context.Context, q alert.Query) ([]Tried, error) {
	who := From(ctx)
	if err := s.trying.take(s.Now(), who.Name); err != nil {
		return nil, err
	}
	if err := s.Alerts.Note(ctx, who.Name, "sent a sample of alert %s (%s) of %s", q.ID, q.Name, q.Owner); err != nil {
		return nil, err
	}
	out := []Tried{}
	for way, err := range s.Bell.Test(ctx, q) {
		t := Tried{Way: way}
		if err != nil {
			t.Error = clipped(err.Error())
		}
		out = append(out, t)
	}
	slices.SortFunc(out, func(a, b Tried) int { return strings.Compare(string(b.Way), string(a.Way)) })
	return out, nil
}

// FeedAddress is the address at which the API serves a feed of alerts: home is
// that of the site, with a slash at its end, token what its owner was told.
func FeedAddress(home, token string, f syndicate.Format) string {
	return home + "api/v1/feeds/" + token + "/" + string(f)
}

// WriteFeed writes the feed that a token opens. An unknown token gives
// news.ErrNotFound, and so does one that was renewed.
func (s *Site) WriteFeed(ctx context.Context, w io.Writer, token string, f syndicate.Format, self, home string) error {
	q, err := s.Alerts.ByFeed(ctx, token)
	if err != nil {
		return err
	}
	return s.Bell.WriteFeed(ctx, w, f, q, self, home)
}

// Home is the address of the site as who asks should use it, with a slash at
// its end.
func (s *Site) Home(r *http.Request) string {
	if s.PublicURL != "" {
		return s.PublicURL
	}
	return s.Origin(r) + "/"
}
