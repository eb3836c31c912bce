package dossier_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/stage/ingest"
)

const schemas = "../../docs/schema"

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join(schemas, name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate checks v, as JSON, against a published schema.
func validate(t *testing.T, name string, v any) error {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	return schema(t, name).Validate(doc)
}

func TestTheFixtureIsWhatTheSchemasPublish(t *testing.T) {
	d := facetest.Dossier()
	article := d.Stories[0].Articles[0]
	article.Schema = dossier.ArticleSchema
	comparison, err := query.Compare(&d.Stories[0], "a-nusa", "a-pesisir")
	if err != nil {
		t.Fatal(err)
	}
	d.Stories = append(d.Stories, facetest.Revised().Stories...)
	for name, v := range map[string]any{"dossier": d, "article": article, "comparison": comparison} {
		if err := validate(t, name, v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, id := range []string{"1/b1", "1/f2", "f3.d1", "c4", "1/s1", "e1", "a-kota", "s-7be0"} {
		e, err := query.Explain(d, id)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, "explanation", e); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestTheSchemaRefusesWhatTheContractForbids(t *testing.T) {
	for name, spoil := range map[string]func(*dossier.Story){
		"a sentence without a citation": func(s *dossier.Story) { s.Brief[0].Citations = []string{} },
		"an unknown status":             func(s *dossier.Story) { s.Findings[0].Status = "true" },
		"an unknown kind":               func(s *dossier.Story) { s.Findings[1].Differences[0].Kind = "lie" },
		"a difference with one side":    func(s *dossier.Story) { s.Findings[1].Differences[0].Values = s.Findings[1].Differences[0].Values[:1] },
		"a negative span":               func(s *dossier.Story) { s.Claims[0].Span[0] = -1 },
		"null for an empty list":        func(s *dossier.Story) { s.Timeline = nil },
		"a time that is none":           func(s *dossier.Story) { s.Timeline[0].Start = "kemarin" },
		"a share above one":             func(s *dossier.Story) { s.Lineage[0].Share = 62 },
		"an unknown state":              func(s *dossier.Story) { s.Coverage[0].Articles["a-nusa"] = "ignores" },
	} {
		s := facetest.Fire()
		spoil(&s)
		if validate(t, "dossier", dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{s}}) == nil {
			t.Errorf("%s passes", name)
		}
	}
}

// run writes dossiers of inputs as the command does.
func run(t *testing.T, inputs ...string) (dossier.Dossier, dossier.Stories) {
	t.Helper()
	p, err := pipeline.New(facetest.Packs(t), pipeline.Options{Problem: func(err error) { t.Log(err) }})
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	read := func() []news.RawDocument {
		return slices.Collect(ingest.Read(ctx, inputs, ingest.Options{Problem: func(err error) { t.Error(err) }}))
	}
	stories, err := p.Stories(ctx, slices.Values(read()))
	if err != nil {
		t.Fatal(err)
	}
	return dossier.FromStories(stories), dossier.FromStoryList(stories)
}

func TestRealOutputIsWhatTheSchemasPublish(t *testing.T) {
	d, list := run(t, "../pipeline/testdata/coverage.jsonl")
	if len(d.Stories) == 0 {
		t.Fatal("no stories")
	}
	if err := validate(t, "dossier", d); err != nil {
		t.Error(err)
	}
	if err := validate(t, "stories", list); err != nil {
		t.Error(err)
	}
	article := d.Stories[0].Articles[0]
	article.Schema = dossier.ArticleSchema
	if err := validate(t, "article", article); err != nil {
		t.Error(err)
	}
}

func TestTheSeedsDossierIsWhatTheSchemaPublishes(t *testing.T) {
	d, _ := run(t, goldtest.Path(t, "seeds"))
	if err := validate(t, "dossier", d); err != nil {
		t.Error(err)
	}
}

// TestTheSchemasNameTheFieldsOfTheTypes holds both together: a field added to a
// type is missing in its schema, and the other way round.
func TestTheSchemasNameTheFieldsOfTheTypes(t *testing.T) {
	types := map[string][]any{
		"dossier": {
			dossier.Dossier{}, dossier.Story{}, dossier.Article{}, dossier.Outlet{}, dossier.Published{}, dossier.Removed{}, dossier.Quote{},
			dossier.Quantity{}, dossier.Time{}, dossier.ArticleSource{}, dossier.Entity{}, dossier.Source{}, dossier.Link{}, dossier.Passage{},
			dossier.Attribution{}, dossier.Claim{}, dossier.ClaimQuantity{}, dossier.ClaimTime{}, dossier.Value{}, dossier.Difference{},
			dossier.Reason{}, dossier.Finding{}, dossier.TimelineEntry{}, dossier.Coverage{}, dossier.Sentence{},
			dossier.Revision{}, dossier.Change{}, dossier.Notice{}, dossier.Withdrawal{}, dossier.FindingNote{}, dossier.StoryNote{},
		},
		"article": {dossier.Article{}, dossier.Outlet{}, dossier.Published{}, dossier.Removed{}, dossier.Quote{}, dossier.Quantity{}, dossier.Time{}, dossier.ArticleSource{},
			dossier.Revision{}, dossier.Change{}, dossier.Notice{}, dossier.Withdrawal{}},
		"stories":     {dossier.Stories{}, dossier.StoryList{}, dossier.ArticleRef{}},
		"explanation": {query.Explanation{}, query.Evidence{}, query.Extract{}, query.Head{}},
		"comparison":  {query.Comparison{}, query.Shared{}, query.PassageMatch{}, query.Extract{}, query.Head{}},
	}
	rename := map[string]string{"storyList": "story", "passageMatch": "match"}
	for name, list := range types {
		doc := readSchema(t, name)
		for _, v := range list {
			def := strings.ToLower(reflect.TypeOf(v).Name()[:1]) + reflect.TypeOf(v).Name()[1:]
			if r, ok := rename[def]; ok {
				def = r
			}
			if diff := cmp.Diff(fields(v), doc.properties(def)); diff != "" {
				t.Errorf("%s, %s (-type +schema):\n%s", name, def, diff)
			}
		}
	}
}

type object struct {
	Description string                     `json:"description"`
	Properties  map[string]json.RawMessage `json:"properties"`
	Defs        map[string]object          `json:"$defs"`
}

func readSchema(t *testing.T, name string) object {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(schemas, name+".schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var o object
	if err := json.Unmarshal(raw, &o); err != nil {
		t.Fatal(err)
	}
	return o
}

// properties names those of a definition, or of the document itself.
func (o object) properties(def string) []string {
	props := o.Properties
	if d, ok := o.Defs[def]; ok {
		props = d.Properties
	}
	var out []string
	for k := range props {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func fields(v any) []string {
	var out []string
	for _, f := range reflect.VisibleFields(reflect.TypeOf(v)) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}
