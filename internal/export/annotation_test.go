package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

// annotated is what the model asks of a collection, read without our types.
type annotated struct {
	Context string `json:"@context"`
	ID      string
	Type    string
	Total   *int
	First   *struct {
		ID, Type   string
		StartIndex *int
		Items      []struct {
			ID, Type, Motivation string
			Body                 []struct{ Type, Purpose, Value string }
			Target               struct {
				Type, Source string
				State        struct{ Type, Cached string }
				Selector     []map[string]any
			}
		}
	}
}

func collectionOf(t *testing.T, d dossier.Dossier) annotated {
	t.Helper()
	var out annotated
	if err := json.Unmarshal(write(t, "annotations", input(t, d)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// textsOf holds the texts of a dossier by the names that annotations give them.
func textsOf(d dossier.Dossier) map[string][]rune {
	out := map[string][]rune{}
	for _, s := range d.Stories {
		for _, a := range s.Articles {
			out["urn:selisik:"+a.ID+"/text"], out["urn:selisik:"+a.ID+"/title"] = []rune(a.Text), []rune(a.Title)
		}
	}
	return out
}

func TestAnnotationsAreWhatTheModelAsks(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		c := collectionOf(t, d)
		if c.Context != "http://www.w3.org/ns/anno.jsonld" || c.Type != "AnnotationCollection" || c.ID == "" || c.Total == nil {
			t.Errorf("%s: the collection lacks a field: %+v", name, c)
			continue
		}
		if c.First == nil {
			if *c.Total != 0 {
				t.Errorf("%s: %d annotations on no page", name, *c.Total)
			}
			continue
		}
		if c.First.Type != "AnnotationPage" || c.First.ID == "" || c.First.StartIndex == nil || len(c.First.Items) != *c.Total {
			t.Errorf("%s: the page lacks a field, or has %d items, not %d", name, len(c.First.Items), *c.Total)
		}
		seen := map[string]bool{}
		for _, a := range c.First.Items {
			if seen[a.ID] || !strings.HasPrefix(a.ID, "urn:selisik:") || a.Type != "Annotation" || a.Motivation == "" || len(a.Body) == 0 {
				t.Errorf("%s: annotation %+v", name, a)
			}
			seen[a.ID] = true
			for _, b := range a.Body {
				if b.Type != "TextualBody" || b.Purpose == "" || b.Value == "" {
					t.Errorf("%s: body of %s: %+v", name, a.ID, b)
				}
			}
			if a.Target.Source == "" || a.Target.Type != "SpecificResource" || a.Target.State.Cached == "" {
				t.Errorf("%s: target of %s: %+v", name, a.ID, a.Target)
			}
		}
	}
}

func TestBothSelectorsFindThePassage(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		c, texts := collectionOf(t, d), textsOf(d)
		if c.First == nil {
			continue
		}
		for _, a := range c.First.Items {
			whole := texts[a.Target.State.Cached]
			if len(a.Target.Selector) != 2 || whole == nil && name != "spoiled" {
				t.Fatalf("%s: %+v", name, a.Target)
			}
			position, quote := a.Target.Selector[0], a.Target.Selector[1]
			start, end := int(position["start"].(float64)), int(position["end"].(float64))
			exact, prefix, suffix := quote["exact"].(string), quote["prefix"].(string), quote["suffix"].(string)
			if got := string(whole[start:end]); got != exact || exact == "" {
				t.Errorf("%s: %s: the position has %q, the quote %q", name, a.ID, got, exact)
			}
			if !strings.HasSuffix(string(whole[:start]), prefix) || !strings.HasPrefix(string(whole[end:]), suffix) {
				t.Errorf("%s: %s: %q and %q do not stand around %q", name, a.ID, prefix, suffix, exact)
			}
		}
	}
}

func TestAnAnnotationTargetsThePageOrElseTheArticle(t *testing.T) {
	t.Parallel()
	d := facetest.Dossier()
	d.Stories = d.Stories[1:]
	d.Stories[0].Articles[1].URL = nil
	sources := map[string]bool{}
	for _, a := range collectionOf(t, d).First.Items {
		sources[a.Target.Source] = true
	}
	if !sources["https://kabarpesisir.example/gempa"] || !sources["urn:selisik:a-g2"] || len(sources) != 2 {
		t.Errorf("got %v", sources)
	}
}
