package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
)

// ends names the two ends of each relation and of what kind each is, as the
// PROV-JSON submission has them.
var ends = map[string][2][2]string{
	"wasGeneratedBy":    {{"prov:entity", "entity"}, {"prov:activity", "activity"}},
	"wasDerivedFrom":    {{"prov:generatedEntity", "entity"}, {"prov:usedEntity", "entity"}},
	"wasAttributedTo":   {{"prov:entity", "entity"}, {"prov:agent", "agent"}},
	"wasAssociatedWith": {{"prov:activity", "activity"}, {"prov:agent", "agent"}},
	"wasInfluencedBy":   {{"prov:influencee", "entity"}, {"prov:influencer", "entity"}},
}

type provenanceDoc map[string]map[string]json.RawMessage

func provenanceOf(t *testing.T, d dossier.Dossier) provenanceDoc {
	t.Helper()
	var out provenanceDoc
	if err := json.Unmarshal(write(t, "prov", input(t, d)), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func (p provenanceDoc) attributes(t *testing.T, kind, id string) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(p[kind][id], &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryRelationOfProvenanceHasItsEnds(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		p := provenanceOf(t, d)
		if len(p["prefix"]) != 1 || len(p["agent"]) == 0 {
			t.Errorf("%s: no prefix or no agent", name)
		}
		for kind, things := range p {
			for id := range things {
				switch want, relation := ends[kind]; {
				case kind == "prefix":
				case kind == "entity" || kind == "activity" || kind == "agent":
					if !strings.HasPrefix(id, "selisik:") || strings.ContainsAny(id, " <>\"\x1b\x00\n") {
						t.Errorf("%s: %q is no qualified name", name, id)
					}
				case !relation:
					t.Errorf("%s: unknown relation %s", name, kind)
				default:
					p.checkEnds(t, kind, id, want)
				}
			}
		}
	}
}

func (p provenanceDoc) checkEnds(t *testing.T, kind, id string, ends [2][2]string) {
	t.Helper()
	as := p.attributes(t, kind, id)
	for _, e := range ends {
		to, _ := as[e[0]].(string)
		if p[e[1]][to] == nil {
			t.Errorf("%s %s: %s %q is no %s", kind, id, e[0], to, e[1])
		}
	}
}

func TestProvenanceLeadsFromEverySentenceToArticles(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		p := provenanceOf(t, d)
		from := map[string][]string{}
		for id := range p["wasDerivedFrom"] {
			as := p.attributes(t, "wasDerivedFrom", id)
			from[as["prov:generatedEntity"].(string)] = append(from[as["prov:generatedEntity"].(string)], as["prov:usedEntity"].(string))
		}
		n := 0
		for id := range p["entity"] {
			kind := p.attributes(t, "entity", id)["prov:type"].(map[string]any)["$"]
			n++
			if kind != "selisik:Article" && len(from[id]) == 0 {
				t.Errorf("%s: %s %s is derived from nothing", name, kind, id)
			}
		}
		want := 0
		for _, s := range d.Stories {
			want += len(s.Articles) + len(s.Claims) + len(s.Findings) + len(s.Brief)
		}
		if n != want {
			t.Errorf("%s: %d entities, want %d", name, n, want)
		}
	}
}
