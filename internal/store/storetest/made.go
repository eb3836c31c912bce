package storetest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// begin is the time by which all others are told. It has microseconds, which
// stores keep.
func begin() time.Time { return time.Date(2031, 5, 4, 3, 2, 1, 123456000, time.UTC) }

// hour is so many hours after begin.
func hour(n int) time.Time { return begin().Add(time.Duration(n) * time.Hour) }

// document makes one; what it says depends on n alone.
func document(n int) store.Document {
	raw := news.RawDocument{
		Input: fmt.Sprintf("desk/%d.html", n), URL: fmt.Sprintf("https://warta.example/%d", n), MediaType: "text/html", Charset: "utf-8",
		Body:   []byte(strings.Repeat(fmt.Sprintf("<p>Kapal %d berlabuh.</p>\n", n), 40)),
		Outlet: "Warta", Title: fmt.Sprintf("Kapal %d", n), Published: "4 Mei 2031", Byline: "Ratri",
		Fetched: hour(n), Status: 200, Header: map[string]string{"etag": fmt.Sprintf(`"v%d"`, n), "content-language": "id"},
	}
	return store.Document{ID: store.IDOf(&raw), Raw: raw, Feed: "f-1", Seen: hour(n)}
}

// article makes version v of page n. Its document is one of its own.
func article(n, v int) store.Article {
	zone := time.FixedZone("", 7*3600)
	return store.Article{
		Article: news.Article{
			ID: news.ArticleID(fmt.Sprintf("a-%05d-%d", n, v)), Page: pageID(n), Ref: "r", Input: "desk", Title: fmt.Sprintf("Kapal %d", n),
			Outlet: &news.Outlet{Name: "Warta", Domain: "warta.example", Group: "Grup"}, URL: fmt.Sprintf("https://warta.example/%d", n),
			Byline: "Ratri", Language: "id", Published: &news.Published{Time: hour(n).In(zone), Precision: news.Minute, Basis: "metadata"},
			Text:    fmt.Sprintf("Kapal %d berlabuh.\n\nVersi %d.", n, v),
			Removed: []news.Removed{{Text: "Baca juga", Reason: "related"}},
		},
		Document: news.DocumentID(fmt.Sprintf("d-%05d-%d", n, v)), Fetched: hour(n + v), Seen: hour(n),
	}
}

func pageID(n int) news.PageID { return news.PageID(fmt.Sprintf("p-%05d", n)) }

func pages(ns ...int) []news.PageID {
	var out []news.PageID
	for _, n := range ns {
		out = append(out, pageID(n))
	}
	return out
}

// terms are stems of a text parted by spaces, title and body by "|".
func terms(s string) store.Terms {
	title, body, _ := strings.Cut(s, "|")
	return store.Terms{Title: strings.Fields(title), Body: strings.Fields(body)}
}

func job(kind store.JobKind, key string) store.Job { return store.Job{Kind: kind, Key: key} }

// clock is a time that moves when it is told to.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

// equal fails unless got is want. A nil and an empty list are alike.
func equal(t testing.TB, what string, got, want any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty(), cmpopts.EquateErrors()); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// must fails the test at once on an error.
func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// the returns what a call returned; an error fails the test at once.
func the[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		must(t, err)
		return v
	}
}

// fails fails unless err is of a kind.
func fails(t testing.TB, what string, err, kind error) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("%s: got error %v, want %v", what, err, kind)
	}
}

// collect reads all that a walk yields.
func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var out []T
	for v, err := range seq {
		must(t, err)
		out = append(out, v)
	}
	return out
}

// waiting returns how many jobs of a kind wait.
func waiting(t testing.TB, s store.Store, kind store.JobKind) int {
	t.Helper()
	return counts(t, s, kind).Waiting
}

func counts(t testing.TB, s store.Store, kind store.JobKind) store.JobCount {
	t.Helper()
	for _, c := range the(s.Jobs().Counts(context.Background()))(t) {
		if c.Kind == kind {
			return c
		}
	}
	return store.JobCount{Kind: kind}
}
