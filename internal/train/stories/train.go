package stories

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/train/logit"
)

const (
	folds = 5   // parts that stories are dealt into for cross-validation
	l2    = 1.0 // penalty of squared weights

	// maxSlots bounds the weight of the feature slots from above: a day's
	// labels hold too few routine texts (weather, prices, previews that differ
	// in a name) to learn it, and they are what welds stories otherwise.
	maxSlots = -6
)

// thresholds are tried, from the most joining to the least.
var thresholds = []float64{-3, -2.5, -2.25, -2, -1.75, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 1}

// Report is a trained model and how it did on stories that it had not seen.
type Report struct {
	Model   cluster.Model
	HeldOut []Figures // by threshold, in the order of Thresholds
	Best    int
}

// Thresholds returns the thresholds that Train tries.
func Thresholds() []float64 { return thresholds }

// Train fits the model of pairs of languages a and b on the sets and chooses
// its threshold: the strictest whose held-out grouping has nearly the highest
// sum of the F1 of pairs and of articles. The same sets give the same model.
//
// A pair of a story with n members weighs 1/(n-1): otherwise the two great
// affairs of a day would be all that the model learns. Held out means: stories
// are dealt into folds; for each fold all articles are grouped by a model that
// has seen no pair of its stories, and only pairs and articles of the fold
// count.
func Train(g *cluster.Grouper, sets []*Set, a, b string) (Report, error) {
	compared := make([]*cluster.Comparison, len(sets))
	for i, s := range sets {
		compared[i] = g.Compare(s.Articles)
	}
	all := examples(compared, sets, [2]string{a, b})
	var models []cluster.Model
	for k := range folds + 1 { // the last one leaves nothing out
		w, err := fit(all, k, a == b)
		if err != nil {
			return Report{}, fmt.Errorf("train stories %s-%s: %w", a, b, err)
		}
		models = append(models, cluster.Model{Weights: w})
	}
	var r Report
	for _, t := range thresholds {
		var c counts
		for k := range folds {
			m := models[k]
			m.Threshold = t
			with := g.With(a, b, m)
			for i, s := range sets {
				c.add(s.Stories, compared[i].Group(with), func(story string) bool { return fold(s.Name, story) == k })
			}
		}
		r.HeldOut = append(r.HeldOut, c.figures())
	}
	r.Best = strictest(r.HeldOut)
	r.Model = models[folds]
	r.Model.Threshold = thresholds[r.Best]
	for _, s := range sets {
		r.Model.Articles += float64(len(s.Articles)) / float64(len(sets))
	}
	return r, nil
}

// slack is how much of the best sum of F1 a stricter threshold may cost: a
// false join is worse than a missed one.
const slack = 0.02

// strictest returns the last threshold that does about as well as the best,
// each judged together with its neighbours: one great story that just comes
// together or just does not makes single figures jump.
func strictest(figures []Figures) int {
	sum := func(i int) float64 {
		f := figures[max(0, min(i, len(figures)-1))]
		return f.PairF + f.CubeF
	}
	best, at := 0.0, 0
	around := make([]float64, len(figures))
	for i := range figures {
		around[i] = (sum(i-1) + sum(i) + sum(i+1)) / 3
		best = max(best, around[i])
	}
	for i := range figures {
		if around[i] >= best-slack {
			at = i
		}
	}
	return at
}

// fold deals a story of a set into a part by its name.
func fold(set, story string) int {
	h := fnv.New32a()
	h.Write([]byte(set + "\x00" + story))
	return int(h.Sum32()>>3) % folds
}

// example is a compared pair with its answer.
type example struct {
	logit.Row
	a, b int // folds of its stories
}

// examples compares the articles of each set, and keeps pairs of the languages.
func examples(compared []*cluster.Comparison, sets []*Set, languages [2]string) []example {
	var out []example
	for i, s := range sets {
		size := map[string]int{}
		for _, x := range s.Stories {
			size[x]++
		}
		for _, p := range compared[i].Pairs() {
			if p.Languages != languages {
				continue
			}
			x, y := s.Stories[p.A], s.Stories[p.B]
			w := 1 / float64(max(1, size[x]-1, size[y]-1))
			out = append(out, example{logit.Row{X: p.Features, Yes: x == y, Weight: w}, fold(s.Name, x), fold(s.Name, y)})
		}
	}
	return out
}

// fit trains on the examples that do not touch a fold; slots says whether the
// weight of slots is bounded, which makes sense within one language only.
func fit(all []example, without int, slots bool) ([]float64, error) {
	var rows []logit.Row
	for _, e := range all {
		if e.a != without && e.b != without {
			rows = append(rows, e.Row)
		}
	}
	w, err := logit.Fit(rows, l2)
	if err != nil {
		return nil, err
	}
	if i := slices.Index(cluster.FeatureNames(), "slots"); slots {
		w[i] = min(w[i], maxSlots)
	}
	return w, nil
}

// part is a model to train: its languages and the set it is trained on.
type part struct{ a, b, set string }

// parts are in the order in which they build on each other: pairs of two
// languages are judged among pairs of one.
var parts = []part{{"id", "id", "stories-id"}, {"en", "en", "stories-en"}, {"en", "id", "stories-xl"}}

// File is a trained model as it goes into the packs.
type File struct {
	Name   string // below the packs' folder: "id/models/stories.tsv"
	Raw    []byte
	Report Report
}

// TrainAll trains the models of all sets in dir (the folder gold), each on top
// of those before it.
func TrainAll(packs *lang.Packs, dir string) ([]File, error) {
	g := cluster.New(packs)
	var out []File
	for _, p := range parts {
		s, err := Load(packs, filepath.Join(dir, p.set))
		if err != nil {
			return nil, err
		}
		r, err := Train(g, []*Set{s}, p.a, p.b)
		if err != nil {
			return nil, err
		}
		g = g.With(p.a, p.b, r.Model)
		name := p.b + "/models/" + cluster.ModelName("")
		if p.a != p.b {
			name = p.b + "/models/" + cluster.ModelName(p.a)
		}
		out = append(out, File{name, []byte(r.card(p.set) + r.Model.Format()), r})
	}
	return out, nil
}

// card is the head of a model file.
func (r *Report) card(set string) string {
	f := r.HeldOut[r.Best]
	return fmt.Sprintf("# Log-odds that two articles tell one event. Trained by selisik train stories on gold/%s (labels only).\n"+
		"# Stories held out: pairs P %.2f R %.2f F1 %.2f, B-cubed F1 %.2f.\n", set, f.PairP, f.PairR, f.PairF, f.CubeF)
}
