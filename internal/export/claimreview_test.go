package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

func draftsOf(t *testing.T, d dossier.Dossier) []map[string]any {
	t.Helper()
	var out struct {
		Context string           `json:"@context"`
		Graph   []map[string]any `json:"@graph"`
	}
	if err := json.Unmarshal(write(t, "claimreview", input(t, d)), &out); err != nil {
		t.Fatal(err)
	}
	if out.Context != "https://schema.org" || out.Graph == nil {
		t.Fatalf("context %q, graph %v", out.Context, out.Graph)
	}
	return out.Graph
}

func TestDraftsRateNothingAndSaySo(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		for _, r := range draftsOf(t, d) {
			if r["@type"] != "ClaimReview" || r["creativeWorkStatus"] != "Draft" || r["claimReviewed"] == "" {
				t.Errorf("%s: %v", name, r)
			}
			for _, k := range []string{"author", "datePublished", "url", "reviewRating"} {
				if v, there := r[k]; v != nil || !there {
					t.Errorf("%s: %s is %v, which only a reviewer can say", name, k, v)
				}
			}
			if title, _ := r["name"].(string); !strings.HasPrefix(title, "DRA") {
				t.Errorf("%s: the name %q does not say that it is a draft", name, title)
			}
			item := r["itemReviewed"].(map[string]any)
			if item["@type"] != "Claim" || len(item["appearance"].([]any)) == 0 {
				t.Errorf("%s: item %v appears nowhere", name, item)
			}
		}
	}
}

func TestOnlyWhatIsContradictedIsDrafted(t *testing.T) {
	t.Parallel()
	d := facetest.Dossier()
	want := 0
	for _, s := range d.Stories {
		for _, f := range s.Findings {
			sides := 0
			for _, x := range f.Differences {
				if x.Disputes() {
					sides += len(x.Values)
				}
			}
			if want += sides; sides == 0 && f.Status == "disputed" {
				want++
			}
		}
	}
	got := draftsOf(t, d)
	if len(got) != want || want == 0 {
		t.Errorf("%d drafts, want %d", len(got), want)
	}
	if n := len(draftsOf(t, facetest.Revised())); n != 0 {
		t.Errorf("%d drafts of a story on which all agree", n)
	}
}

func TestANameInTwoSpellingsIsNotDrafted(t *testing.T) {
	t.Parallel()
	d := facetest.Dossier()
	before := len(draftsOf(t, d))
	f := &d.Stories[0].Findings[2]
	f.Differences[0].Spelling = true
	if got := len(draftsOf(t, d)); got != before-len(f.Differences[0].Values) {
		t.Errorf("%d drafts, %d before", got, before)
	}
}

func TestADraftNamesWhoSaidItWhereAndWhatOthersSay(t *testing.T) {
	t.Parallel()
	d := facetest.Dossier()
	var cause map[string]any
	for _, r := range draftsOf(t, d) {
		if strings.Contains(r["claimReviewed"].(string), "korsleting") {
			cause = r
		}
	}
	if cause == nil {
		t.Fatal("no draft of the cause")
	}
	item := cause["itemReviewed"].(map[string]any)
	if diff := cmp.Diff([]any{map[string]any{"@type": "Person", "name": "Darma Setiaji"}}, item["author"]); diff != "" {
		t.Error(diff)
	}
	at := item["appearance"].([]any)[0].(map[string]any)
	if at["@type"] != "NewsArticle" || at["publisher"].(map[string]any)["name"] != "Kantor Berita Nusa" || at["text"] == "" {
		t.Errorf("appearance %v", at)
	}
	if others := cause["citation"].([]any); len(others) != 1 || !strings.Contains(others[0].(map[string]any)["text"].(string), "kompor") {
		t.Errorf("others %v", others)
	}
}
