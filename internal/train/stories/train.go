package stories

import (
	"fmt"
	"hash/fnv"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/train/logit"
)

const (
	folds = 5   // parts that affairs are dealt into for cross-validation
	deals = 4   // times that they are dealt: where one great affair falls decides much
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
// affairs of a day would be all that the model learns. Held out means: affairs
// are dealt into folds, several times over; for each fold all articles are
// grouped by a model that has seen no pair of its stories, and only pairs and
// articles of the fold count.
func Train(g *cluster.Grouper, sets []*Set, a, b string) (Report, error) {
	compared := make([]*cluster.Comparison, len(sets))
	for i, s := range sets {
		compared[i] = g.Compare(s.Articles)
	}
	r := Report{HeldOut: make([]Figures, len(thresholds))}
	totals := make([]counts, len(thresholds))
	for deal := range deals {
		t := trial{g: g, sets: sets, compared: compared, languages: [2]string{a, b}, deal: deal}
		models, err := t.models()
		if err != nil {
			return Report{}, fmt.Errorf("train stories %s-%s: %w", a, b, err)
		}
		for i, threshold := range thresholds {
			t.heldOut(models, threshold, &totals[i])
		}
		r.Model = models[folds]
	}
	for i := range totals {
		r.HeldOut[i] = totals[i].figures()
	}
	r.Best = strictest(r.HeldOut)
	r.Model.Threshold = thresholds[r.Best]
	for _, s := range sets {
		r.Model.Articles += float64(len(s.Articles)) / float64(len(sets))
	}
	return r, nil
}

// trial is one way to deal the affairs of the sets into folds.
type trial struct {
	g         *cluster.Grouper
	sets      []*Set
	compared  []*cluster.Comparison
	languages [2]string
	deal      int
}

// models returns for each fold a model trained without it, and last one trained
// on everything.
func (t *trial) models() ([]cluster.Model, error) {
	all := t.examples()
	var out []cluster.Model
	for k := range folds + 1 {
		w, err := fit(all, k, t.languages[0] == t.languages[1])
		if err != nil {
			return nil, err
		}
		out = append(out, cluster.Model{Weights: w})
	}
	return out, nil
}

// heldOut adds to c how each fold is grouped at a threshold by its model.
func (t *trial) heldOut(models []cluster.Model, threshold float64, c *counts) {
	for k, m := range models[:folds] {
		m.Threshold = threshold
		g := t.g.With(t.languages[0], t.languages[1], m)
		for i, s := range t.sets {
			c.add(s.Stories, t.compared[i].Group(g), func(story string) bool { return s.fold(story, t.deal) == k })
		}
	}
}

// slack is how much of the best sum of F1 a stricter threshold may cost: a
// false join is worse than a missed one.
const slack = 0.005

// strictest returns the last threshold that does about as well as the best,
// each judged together with its neighbours, which count half: one great story
// that just comes together or just does not makes single figures jump.
func strictest(figures []Figures) int {
	sum := func(i int) float64 {
		f := figures[max(0, min(i, len(figures)-1))]
		return f.PairF + f.CubeF
	}
	best, at := 0.0, 0
	around := make([]float64, len(figures))
	for i := range figures {
		around[i] = (sum(i-1) + 2*sum(i) + sum(i+1)) / 4
		best = max(best, around[i])
	}
	for i := range figures {
		if around[i] >= best-slack {
			at = i
		}
	}
	return at
}

// fold deals a story of a set into a part by the name of its thread: an affair
// is seen whole or not at all.
func (s *Set) fold(story string, deal int) int {
	h := fnv.New32a()
	h.Write([]byte(strconv.Itoa(deal) + s.Name + "\x00" + s.Threads[story]))
	return int(h.Sum32()>>3) % folds
}

// example is a compared pair with its answer.
type example struct {
	logit.Row
	a, b int // folds of its stories
}

// examples are the compared pairs of the languages.
func (t *trial) examples() []example {
	var out []example
	for i, s := range t.sets {
		size := map[string]int{}
		for _, x := range s.Stories {
			size[x]++
		}
		for _, p := range t.compared[i].Pairs() {
			if p.Languages != t.languages {
				continue
			}
			x, y := s.Stories[p.A], s.Stories[p.B]
			w := 1 / float64(max(1, size[x]-1, size[y]-1))
			out = append(out, example{logit.Row{X: p.Features, Yes: x == y, Weight: w}, s.fold(x, t.deal), s.fold(y, t.deal)})
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
