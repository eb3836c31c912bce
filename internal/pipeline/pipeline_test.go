package pipeline_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/text"
)

func newPipeline(t testing.TB, opt pipeline.Options) *pipeline.Pipeline {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(packs, opt)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// coverage is invented: four articles of a flood, one of them in English, and
// one of a market.
func coverage(t testing.TB) []news.RawDocument {
	t.Helper()
	f, err := os.Open("testdata/coverage.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []news.RawDocument
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var r struct{ ID, Outlet, URL, Title, Published, Text string }
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, news.RawDocument{
			Input: "coverage.jsonl", Ref: r.ID, URL: r.URL, Outlet: r.Outlet, Title: r.Title, Published: r.Published,
			MediaType: "text/plain", Body: []byte(r.Text),
		})
	}
	return out
}

func stories(t testing.TB, p *pipeline.Pipeline, docs []news.RawDocument) []news.Story {
	t.Helper()
	out, err := p.Stories(context.Background(), slices.Values(docs))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheSameDossierWhateverTheOrderAndTheWorkers(t *testing.T) {
	docs := coverage(t)
	want := stories(t, newPipeline(t, pipeline.Options{Workers: 1}), docs)
	for seed := range uint64(4) {
		shuffled := slices.Clone(docs)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(docs), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := stories(t, newPipeline(t, pipeline.Options{Workers: int(seed%3) + 1}), shuffled)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: the dossier depends on order or workers (-want +got):\n%s", seed, diff)
		}
	}
}

func TestTheFloodIsOneStoryAndTheMarketAnother(t *testing.T) {
	got := map[string]string{}
	for _, s := range stories(t, newPipeline(t, pipeline.Options{}), coverage(t)) {
		for _, r := range s.Readings {
			got[r.Article.Ref] = string(s.ID)
		}
	}
	if len(got) != 5 {
		t.Fatalf("%d articles placed, want 5", len(got))
	}
	if got["T1"] != got["T2"] || got["T1"] != got["T3"] {
		t.Errorf("the Indonesian articles of the flood are apart: %v", got)
	}
	if got["T5"] == got["T1"] {
		t.Errorf("the market joined the flood: %v", got)
	}
}

func TestEverySpanIsTheTextThatItSays(t *testing.T) {
	for _, s := range stories(t, newPipeline(t, pipeline.Options{}), coverage(t)) {
		checkStory(t, s)
	}
}

// checkStory holds the invariants of a story: spans on rune borders inside
// their text, evidence that resolves, citations that exist.
func checkStory(t *testing.T, s news.Story) {
	t.Helper()
	articles := map[news.ArticleID]news.Article{}
	for _, r := range s.Readings {
		articles[r.Article.ID] = r.Article
		for _, sp := range spans(r) {
			if !sp.Valid(r.Article.Text) {
				t.Errorf("%s: span %v outside the text or inside a rune", r.Article.Input, sp)
			}
		}
	}
	ids := map[news.ClaimID]bool{}
	for _, c := range s.Claims {
		ids[c.ID] = true
		src := articles[c.Article].Text
		if c.Field == news.InTitle {
			src = articles[c.Article].Title
		}
		if !c.Span.Valid(src) || c.Span.Of(src) != c.Text {
			t.Errorf("claim %s: span %v is not its text %q", c.ID, c.Span, c.Text)
		}
	}
	for _, b := range s.Brief {
		if len(b.Citations) == 0 {
			t.Errorf("no passage under %q", b.Text)
		}
		for _, c := range b.Citations {
			if !ids[c] {
				t.Errorf("%q cites %s, which is not there", b.Text, c)
			}
		}
	}
	for _, l := range s.Lineage {
		for _, p := range l.Passages {
			if !p.From.Valid(articles[l.From].Text) || !p.To.Valid(articles[l.To].Text) {
				t.Errorf("link %s to %s: passage %v outside its text", l.From, l.To, p)
			}
		}
	}
}

func spans(r news.Reading) []text.Span {
	var out []text.Span
	for _, q := range r.Quotes {
		out = append(out, q.Span, q.CueSpan)
	}
	for _, q := range r.Quantities {
		if !q.Title {
			out = append(out, q.Span)
		}
	}
	for _, x := range r.Times {
		if !x.Title {
			out = append(out, x.Span)
		}
	}
	for _, m := range r.Mentions {
		if !m.Title {
			out = append(out, m.Span)
		}
	}
	for _, x := range r.Sources {
		out = append(out, x.Spans...)
	}
	return out
}

func TestACancelledRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	docs := func(yield func(news.RawDocument) bool) {
		for i := 0; ; i++ {
			if i == 20 {
				cancel()
			}
			if !yield(news.RawDocument{Input: "x", MediaType: "text/plain", Body: []byte("Hujan turun di Lembur pada Kamis pagi.")}) {
				return
			}
		}
	}
	if _, err := newPipeline(t, pipeline.Options{}).Stories(ctx, iter.Seq[news.RawDocument](docs)); !errors.Is(err, context.Canceled) {
		t.Errorf("Stories returned %v, want context.Canceled", err)
	}
}

// FuzzPipeline gives any bytes as the text of two articles, as plain text and
// as HTML: nothing may panic and every span must hold.
func FuzzPipeline(f *testing.F) {
	for _, d := range coverage(f) {
		f.Add(d.Body, d.Title, d.Published)
	}
	f.Add([]byte("“Belum,” kata\xff dia. \x1b[31m <script>alert(1)</script>\n\n\n…”"), "\u202ejudul", "31/02/2031")
	p := newPipeline(f, pipeline.Options{})
	f.Fuzz(func(t *testing.T, body []byte, title, published string) {
		docs := []news.RawDocument{
			{Input: "a.txt", MediaType: "text/plain", Body: body, Title: title, Published: published},
			{Input: "b.html", MediaType: "text/html", Body: append([]byte("<article><p>Banjir menerjang Desa Sukamerah, Rabu malam.</p><p>"), body...)},
			{Input: "c.txt", MediaType: "text/plain", Body: bytes.ToUpper(body), Title: title, Published: published},
		}
		for _, s := range stories(t, p, docs) {
			checkStory(t, s)
		}
	})
}
