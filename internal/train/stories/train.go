package stories

import (
	"hash/fnv"

	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/train/logit"
)

// folds is how many parts stories are dealt into for cross-validation.
const folds = 5

// fold deals a story of a set into a part by its name.
func fold(set, story string) int {
	h := fnv.New32a()
	h.Write([]byte(set + "\x00" + story))
	return int(h.Sum32()>>3) % folds
}

// example is a pair of one set with its answer.
type example struct {
	set  int
	pair cluster.Pair
	yes  bool
	a, b int // folds
}

// examples compares the articles of each set.
func examples(g *cluster.Grouper, sets []*Set) []example {
	var out []example
	for k, s := range sets {
		for _, p := range g.Pairs(s.Articles) {
			x, y := s.Stories[p.A], s.Stories[p.B]
			out = append(out, example{k, p, x == y, fold(s.Name, x), fold(s.Name, y)})
		}
	}
	return out
}

// fit trains on the examples that touch neither fold a nor fold b.
func fit(all []example, a, b int, l2 float64) ([]float64, error) {
	var rows []logit.Row
	for _, e := range all {
		if e.a != a && e.a != b && e.b != a && e.b != b {
			rows = append(rows, logit.Row{X: e.pair.Features, Yes: e.yes})
		}
	}
	return logit.Fit(rows, l2)
}

// crossFit scores every example by a model that has seen neither of its two
// stories' folds.
func crossFit(all []example, l2 float64) ([]float64, error) {
	var models [folds][folds][]float64
	out := make([]float64, len(all))
	for i, e := range all {
		a, b := min(e.a, e.b), max(e.a, e.b)
		if models[a][b] == nil {
			w, err := fit(all, a, b, l2)
			if err != nil {
				return nil, err
			}
			models[a][b] = w
		}
		out[i] = logit.Score(models[a][b], e.pair.Features)
	}
	return out, nil
}
