package alert_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
	"github.com/selisik/selisik/internal/store/sqlite"
)

// loaded are packs and pipeline, once for all tests.
var loaded = sync.OnceValue(func() (e struct {
	packs *lang.Packs
	steps *pipeline.Pipeline
	terms *term.Maker
	err   error
}) {
	if e.packs, e.err = lang.Load(lang.Embedded()); e.err == nil {
		e.terms = term.New(e.packs)
		e.steps, e.err = pipeline.New(e.packs, pipeline.Options{})
	}
	return e
})

// bench is what a test works at: a desk over a new store, with a bell.
type bench struct {
	*desk.Desk
	t       *testing.T
	store   store.Store
	book    *alert.Book
	bell    *alert.Bell
	sent    *sent
	mu      sync.Mutex
	present time.Time
}

func newBench(t *testing.T) *bench {
	t.Helper()
	return benchAt(t, filepath.Join(t.TempDir(), "selisik.db"))
}

func benchAt(t *testing.T, path string) *bench {
	t.Helper()
	return benchOn(t, func(now func() time.Time) (store.Store, error) {
		return sqlite.Open(t.Context(), path, sqlite.Options{Now: now})
	})
}

// benchPostgres is a bench on a PostgreSQL of its own; the test is skipped where
// there is none.
func benchPostgres(t *testing.T) *bench {
	t.Helper()
	open := func(url string) (store.Store, error) {
		return postgres.Open(context.Background(), url, postgres.Options{})
	}
	url := pgtest.Copy(t, func(url string) error {
		s, err := open(url)
		if err != nil {
			return err
		}
		return s.Admin().Close()
	})
	return benchOn(t, func(func() time.Time) (store.Store, error) { return open(url) })
}

func benchOn(t *testing.T, open func(now func() time.Time) (store.Store, error)) *bench {
	t.Helper()
	b := &bench{t: t, present: time.Date(2025, 7, 1, 8, 0, 0, 0, time.UTC), sent: &sent{}}
	s, err := open(b.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Admin().Close() })
	b.store = s
	b.book = bookOf(s, b.now)
	b.bell = bellOf(s, b.now, map[alert.Way]alert.Sender{alert.ByWebhook: b.sent, alert.ByMail: b.sent})
	b.Desk = deskOf(s, b.now, b.bell, "one")
	return b
}

func bookOf(s store.Store, now func() time.Time) *alert.Book {
	return alert.NewBook(alert.BookOptions{Records: s.Records(), Edits: s.Edits(), Now: now, Random: rand.Reader, Loopback: true})
}

func bellOf(s store.Store, now func() time.Time, senders map[alert.Way]alert.Sender) *alert.Bell {
	return alert.New(alert.Options{
		Store: s, Book: bookOf(s, now), Terms: loaded().terms, Packs: loaded().packs, Now: now, Senders: senders,
		Link: func(id news.StoryID) string { return "https://desk.example/stories/" + string(id) },
	})
}

func deskOf(s store.Store, now func() time.Time, bell desk.Alerts, owner string) *desk.Desk {
	return desk.New(s, loaded().steps, loaded().terms, desk.Options{
		Owner: owner, Now: now, Alerts: bell, Sleep: func(context.Context, time.Duration) error { return nil },
	})
}

func (b *bench) now() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.present
}

// later moves the clock.
func (b *bench) later(d time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.present = b.present.Add(d)
}

// save adds a query, a minute after what was before and before what comes.
func (b *bench) save(q alert.Query) alert.Query {
	b.t.Helper()
	b.later(time.Minute)
	q.Owner = "ratri"
	if q.Name == "" {
		q.Name = "gempa"
	}
	q, _, err := b.book.Add(b.t.Context(), "ratri", q)
	if err != nil {
		b.t.Fatal(err)
	}
	b.later(time.Minute)
	return q
}

// add adds pages and does all that comes of them.
func (b *bench) add(docs ...news.RawDocument) {
	b.t.Helper()
	if _, err := b.Add(b.t.Context(), slices.Values(docs)); err != nil {
		b.t.Fatal(err)
	}
	b.work()
}

func (b *bench) work() {
	b.t.Helper()
	if err := b.Work(b.t.Context(), true); err != nil {
		b.t.Fatal(err)
	}
}

// fired is what a query has told.
func (b *bench) fired(q alert.Query) []alert.Firing {
	b.t.Helper()
	f, err := b.book.Fired(b.t.Context(), q.ID, 0)
	if err != nil {
		b.t.Fatal(err)
	}
	return f
}

// count fails the test unless a query has told n things.
func (b *bench) count(what string, q alert.Query, n int) []alert.Firing {
	b.t.Helper()
	f := b.fired(q)
	if len(f) != n {
		b.t.Errorf("%s: told %d things, want %d: %+v", what, len(f), n, f)
	}
	return f
}

// story is the only story of the store.
func (b *bench) story() store.Listed {
	b.t.Helper()
	l, _, err := b.store.Stories().List(b.t.Context(), store.StoryFilter{})
	if err != nil || len(l) != 1 {
		b.t.Fatalf("%d stories, %v", len(l), err)
	}
	return l[0]
}

// toll is a page about a quake as it was fetched at an hour.
func toll(outlet string, hour int, dead string) news.RawDocument {
	return news.RawDocument{
		Input: outlet, Ref: outlet, URL: "https://" + outlet + ".example/gempa", MediaType: "text/plain", Charset: "utf-8",
		Outlet: outlet, Title: "Gempa Guncang Wanasari, Warga Mengungsi", Published: "2025-06-02T07:00:00+07:00",
		Fetched: time.Date(2025, 6, 2, hour, 0, 0, 0, time.UTC),
		Body: []byte("Gempa bermagnitudo 6,1 mengguncang Kabupaten Wanasari, Senin (2/6/2025) pagi.\n\n" +
			"Sebanyak " + dead + " orang tewas dan puluhan rumah roboh di Kecamatan Lumbir akibat gempa itu.\n\n" +
			"Warga berlarian ke lapangan ketika guncangan terasa selama hampir satu menit."),
	}
}

// sent is a sender that keeps what it was given, and fails as told.
type sent struct {
	mu       sync.Mutex
	messages []alert.Message
	fail     []error // of the next ones; nil for none
}

func (s *sent) Send(_ context.Context, m alert.Message) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	m.JSON = bytes.Clone(m.JSON)
	s.messages = append(s.messages, m)
	if len(s.fail) == 0 {
		return nil
	}
	err := s.fail[0]
	s.fail = s.fail[1:]
	return err
}

func (s *sent) all() []alert.Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.messages)
}

var errDown = errors.New("it is down")
