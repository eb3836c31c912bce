package eval

import (
	"maps"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// Partition is a partition.json: the story and thread of each article.
type Partition struct {
	Articles map[string]struct {
		Story  string `json:"story"`
		Thread string `json:"thread"`
	} `json:"articles"`
}

// Stories scores a grouping against a partition: pairs of articles in one
// story, and B-cubed (Bagga and Baldwin 1998) for stories and threads.
func (t *Tally) Stories(gold *Partition, found *dossier.Stories) {
	home := map[string]string{}
	for _, s := range found.Stories {
		for _, a := range s.Articles {
			if a.Ref != nil {
				home[*a.Ref] = s.ID
			}
		}
	}
	story, thread := map[string]string{}, map[string]string{}
	for id, g := range gold.Articles {
		story[id], thread[id] = g.Story, g.Thread
		if home[id] == "" {
			home[id] = "missing:" + id
		}
		t.ratio("placed", home[id] != "missing:"+id)
	}
	t.pairsOf(story, home)
	t.bcubed("bcubed_story", story, home)
	t.bcubed("bcubed_thread", thread, home)
}

func (t *Tally) pairsOf(gold, found map[string]string) {
	ids := slices.Sorted(maps.Keys(gold))
	right, pred, want := 0, 0, 0
	for i, a := range ids {
		for _, b := range ids[:i] {
			g, p := gold[a] == gold[b], found[a] == found[b]
			right, pred, want = right+one(g && p), pred+one(p), want+one(g)
			if g != p {
				verdict := "wrongly joined"
				if g {
					verdict = "not joined"
				}
				t.miss("pairs_story", gold[a], "%s %s %s", verdict, b, a)
			}
		}
	}
	t.pairs("pairs_story", right, pred, right, want)
}

func (t *Tally) bcubed(metric string, gold, found map[string]string) {
	g, p := members(gold), members(found)
	for _, id := range slices.Sorted(maps.Keys(gold)) {
		same, both := 0, g[gold[id]]
		for other := range p[found[id]] {
			same += one(both[other])
		}
		size := 0
		for other := range p[found[id]] {
			if _, labelled := gold[other]; labelled {
				size++
			}
		}
		t.average(metric, float64(same)/float64(size), float64(same)/float64(len(both)))
	}
}

func members(home map[string]string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for id, s := range home {
		if out[s] == nil {
			out[s] = map[string]bool{}
		}
		out[s][id] = true
	}
	return out
}
