package alert_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
)

func TestQueriesThatWillNotDoSayWhy(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	good := alert.Query{Owner: "ratri", Name: "gempa", When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}}
	for why, change := range map[string]func(*alert.Query){
		"a name has 1 to 80 bytes":      func(q *alert.Query) { q.Name = " \x1b\n " },
		"a name has 1 to":               func(q *alert.Query) { q.Name = strings.Repeat("n", 81) },
		`when "soon" is none of`:        func(q *alert.Query) { q.When = "soon" },
		"every story would match":       func(q *alert.Query) { q.Where = alert.Where{MinOrigins: 1} },
		"a change needs":                func(q *alert.Query) { q.When = alert.ArticleChanges },
		"only changes are substantive":  func(q *alert.Query) { q.Where.Substantive = true },
		"words: more than 200":          func(q *alert.Query) { q.Where.Words = strings.Repeat("w", 201) },
		`language "x/y" is no tag`:      func(q *alert.Query) { q.Where.Language = "x/y" },
		"counted from 0 to 1000":        func(q *alert.Query) { q.Where.MinOrigins = -1 },
		"more than 50":                  func(q *alert.Query) { q.Where.Articles = make([]string, 51) },
		`story "s'"`:                    func(q *alert.Query) { q.Where.Stories = []news.StoryID{"s'"} },
		`article "javascript:alert(1)"`: func(q *alert.Query) { q.Where.Articles = []string{"javascript:alert(1)"} },
		"webhook: no address":           func(q *alert.Query) { q.Webhook = "gopher://x" },
		"begins with https":             func(q *alert.Query) { q.Webhook = "http://desk.example/" },
		"webhook: a password":           func(q *alert.Query) { q.Webhook = "https://a:b@desk.example/" },
		"webhook: a fragment":           func(q *alert.Query) { q.Webhook = "https://desk.example/#a" },
		"mail: no address such":         func(q *alert.Query) { q.Mail = "a@desk.example\r\nBcc: b@desk.example" },
		"mail: no address":              func(q *alert.Query) { q.Mail = "Ratri <a@desk.example>" },
		"mail: no":                      func(q *alert.Query) { q.Mail = "a@desk.example,b@desk.example" },
		"nobody's":                      func(q *alert.Query) { q.Owner = "" },
	} {
		q := good
		change(&q)
		_, _, err := b.book.Add(t.Context(), "ratri", q)
		if !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), why) {
			t.Errorf("got %v, want invalid: %s", err, why)
		}
	}
}

func TestSecretsAreToldOnce(t *testing.T) {
	t.Parallel()
	b, ctx := newBench(t), t.Context()
	q, told, err := b.book.Add(ctx, "ratri", alert.Query{Owner: "ratri", Name: "gempa", When: alert.DifferenceAppears, Webhook: "https://desk.example/hook"})
	if err != nil || !strings.HasPrefix(told.Webhook, "whsec_") || !strings.HasPrefix(told.Feed, "slf_") {
		t.Fatalf("%+v, %v", told, err)
	}
	raw, _ := json.Marshal(q)
	edits, err := b.store.Edits().All(ctx, 0, 0)
	seen := string(raw) + fmt.Sprintf("%+v %v", edits, err)
	for _, s := range []string{told.Webhook, told.Feed[len(told.Feed)-43:]} {
		if strings.Contains(seen, s) {
			t.Errorf("a secret shows: %s", seen)
		}
	}
	if got, err := b.book.ByFeed(ctx, told.Feed); err != nil || got.ID != q.ID {
		t.Errorf("by its token: %+v, %v", got, err)
	}
	last := "A"
	if strings.HasSuffix(told.Feed, "A") {
		last = "E"
	}
	for _, token := range []string{"", "slf_", told.Feed[:len(told.Feed)-1] + last, strings.Replace(told.Feed, q.ID[2:], "0123456789abcdef", 1)} {
		if _, err := b.book.ByFeed(ctx, token); !errors.Is(err, news.ErrNotFound) || err.Error() != "feed: not found" {
			t.Errorf("%q: %v", token, err)
		}
	}
	fresh, err := b.book.Renew(ctx, "ratri", q.ID)
	if err != nil || fresh.Feed == told.Feed || fresh.Webhook == told.Webhook {
		t.Errorf("renewed: %+v, %v", fresh, err)
	}
	if _, err := b.book.ByFeed(ctx, told.Feed); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("the old token: %v", err)
	}
}

func TestAQueryIsChangedByItsLastVersion(t *testing.T) {
	t.Parallel()
	b, ctx := newBench(t), t.Context()
	q := b.save(alert.Query{When: alert.DifferenceAppears, Webhook: "https://desk.example/hook"})
	next := q
	next.Name, next.Owner = "banjir", "joko"
	next, told, err := b.book.Change(ctx, "ratri", next)
	if err != nil || next.Owner != "ratri" || next.Version != q.Version+1 || told != (alert.Secrets{}) {
		t.Errorf("%+v, %+v, %v", next, told, err)
	}
	if _, _, err := b.book.Change(ctx, "ratri", q); !errors.Is(err, news.ErrConflict) {
		t.Errorf("over another's change: %v", err)
	}
	next.Webhook = "https://other.example/hook"
	if _, told, err = b.book.Change(ctx, "ratri", next); err != nil || told.Webhook == "" {
		t.Errorf("another address keeps the secret: %+v, %v", told, err)
	}
	if _, _, err := b.book.Change(ctx, "ratri", alert.Query{ID: "q-none"}); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("one that is not there: %v", err)
	}
}

func TestAnOwnerHasSoManyQueries(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	for range alert.MaxQueries {
		b.save(alert.Query{When: alert.DifferenceAppears})
	}
	q := alert.Query{Owner: "ratri", Name: "one more", When: alert.DifferenceAppears}
	if _, _, err := b.book.Add(t.Context(), "ratri", q); !errors.Is(err, news.ErrConflict) {
		t.Errorf("one more: %v", err)
	}
	q.Owner = "joko"
	if _, _, err := b.book.Add(t.Context(), "joko", q); err != nil {
		t.Errorf("another's: %v", err)
	}
	list, err := b.book.Queries(t.Context(), "ratri")
	if err != nil || len(list) != alert.MaxQueries || !list[0].Created.Before(list[1].Created) {
		t.Errorf("%d listed, %v", len(list), err)
	}
}
