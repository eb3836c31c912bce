package reconcile_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
)

// seeds runs the whole pipeline over the five seed texts.
func seeds(t *testing.T) news.Story {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(goldtest.Path(t, "seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		t.Skip("no seed texts beside the checkout")
	}
	var docs []news.RawDocument
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, news.RawDocument{Input: f, Body: raw, MediaType: "text/plain"})
	}
	p, err := pipeline.New(packs(t), pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	stories, err := p.Stories(context.Background(), slices.Values(docs))
	if err != nil {
		t.Fatal(err)
	}
	if len(stories) != 1 {
		t.Fatalf("%d stories, want 1", len(stories))
	}
	return stories[0]
}

func TestSeedsShowWhatANewcomerMustSee(t *testing.T) {
	s := seeds(t)
	find := func(slot string, values ...string) *news.Difference {
		for _, f := range s.Findings {
			for i, d := range f.Differences {
				if (slot == "" || d.Slot == slot) && !slices.ContainsFunc(values, func(want string) bool {
					return !slices.ContainsFunc(d.Values, func(v news.Value) bool { return strings.Contains(v.Value, want) })
				}) {
					return &f.Differences[i]
				}
			}
		}
		return nil
	}
	if d := find("", "Presiden Korea Selatan", "Kim Jong Un"); d == nil || d.Kind != news.Contradiction || d.Slot != news.SlotPerson && d.Slot != news.SlotRole {
		t.Errorf("the wrong president: %+v, want a contradiction of person or role", d)
	}
	if d := find(news.SlotQuantity, "10.000", "15.000"); d == nil || d.Kind != news.Sharpness && d.Kind != news.Scope {
		t.Errorf("the troops: %+v, want precision or scope", d)
	}
	if !joined(&s, "semangat pengorbanan diri", "roh pengorbanan swadaya") {
		t.Error("the two translations of one quotation do not meet")
	}
	for _, day := range []string{"2024-06-19", "2025-08-12", "2025-08-13", "2025-08-15"} {
		if !slices.ContainsFunc(s.Timeline, func(e news.TimelineEntry) bool { return e.Start.String()[:10] == day }) {
			t.Errorf("timeline lacks %s", day)
		}
	}
	if !slices.ContainsFunc(s.Findings, func(f news.Finding) bool {
		return f.Main && slices.Contains(f.OriginNames, "Kremlin") && slices.Contains(f.OriginNames, "KCNA")
	}) {
		t.Error("no main finding rests on the Kremlin and KCNA")
	}
}
