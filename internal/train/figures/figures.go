// Package figures trains the scorer that tells how likely two figures of two
// articles answer one question.
//
// In go the unlabelled articles of a week and events labelled by hand; out
// comes the table of weights that the packs hold as models/figures.tsv.
//
// What makes two figures answers to one question is learnt from figures that
// agree: of two numbers of one unit in two articles on one event, the features,
// which do not see the amounts, foretell whether the amounts are equal. No label
// is needed, and a week has tens of thousands of pairs. (Distant supervision in
// the sense of Mintz et al. 2009; the agreement takes the place of their
// knowledge base.) What then tells a difference from two questions, for numbers
// that are not equal, is fitted to labelled differences: four weights.
package figures

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/stage/lineage"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/train/labels"
	"github.com/selisik/selisik/internal/train/logit"
)

// Options configures Train.
type Options struct {
	Window string      // file of unlabelled articles
	Set    eval.Set    // of labelled events
	Packs  *lang.Packs // what reads the articles
}

// What the scorer was chosen with; docs/stage/reconcile.md tells how.
const (
	penalty = 5   // on squared weights of what agreement teaches
	few     = 0.3 // on those that labels teach
	bonus   = 3.0 // log-odds that equal amounts are worth
	slip    = 2.0 // and that unequal ones have the same digits: of rivals in window-a one pair in 600 has
	ask     = 0.12
	most    = 300 // pairs of one story that teach in full
	folds   = 5
)

// Result is a trained scorer with what it reaches on stories left out.
type Result struct {
	Model    *reconcile.FigureModel
	Stories  int
	Pairs    int
	Equal    int     // of them
	AP       float64 // average precision of equal amounts foretold, in five folds of stories
	Base     float64 // that of chance
	Events   int
	Labelled int     // pairs that are labelled differences
	DifferAP float64 // average precision of those among all rivals, each event left out in its turn
}

// Train fits both parts. The same input gives the same bytes.
func Train(ctx context.Context, opt Options) (*Result, error) {
	events, err := labels.Load(ctx, opt.Packs, opt.Set)
	if err != nil {
		return nil, err
	}
	rec := reconcile.New(opt.Packs)
	stories, err := window(ctx, opt)
	if err != nil {
		return nil, err
	}
	out := &Result{Model: &reconcile.FigureModel{Bonus: bonus, Slip: slip, Ask: ask}}
	rows := make([][]logit.Row, folds)
	for i := range stories {
		own := agreements(rec, stories[i])
		rows[i%folds] = append(rows[i%folds], own...)
		if len(own) > 0 {
			out.Stories++
		}
	}
	if err := out.agree(rows); err != nil {
		return nil, err
	}
	return out, out.differ(rec, events)
}

// window returns the stories of two articles or more, read and traced.
func window(ctx context.Context, opt Options) ([]news.Story, error) {
	pipe, err := pipeline.New(opt.Packs, pipeline.Options{})
	if err != nil {
		return nil, err
	}
	articles, err := pipe.Articles(ctx, ingest.Read(ctx, []string{opt.Window}, ingest.Options{}))
	if err != nil {
		return nil, err
	}
	trace := lineage.New(opt.Packs)
	var out []news.Story
	for _, s := range pipe.Group(articles) {
		if len(s.Readings) > 1 {
			own := make([]news.Article, len(s.Readings))
			for i := range s.Readings {
				own[i] = s.Readings[i].Article
			}
			out = append(out, labels.Read(pipe, trace, s, own))
		}
	}
	return out, nil
}

// Shares of words beyond which two claims teach nothing: copies of one sentence
// have equal figures whatever they are, and claims that share no word but a
// number were compared for its sake.
const (
	copied   = 0.8
	smallest = 3 // whole numbers up to it are often equal by chance
)

// agreements returns the pairs of a story that teach what equal figures have in
// common; however many they are, they weigh no more than most.
func agreements(rec *reconcile.Reconciler, s news.Story) []logit.Row {
	s, pairs := rec.Figures(s)
	var out []logit.Row
	for i := range pairs {
		p := &pairs[i]
		a, b := &s.Claims[p.A.Claim], &s.Claims[p.B.Claim]
		share := p.Features[slices.Index(reconcile.FigureNames[:], "containing")]
		if a.Article == b.Article || share == 0 || share > copied || p.Relation == reconcile.Unlike || p.Relation == reconcile.Rounded {
			continue
		}
		if q := a.Quantities[p.A.Index]; p.Relation == reconcile.Equal && q.Min != nil && *q.Min <= smallest && *q.Min == math.Trunc(*q.Min) {
			continue
		}
		out = append(out, logit.Row{X: p.Features[:], Yes: p.Relation == reconcile.Equal})
	}
	for i := range out {
		out[i].Weight = math.Min(1, most/float64(len(out)))
	}
	return out
}

// agree fits the weights of agreement, and measures them on folds left out.
func (r *Result) agree(rows [][]logit.Row) error {
	w, err := logit.Fit(slices.Concat(rows...), penalty)
	if err != nil {
		return fmt.Errorf("train figures: %w", err)
	}
	r.Model.Agree = reconcile.FigureFeatures(w)
	var all []scored
	for k := range rows {
		w, err := logit.Fit(slices.Concat(slices.Concat(rows[:k]...), slices.Concat(rows[k+1:]...)), penalty)
		if err != nil {
			return fmt.Errorf("train figures: %w", err)
		}
		for _, row := range rows[k] {
			all = append(all, scored{logit.Score(w, row.X), row.Yes, row.Weight})
			r.Pairs++
			if row.Yes {
				r.Equal++
			}
		}
	}
	r.AP, r.Base = averagePrecision(all)
	return nil
}

// differ fits what tells a difference from two questions, and measures it with
// each event left out in its turn.
func (r *Result) differ(rec *reconcile.Reconciler, events []labels.Event) error {
	rows := make([][]logit.Row, len(events))
	for i := range events {
		rows[i] = rivals(rec, &events[i], r.Model)
	}
	w, err := logit.Fit(slices.Concat(rows...), few)
	if err != nil {
		return fmt.Errorf("train figures: %w", err)
	}
	r.Model.Differ = reconcile.DifferFeatures(w)
	r.Events = len(events)
	var all []scored
	for k := range rows {
		w, err := logit.Fit(slices.Concat(slices.Concat(rows[:k]...), slices.Concat(rows[k+1:]...)), few)
		if err != nil {
			return fmt.Errorf("train figures: %w", err)
		}
		for _, row := range rows[k] {
			all = append(all, scored{logit.Score(w, row.X), row.Yes, row.Weight})
			if row.Yes {
				r.Labelled++
			}
		}
	}
	r.DifferAP, _ = averagePrecision(all)
	return nil
}

// rivals returns the rivals of an event; those with the amounts of a labelled
// difference are marked. An event of many rivals weighs as the root of their
// number.
func rivals(rec *reconcile.Reconciler, e *labels.Event, m *reconcile.FigureModel) []logit.Row {
	s, pairs := rec.Figures(e.Story)
	pairs = slices.DeleteFunc(pairs, func(p reconcile.FigurePair) bool { return p.Relation != reconcile.Rival })
	row := func(p *reconcile.FigurePair) reconcile.DifferFeatures {
		return m.DifferRow(p, reconcile.Distance(quantity(&s, p.A), quantity(&s, p.B)))
	}
	told := amounts(e, &s, pairs, func(p *reconcile.FigurePair) float64 { return row(p)[1] })
	var out []logit.Row
	for i := range pairs {
		x := row(&pairs[i])
		out = append(out, logit.Row{X: x[:], Yes: told[amountsOf(&s, &pairs[i])], Weight: 1 / math.Sqrt(float64(len(pairs)))})
	}
	return out
}

func quantity(s *news.Story, f reconcile.Figure) news.Quantity {
	return s.Claims[f.Claim].Quantities[f.Index]
}

// amounts returns the pairs of amounts that labelled differences are of: for two
// claims that hold two values, those of their likeliest pair.
func amounts(e *labels.Event, s *news.Story, pairs []reconcile.FigurePair, likely func(*reconcile.FigurePair) float64) map[[2]string]bool {
	hold := labels.NewHolders(s)
	best := map[[2]int]*reconcile.FigurePair{}
	for i := range pairs {
		p := &pairs[i]
		k := [2]int{p.A.Claim, p.B.Claim} // in the order of the claims
		if o := best[k]; o == nil || likely(p) > likely(o) {
			best[k] = p
		}
	}
	out := map[[2]string]bool{}
	for _, d := range e.Labels.Differences {
		if d.Slot != news.SlotQuantity {
			continue
		}
		sides := make([][]int, len(d.Values))
		for i, v := range d.Values {
			for _, st := range v.Statements {
				sides[i] = append(sides[i], hold.Of(st)...)
			}
		}
		for p, likeliest := range best {
			if apart(sides, p) {
				out[amountsOf(s, likeliest)] = true
			}
		}
	}
	return out
}

// apart reports whether two claims hold different sides.
func apart(sides [][]int, p [2]int) bool {
	for i := range sides {
		for j := range sides {
			if i != j && slices.Contains(sides[i], p[0]) && slices.Contains(sides[j], p[1]) {
				return true
			}
		}
	}
	return false
}

// amountsOf names the two amounts of a pair, whatever their order.
func amountsOf(s *news.Story, p *reconcile.FigurePair) [2]string {
	a, b := reconcile.Amount(quantity(s, p.A)), reconcile.Amount(quantity(s, p.B))
	return [2]string{min(a, b), max(a, b)}
}

// scored is an example with the score that it was given.
type scored struct {
	score  float64
	yes    bool
	weight float64
}

// averagePrecision returns the area under the curve of precision over recall,
// and the share of yes, both weighted.
func averagePrecision(all []scored) (ap, base float64) {
	slices.SortStableFunc(all, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	right, seen := 0.0, 0.0
	for _, x := range all {
		seen += x.weight
		if x.yes {
			right += x.weight
			ap += x.weight * right / seen
		}
	}
	if right == 0 {
		return 0, 0
	}
	return ap / right, right / seen
}

// Bytes returns the model file with its card.
func (r *Result) Bytes() []byte {
	return r.Model.Marshal(fmt.Sprintf(`How likely two figures answer one question: weights of logistic models. Apache-2.0.
Trained by selisik train figures on %d pairs of figures (%d equal) of %d stories of a week, unlabelled,
and on %d pairs of figures of labelled differences of %d events.
Average precision: equal amounts foretold, stories left out in five folds, %.3f (chance %.3f);
labelled differences among all rivals, each event left out in its turn, %.3f.`,
		r.Pairs, r.Equal, r.Stories, r.Labelled, r.Events, r.AP, r.Base, r.DifferAP))
}
