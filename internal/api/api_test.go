package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/corpus"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/serve"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/stage/ingest/feed"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

const right = "kopi tubruk pagi"

// bench is a served store and somebody who asks it.
type bench struct {
	t     *testing.T
	store store.Store
	site  *serve.Site
	api   *api.API
	url   string
	http  *http.Client
	token string
	log   *logged

	mu  sync.Mutex
	now time.Time
}

// logged is what the server writes into its log.
type logged struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func (b *bench) clock() time.Time {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.now
}

func (b *bench) pass(d time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.now = b.now.Add(d)
}

// newBench serves a store that is empty.
func newBench(t *testing.T) *bench {
	t.Helper()
	t.Parallel()
	packs, err := lang.Load(lang.Embedded())
	must(t, err)
	steps, err := pipeline.New(packs, pipeline.Options{})
	must(t, err)
	b := &bench{t: t, now: time.Date(2025, 7, 9, 8, 0, 0, 0, time.UTC), http: &http.Client{}, log: &logged{}}
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "selisik.db"), sqlite.Options{Now: b.clock})
	must(t, err)
	t.Cleanup(func() { s.Admin().Close() })
	b.store = s
	d := desk.New(s, steps, term.New(packs), desk.Options{
		Owner: "test", Now: b.clock, Patience: time.Nanosecond, Sleep: func(context.Context, time.Duration) error { return nil },
	})
	b.site = serve.New(serve.Deps{
		Store: s, Desk: d, Packs: packs, Now: b.clock, Health: poll.Health, Release: "test", Feed: poll.NewFeed, Zone: time.UTC,
		Log: slog.New(slog.NewTextHandler(b.log, &slog.HandlerOptions{Level: slog.LevelDebug})), Random: rand.Reader,
		Cost: account.Cost{Memory: 64, Passes: 1}, Read: b.read,
		Outlines: func(raw []byte) (out []serve.Outline, err error) {
			list, err := feed.ReadOPML(raw)
			for _, o := range list {
				out = append(out, serve.Outline{URL: o.URL, Title: o.Title})
			}
			return out, err
		},
		WriteOutlines: func(w io.Writer, list []serve.Outline) error {
			_, err := fmt.Fprintln(w, len(list))
			return err
		},
	}, serve.Options{Listen: "127.0.0.1:0"})
	b.api = api.New(b.site)
	srv := httptest.NewServer(b.site.Handler())
	t.Cleanup(srv.Close)
	b.url = srv.URL
	return b
}

func (b *bench) read(ctx context.Context, input string, stdin io.Reader, problem func(error)) iter.Seq[news.RawDocument] {
	return ingest.Read(ctx, []string{input}, ingest.Options{Stdin: stdin, Now: b.clock(), Problem: problem, Fetch: fetch.Options{Loopback: true}})
}

// full is newBench with some stories, whose dossiers are made.
func full(t *testing.T) *bench {
	t.Helper()
	b := newBench(t)
	docs := slices.Collect(corpus.Make(corpus.Options{Seed: 5, Articles: 24, Event: 3, PerDay: 12}))
	_, err := b.site.Desk.Add(t.Context(), slices.Values(docs))
	must(t, err)
	must(t, b.site.Desk.Work(t.Context(), true))
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// answer is what came back.
type answer struct {
	status int
	header http.Header
	body   []byte
}

// ask sends a request; path is of the API, or of the site if it begins "//".
// Headers are "Name: value".
func (b *bench) ask(method, path string, body any, headers ...string) answer {
	b.t.Helper()
	r := b.request(method, path, body, headers...)
	resp, err := b.http.Do(r)
	must(b.t, err)
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	must(b.t, err)
	return answer{resp.StatusCode, resp.Header, raw}
}

func (b *bench) request(method, path string, body any, headers ...string) *http.Request {
	b.t.Helper()
	address := b.url + api.Base + path
	if site, ok := strings.CutPrefix(path, "//"); ok {
		address = b.url + "/" + site
	}
	var in io.Reader
	switch v := body.(type) {
	case nil:
	case []byte:
		in = bytes.NewReader(v)
	default:
		raw, err := json.Marshal(v)
		must(b.t, err)
		in = bytes.NewReader(raw)
	}
	r, err := http.NewRequestWithContext(b.t.Context(), method, address, in)
	must(b.t, err)
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if b.token != "" {
		r.Header.Set("Authorization", "Bearer "+b.token)
	}
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
		if name == "Host" {
			r.Host = value
		}
	}
	return r
}

// get decodes what a path answers, which must be done.
func get[T any](b *bench, path string) T {
	b.t.Helper()
	return decoded[T](b, b.ask("GET", path, nil), http.StatusOK)
}

func decoded[T any](b *bench, a answer, status int) T {
	b.t.Helper()
	var out T
	if a.status != status {
		b.t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	must(b.t, json.Unmarshal(a.body, &out))
	return out
}

// wants fails unless an answer has a status; errors must be problems.
func (b *bench) wants(what string, a answer, status int) {
	b.t.Helper()
	if a.status != status {
		b.t.Errorf("%s: status %d, want %d: %.300s", what, a.status, status, a.body)
	}
	if status >= 400 && a.header.Get("Content-Type") != "application/problem+json" {
		b.t.Errorf("%s: %s is no problem: %.300s", what, a.header.Get("Content-Type"), a.body)
	}
}

// people makes an account of each role and returns a token of each.
func (b *bench) people() map[account.Role]string {
	b.t.Helper()
	out := map[account.Role]string{account.Nobody: ""}
	for _, role := range []account.Role{account.Admin, account.Editor, account.Reader} {
		_, err := b.site.Accounts.Add(b.t.Context(), "test", role.String()+"1", role, right)
		must(b.t, err)
		_, secret, err := b.site.Accounts.NewToken(b.t.Context(), "test", account.Token{Account: role.String() + "1", Label: "uji", Role: role}, 0)
		must(b.t, err)
		out[role] = secret
	}
	return out
}
