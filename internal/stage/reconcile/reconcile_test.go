package reconcile_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/extract"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/text"
)

// coverage invents n articles of m sentences on one event; some sentences are
// told by many articles, with other figures now and then.
func coverage(n, m int) []news.Article {
	rng := rand.New(rand.NewSource(1))
	who := []string{"Mara Tellis", "Orin Vask", "Pella Groom", "Tarn Council", "Halden Water", "the harbour office"}
	did := []string{"closed the north bridge", "counted %d flooded homes", "opened %d shelters", "sent %d boats to Lower Quay", "said the dam was safe", "asked %d families to leave"}
	var out []news.Article
	for i := range n {
		var b strings.Builder
		for range m {
			s := did[rng.Intn(len(did))]
			if strings.Contains(s, "%d") {
				s = fmt.Sprintf(s, 10+rng.Intn(5)*7)
			}
			fmt.Fprintf(&b, "%s %s near mile %d of the Sorrel river on day %d.\n\n", who[rng.Intn(len(who))], s, rng.Intn(40), rng.Intn(9))
		}
		out = append(out, news.Article{
			ID: news.ArticleID(fmt.Sprintf("a-%04d", i)), Language: "en", Title: "Floods on the Sorrel", Text: strings.TrimSpace(b.String()),
			Outlet:    &news.Outlet{Name: fmt.Sprintf("Outlet %d", i%30)},
			Published: &news.Published{Time: time.Date(2031, 5, 1, 0, i, 0, 0, time.UTC), Precision: news.Minute},
		})
	}
	return out
}

func storyOf(t testing.TB, articles []news.Article) news.Story {
	s := news.Story{Languages: []string{"en"}}
	s.Readings, s.Lineage = read(t, articles)
	return s
}

func TestStoryIsTheSameEachTime(t *testing.T) {
	s := storyOf(t, coverage(8, 12))
	rec := reconcile.New(packs(t))
	first := rec.Story(s)
	for range 3 {
		if d := cmp.Diff(first, rec.Story(s)); d != "" {
			t.Fatal(d)
		}
	}
}

func TestEveryClaimIsInAFindingAndEveryReferenceResolves(t *testing.T) {
	s := reconcile.New(packs(t)).Story(storyOf(t, coverage(10, 15)))
	check(t, &s)
}

// check holds what must be so of any reconciled story.
func check(t *testing.T, s *news.Story) {
	t.Helper()
	ids := map[news.ClaimID]bool{}
	for _, c := range s.Claims {
		ids[c.ID] = true
		src := ""
		for _, r := range s.Readings {
			if r.Article.ID == c.Article {
				if src = r.Article.Text; c.Field == news.InTitle {
					src = r.Article.Title
				}
			}
		}
		if !c.Span.Valid(src) || c.Span.Of(src) != c.Text {
			t.Errorf("%s: span %v is not %q", c.ID, c.Span, c.Text)
		}
	}
	in := map[news.ClaimID]bool{}
	for _, f := range s.Findings {
		if f.Statement == "" || len(f.Claims) == 0 || f.Origins < 1 || len(f.Why) == 0 {
			t.Errorf("%s is empty: %+v", f.ID, f)
		}
		for _, c := range f.Claims {
			in[c] = true
		}
		for _, d := range f.Differences {
			if len(d.Values) < 2 || d.Explanation == "" || strings.HasPrefix(d.Explanation, "explain.") {
				t.Errorf("%s: a difference of %d values, %q", f.ID, len(d.Values), d.Explanation)
			}
		}
	}
	for _, c := range s.Claims {
		if !in[c.ID] {
			t.Errorf("%s is in no finding", c.ID)
		}
	}
	for _, e := range s.Timeline {
		for _, c := range e.Claims {
			if !ids[c] {
				t.Errorf("timeline cites %s", c)
			}
		}
	}
}

// FuzzStory puts any bytes, as two articles, through extract and reconcile.
func FuzzStory(f *testing.F) {
	f.Add("Three people died, the mayor said.", "The mayor, Ann Roe, said \"four people died\" on 3 May 2031.")
	f.Add("“Tiga orang tewas,” kata Bupati (9/6).\n\nTidak ada korban.", "Bupati membantah 3 orang tewas.")
	f.Add("\xff\xfe", strings.Repeat("a ", 300))
	ps := packs(f)
	x, err := extract.New(ps)
	if err != nil {
		f.Fatal(err)
	}
	rec := reconcile.New(ps)
	f.Fuzz(func(t *testing.T, a, b string) {
		s := news.Story{Languages: []string{"id", "en"}}
		for i, body := range []string{a, b} {
			tag := s.Languages[i]
			art := news.Article{ID: news.ArticleID("a-" + tag), Language: tag, Text: text.Plain(body), Title: text.Squash(text.Plain(body[:len(body)/2]))}
			s.Readings = append(s.Readings, x.Read(art))
		}
		got := rec.Story(s)
		check(t, &got)
	})
}

func BenchmarkStory(b *testing.B) {
	for _, n := range []int{6, 200} {
		b.Run(fmt.Sprintf("articles=%d", n), func(b *testing.B) {
			s := storyOf(b, coverage(n, 40))
			rec := reconcile.New(packs(b))
			size := 0
			for _, r := range s.Readings {
				size += len(r.Article.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				rec.Story(s)
			}
		})
	}
}
