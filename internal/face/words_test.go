package face_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

// sets are the closed sets of values that faces put into words.
var sets = map[string][]string{
	"status":    {"corroborated", "single-origin", "single-article", "disputed"},
	"kind":      {"contradiction", "update", "precision", "scope", query.Spelling},
	"kind.help": {"contradiction", "update", "precision", "scope", query.Spelling},
	"slot":      {"quantity", "time", "place", "person", "role", "organisation", "cause", "polarity", "attribution", "wording"},
	"copy":      {"verbatim", "rewrite", "same-release", "translation", "cites"},
	"copykind":  {"verbatim", "rewrite", "same-release", "translation", "cites"},
	"state":     {"states", "differs", "omits"},
	"reason":    {"advert", "promo", "related", "credit", "caption", "markup", "share", "form"},
	"basis":     {"metadata", "dateline", "text"},
	"source":    {"agency", "outlet", "official", "institution", "person", "document", "social", "witness"},
	"entity":    {"person", "organisation", "place", "other"},
	"polarity":  {"denied"},
	"modality":  {"planned", "possible"},
	"id":        {"story", "article", "claim", "finding", "source", "entity", "difference", "sentence", "value"},
	"note":      {"changed", "corrected", "withdrawn", "copied-from-changed", "copied-from-withdrawn", "story.vanished", "story.withdrawn"},
	"notice":    {"correction", "update", "retraction"},
	"in":        {},
	"health":    {"fine", "new", "paused", "slow", "quiet", "moved", "resting", "clock", "damaged", "fails"},
	"failure":   {"status", "wall", "robots", "not-feed", "broken", "dns", "tls", "timeout", "connect", "large", "redirects", "refused", "other"},
	"zone":      {"+07:00", "+08:00", "+09:00"},
}

// asked finds the keys that the faces ask for: in Go and in templates.
func asked(t *testing.T) map[string]bool {
	t.Helper()
	keys := map[string]bool{"months": true, "in-text": true, "in-title": true}
	call := regexp.MustCompile(`(?:\.|\b)(?:Say|Count|section|field|list|part|items)\(?\s*"([a-z][a-z.-]*)"`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".tmpl") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, m := range call.FindAllStringSubmatch(string(raw), -1) {
			if !strings.HasSuffix(m[1], ".") && !strings.HasSuffix(m[1], "-") {
				keys[m[1]] = true
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for set, values := range sets {
		for _, v := range values {
			keys[set+"."+v] = true
		}
	}
	for articles := 1; articles <= 2; articles++ {
		for _, s := range query.NewPage(&dossier.Story{Articles: make([]dossier.Article, articles)}).Sections() {
			keys[s.Key] = true
		}
	}
	return keys
}

func TestPacksHaveEveryPhraseOfTheFacesAndNoOther(t *testing.T) {
	keys := asked(t)
	packs := facetest.Packs(t)
	for _, tag := range []string{"id", "en"} {
		have := packs.For(tag).Map("phrases")
		for k := range keys {
			if _, ok := have["face."+k]; !ok {
				t.Errorf("%s: no phrase face.%s", tag, k)
			}
		}
		for k := range have {
			name, ours := strings.CutPrefix(k, "face.")
			if ours && !keys[name] && !keys[strings.TrimSuffix(name, ".one")] {
				t.Errorf("%s: nothing asks for %s", tag, k)
			}
		}
	}
}

func words(t *testing.T, tag string) *face.Words {
	t.Helper()
	return face.NewWords(facetest.Packs(t).For(tag))
}

func TestDatesAreWrittenForReaders(t *testing.T) {
	id, en := words(t, "id"), words(t, "en")
	for _, c := range []struct{ got, want string }{
		{id.Date("2025-08-13T08:01:00+07:00"), "13 Agu 2025, 08.01 WIB"},
		{id.Date("2025-08-13T08:01:00Z"), "13 Agu 2025, 08.01 UTC"},
		{id.Date("2025-08-13T08:01:00-04:00"), "13 Agu 2025, 08.01 UTC-4"},
		{id.Date("2025-08-13T08:01:00+05:30"), "13 Agu 2025, 08.01 UTC+5:30"},
		{en.Date("2025-08-13T08:01:00+07:00"), "13 Aug 2025, 08:01 UTC+7"},
		{en.Date("2025-08-13"), "13 Aug 2025"},
		{en.Date("soon\x1b"), "soon"},
		{id.Span("2025-08-13", "2025-08-13"), "13 Agu 2025"},
		{id.Span("2025-08-13", "2025-08-15"), "13–15 Agu 2025"},
		{id.Span("2025-08-30", "2025-09-02"), "30 Agu – 2 Sep 2025"},
		{id.Span("2024-12-30", "2025-01-02"), "30 Des 2024 – 2 Jan 2025"},
		{id.Span("2025-01-01", "2025-12-31"), "2025"},
		{id.Span("2025-02-01", "2025-02-28"), "Feb 2025"},
		{id.Span("2022-01-01", "2023-12-31"), "2022–2023"},
		{id.Span("2025-08-13T08:00:00+07:00", "2025-08-13T09:00:00+07:00"), "13 Agu 2025, 08.00–09.00 WIB"},
		{id.Span("2025-08-13T23:00:00+07:00", "2025-08-14T01:00:00+07:00"), "13 Agu 2025, 23.00 WIB – 14 Agu 2025, 01.00 WIB"},
		{id.DayOf("2025-08-13T08:01:00+07:00"), "13 Agu 2025"},
		{id.Published(nil), "tanpa tanggal"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestNumbersFollowTheLanguage(t *testing.T) {
	id, en := words(t, "id"), words(t, "en")
	got := []string{id.Int(1234567), en.Int(1234567), en.Int(-1234), id.Int(12), en.Percent(0.625), id.Percent(1), en.Count("articles", 1), id.Count("articles", 1200)}
	want := []string{"1.234.567", "1,234,567", "-1,234", "12", "63%", "100 %", "1 article", "1.200 artikel"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTheLanguageIsThatAskedForElseTheStorysElseEnglish(t *testing.T) {
	packs := facetest.Packs(t)
	for _, c := range []struct {
		tag   string
		story []string
		want  string
	}{
		{"en", []string{"id"}, "en"}, {"", []string{"id", "en"}, "id"}, {"", []string{"ms", "en"}, "en"}, {"", []string{"ja"}, "en"}, {"xx", nil, "en"},
	} {
		if got := face.For(packs, c.tag, &dossier.Story{Languages: c.story}).Tag; got != c.want {
			t.Errorf("%q %v: %s, want %s", c.tag, c.story, got, c.want)
		}
	}
}
