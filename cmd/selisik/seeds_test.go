package main

import (
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
)

// TestSeedsLoseTheirJunkAndNothingElse: bare texts as they were copied from the
// web, with image addresses, slugs, promo lines and comment forms in them.
func TestSeedsLoseTheirJunkAndNothingElse(t *testing.T) {
	labels := goldtest.Path(t, "gold/dossiers")
	tally := measure(t, labels, "seeds")
	figures := tally.Figures()
	for _, metric := range []string{"junk_removed", "text_kept", "one_story", "evidence_resolves", "brief_cited", "brief_numbers_grounded"} {
		if f := figures[metric]; f.Gold == 0 || f.P != 1 {
			t.Errorf("%s: %d of %d", metric, f.Right, f.Gold)
		}
	}
	for _, miss := range tally.Misses {
		if miss.Metric == "junk_removed" || miss.Metric == "text_kept" {
			t.Logf("%s: %s", miss.Metric, miss.What)
		}
	}
}
