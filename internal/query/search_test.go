package query_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

var noon = time.Date(2031, 3, 14, 12, 0, 0, 0, time.UTC)

// shelf is a store that texts are put into as articles.
type shelf struct {
	store.Store
	t     *testing.T
	terms *term.Maker
}

func newShelf(t *testing.T) *shelf {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "x.db"), sqlite.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Admin().Close() })
	return &shelf{s, t, term.New(facetest.Packs(t))}
}

func (s *shelf) put(a news.Article) {
	s.t.Helper()
	raw := news.RawDocument{URL: a.URL, Ref: string(a.ID), Body: []byte(a.Text)}
	d := store.Document{ID: store.IDOf(&raw), Raw: raw, Seen: noon}
	if _, err := s.Documents().Put(s.t.Context(), []store.Document{d}, []store.Job{{Kind: store.Clean, Key: string(d.ID)}}); err != nil {
		s.t.Fatal(err)
	}
	terms := store.Terms{Title: s.terms.Of(a.Language, a.Title), Body: s.terms.Of(a.Language, a.Text)}
	if _, err := s.Articles().Put(s.t.Context(), store.Article{Article: a, Document: d.ID, Seen: noon}, terms, nil); err != nil {
		s.t.Fatal(err)
	}
}

// text makes an article of a day of March.
func text(n, day int, tag, title, body string) news.Article {
	return news.Article{
		ID: news.ArticleID(fmt.Sprintf("a-%d", n)), Page: news.PageID(fmt.Sprintf("p-%d", n)), Language: tag, Title: title, Text: body,
		URL:       fmt.Sprintf("https://kabaruji.example/%d", n),
		Outlet:    &news.Outlet{Name: "Kabar Uji", Domain: "kabaruji.example"},
		Published: &news.Published{Time: time.Date(2031, 3, day, 8, 0, 0, 0, time.UTC), Precision: news.Minute},
	}
}

func (s *shelf) search(q query.Question) query.Results {
	s.t.Helper()
	res, err := query.NewSearcher(s, facetest.Packs(s.t)).Search(s.t.Context(), q)
	if err != nil {
		s.t.Fatal(err)
	}
	return res
}

func foundIDs(r query.Results) []string {
	out := []string{}
	for _, x := range r.Results {
		out = append(out, x.ID)
	}
	return out
}

func TestArticlesAreRankedByTheirWords(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.put(text(1, 1, "id", "Harga Cabai Turun", "Izin tambang tidak disebut lagi di pasar itu, hanya harga cabai."))
	s.put(text(2, 2, "id", "Pencabutan Izin Tambang Diumumkan", "Izin tambang di Lembur dicabut. Tambang itu ditutup."))
	s.put(text(3, 3, "id", "Tambang Ditutup", "Bupati menutup tambang di Lembur. Izin lama berakhir."))
	s.put(text(4, 4, "en", "Mines reopened in Lembur", "The minister reopened the mines."))
	for name, c := range map[string]struct {
		q    query.Question
		want []string
	}{
		"title before body":       {query.Question{Words: "izin tambang"}, []string{"a-2", "a-3", "a-1"}},
		"any form":                {query.Question{Words: "dicabut izinnya"}, []string{"a-2"}},
		"in another language":     {query.Question{Words: "mine"}, []string{"a-4"}},
		"from a day on":           {query.Question{Words: "tambang", From: time.Date(2031, 3, 3, 0, 0, 0, 0, time.UTC)}, []string{"a-3"}},
		"until a day":             {query.Question{Words: "tambang", Until: time.Date(2031, 3, 2, 0, 0, 0, 0, time.UTC)}, []string{"a-1"}},
		"of an outlet":            {query.Question{Words: "tambang", Outlet: "KABARUJI.example"}, []string{"a-2", "a-3", "a-1"}},
		"of another outlet":       {query.Question{Words: "tambang", Outlet: "harian.example"}, []string{}},
		"at most":                 {query.Question{Words: "izin tambang", Limit: 1}, []string{"a-2"}},
		"all words must be there": {query.Question{Words: "tambang gempa"}, []string{}},
	} {
		if d := cmp.Diff(c.want, foundIDs(s.search(c.q))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
	for _, q := range []query.Question{{Words: "?"}, {}, {Words: "tambang", Outlet: "Entah Apa"}} {
		if _, err := query.NewSearcher(s, facetest.Packs(t)).Search(t.Context(), q); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

func TestASnippetMarksTheWords(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	long := "Hujan é turun di Lembur sejak pagi dan jalan desa tergenang setinggi lutut orang dewasa, kata warga. "
	s.put(text(1, 1, "id", "Lembur", long+long+long+"Warga “mengungsi” ke balai desa; pengungsian berlangsung malam hari.\n\n"+long+long+long+long))
	r := s.search(query.Question{Words: "ungsi"}).Results[0]
	points := []rune(r.Text)
	got := []string{}
	for _, m := range r.Marks {
		got = append(got, string(points[m[0]:m[1]]))
	}
	if d := cmp.Diff([]string{"mengungsi", "pengungsian"}, got); d != "" {
		t.Errorf("%s\nin %q", d, r.Text)
	}
	if len(r.Text) > 400 || points[0] != '…' || points[len(points)-1] != '…' {
		t.Errorf("snippet %q", r.Text)
	}
}

func TestQuotesAndFindingsComeFromDossiersOfMatchingStories(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	fire := facetest.Fire()
	var pages []news.PageID
	for i, a := range fire.Articles {
		x := text(i+1, 1, a.Language, a.Title, a.Text)
		x.ID = news.ArticleID(a.ID)
		s.put(x)
		pages = append(pages, x.Page)
	}
	place(t, s, news.StoryID(fire.ID), pages, fire)
	quotes := s.search(query.Question{In: query.InQuotes, Speaker: speaker(t, fire), Limit: 100})
	if len(quotes.Results) == 0 {
		t.Fatal("no quote of the speaker")
	}
	for _, r := range quotes.Results {
		if r.Kind != "quote" || r.Story != fire.ID || r.Text == "" || r.Speaker == "" {
			t.Errorf("%+v", r)
		}
	}
	f := fire.Findings[0]
	found := s.search(query.Question{In: query.InFindings, Words: f.Statement})
	if len(found.Results) == 0 || found.Results[0].ID != f.ID || found.Results[0].Status != f.Status || found.Waiting != 0 {
		t.Errorf("finding %q: %+v", f.Statement, found)
	}
}

// speaker is the first speaker of a direct quote.
func speaker(t *testing.T, s dossier.Story) string {
	t.Helper()
	for _, a := range s.Articles {
		for _, q := range a.Quotes {
			if q.Speaker != nil && q.Direct {
				return *q.Speaker
			}
		}
	}
	t.Fatal("nobody speaks")
	return ""
}

// place makes a story of pages with a dossier.
func place(t *testing.T, s *shelf, id news.StoryID, pages []news.PageID, d dossier.Story) {
	t.Helper()
	lease, err := s.Jobs().Acquire(t.Context(), "stories", "test", noon, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	w := store.Window{From: noon.AddDate(0, -1, 0), Until: noon}
	err = s.Stories().Place(t.Context(), lease, noon, store.Placement{
		Windows: []store.Window{w}, Threads: []store.Thread{{ID: "t-1", Window: w, Pages: pages, Story: id}},
		Stories: []store.Story{{ID: id, Title: d.Title, Pages: pages, First: noon, Last: noon}},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Stories().PutDossier(t.Context(), store.Dossier{Story: id, Revision: 1, Made: noon, JSON: raw}, nil); err != nil {
		t.Fatal(err)
	}
}
