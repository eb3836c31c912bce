package claims

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/train/labels"
	"github.com/selisik/selisik/internal/train/logit"
)

// Options configures Train.
type Options struct {
	Set     eval.Set    // of labelled events
	Packs   *lang.Packs // what reads the articles
	Penalty float64     // on squared weights; 0: 3
	// Join and Attach are the model's thresholds; 0: those that did best with
	// each event left out.
	Join, Attach float64
	// Drop names features to leave out, to see what they are worth.
	Drop []string
}

// Thresholds that did best in docs/stage/reconcile.md.
const (
	join   = 0.37
	attach = 0.36
)

// sureEnough is the share of pairs of claims that say the same among those
// whose claims may corroborate each other.
const sureEnough = 0.91

// Result is a trained scorer with what it reaches on events left out.
type Result struct {
	Model  *reconcile.Model
	Pairs  int
	Events []EventScore // by file name
	All    Tally        // over all events, each left out in its turn
}

// EventScore is an event's pairs when the scorer was trained on the others.
type EventScore struct {
	Event string
	Tally Tally
}

// event is a labelled story, ready for training.
type event struct {
	label   eval.Labels
	story   news.Story
	gold    []labelled
	samples []logit.Row
	first   reconcile.Features // weights of a first look, trained on the other events
}

// Train reads the labelled events, fits the scorer on all of them and, for the
// report, on all but each. It returns an error that wraps news.ErrInvalid if
// the folder has no labels.
func Train(ctx context.Context, opt Options) (*Result, error) {
	if opt.Penalty == 0 {
		opt.Penalty = 3
	}
	opt.Join, opt.Attach = cmp.Or(opt.Join, join), cmp.Or(opt.Attach, attach)
	rec := reconcile.New(opt.Packs)
	events, err := load(ctx, opt, rec)
	if err != nil {
		return nil, err
	}
	all, err := fit(events, -1, opt.alone())
	if err != nil {
		return nil, err
	}
	meet, err := look(events, opt, rec)
	if err != nil {
		return nil, err
	}
	out := &Result{}
	if out.Model, err = model(events, -1, all, opt); err != nil {
		return nil, err
	}
	out.Model.Meet = meet
	for i := range events {
		m, err := model(events, i, events[i].first, opt)
		if err != nil {
			return nil, err
		}
		s := rec.With(m).Story(events[i].story)
		t := tally(events[i].gold, &s)
		out.Events = append(out.Events, EventScore{events[i].label.Event, t})
		out.All.Add(t)
		out.Pairs += len(events[i].samples)
	}
	return out, nil
}

// alone leaves out what only a second look knows.
func (o Options) alone() Options {
	o.Drop = append(slices.Clone(o.Drop), "told-least", "told-both")
	return o
}

// look trains each event's first look on the others and samples the events
// anew with what it tells. It returns the score that claims must have by it to
// corroborate.
func look(events []event, opt Options, rec *reconcile.Reconciler) (meet float64, err error) {
	var scored []scoredPair
	for i := range events {
		if events[i].first, err = fit(events, i, opt.alone()); err != nil {
			return 0, err
		}
		scored = append(scored, events[i].scored()...)
	}
	for i := range events {
		events[i].sample(rec)
	}
	return bound(scored, sureEnough), nil
}

// scoredPair is a pair of labelled claims of two articles, scored by a first
// look that was trained on other events.
type scoredPair struct {
	score float64
	same  bool
}

func (e *event) scored() []scoredPair {
	m := reconcile.Model{Weights: e.first}
	within := slices.Index(reconcile.FeatureNames[:], "same-article")
	var out []scoredPair
	for _, r := range e.samples {
		if f := reconcile.Features(r.X); r.Weight == labelledWeight && f[within] == 0 {
			out = append(out, scoredPair{m.Score(f), r.Yes})
		}
	}
	return out
}

// bound returns the least score, in hundredths, at which of the pairs that score
// so or more the share sure is the same; 1 if there is none.
func bound(pairs []scoredPair, sure float64) float64 {
	for at := 0; at < 100; at++ {
		n, same := 0, 0
		for _, p := range pairs {
			if p.score >= float64(at)/100 {
				n, same = n+1, same+count(p.same)
			}
		}
		if n > 0 && float64(same) >= sure*float64(n) {
			return float64(at) / 100
		}
	}
	return 1
}

// model trains on all events but one; first are the weights of its first look.
func model(events []event, but int, first reconcile.Features, opt Options) (*reconcile.Model, error) {
	w, err := fit(events, but, opt)
	if err != nil {
		return nil, err
	}
	return &reconcile.Model{Weights: w, First: first, Join: opt.Join, Attach: opt.Attach}, nil
}

// Bytes returns the model file with its card.
func (r *Result) Bytes() []byte {
	var card strings.Builder
	p, rec, f := r.All.F1()
	fmt.Fprintf(&card, "How likely two claims say the same: weights of a logistic model. Apache-2.0.\n")
	fmt.Fprintf(&card, "Trained by `selisik train claims` on %d pairs of claims of %d labelled events.\n", r.Pairs, len(r.Events))
	fmt.Fprintf(&card, "Each event left out in its turn: P %.3f R %.3f F1 %.3f.", p, rec, f)
	return r.Model.Marshal(card.String())
}

// load reads the labelled events and samples them.
func load(ctx context.Context, opt Options, rec *reconcile.Reconciler) ([]event, error) {
	read, err := labels.Load(ctx, opt.Packs, opt.Set)
	if err != nil {
		return nil, err
	}
	var out []event
	for _, r := range read {
		e := event{label: r.Labels, story: r.Story}
		e.sample(rec)
		out = append(out, e)
	}
	return out, nil
}

// sample pairs the claims of the story and marks which pairs say the same.
func (e *event) sample(rec *reconcile.Reconciler) {
	numbered, pairs := rec.Pairs(e.story, e.first)
	e.gold, e.samples = align(&e.label, &numbered), nil
	facts := make([]map[string]bool, len(numbered.Claims))
	for _, g := range e.gold {
		for _, c := range g.claims {
			if facts[c] == nil {
				facts[c] = map[string]bool{}
			}
			for f := range g.facts {
				facts[c][f] = true
			}
		}
	}
	for _, p := range pairs {
		if w := sampleWeight(facts[p.A] != nil, facts[p.B] != nil); w > 0 {
			same := sharesFact(labelled{facts: facts[p.A]}, labelled{facts: facts[p.B]})
			e.samples = append(e.samples, logit.Row{X: p.Features[:], Yes: same, Weight: w})
		}
	}
}

// labelledWeight is what a pair of two labelled claims weighs.
const labelledWeight = 1

// sampleWeight: pairs of labelled claims teach most; a labelled one with
// another is a pair that the reader left apart; of two unlabelled nothing is known.
func sampleWeight(a, b bool) float64 {
	switch {
	case a && b:
		return labelledWeight
	case a || b:
		return 0.2
	}
	return 0
}

// fit returns weights trained on all events but one.
func fit(events []event, but int, opt Options) (reconcile.Features, error) {
	var rows []logit.Row
	for i := range events {
		if i != but {
			rows = append(rows, events[i].samples...)
		}
	}
	w, err := logit.Fit(without(rows, opt.Drop), opt.Penalty)
	if err != nil {
		return reconcile.Features{}, fmt.Errorf("train claims: %w", err)
	}
	return reconcile.Features(w), nil
}

// without returns the rows with the named features made 0.
func without(rows []logit.Row, drop []string) []logit.Row {
	if len(drop) == 0 {
		return rows
	}
	out := make([]logit.Row, len(rows))
	for i, r := range rows {
		out[i] = logit.Row{X: slices.Clone(r.X), Yes: r.Yes, Weight: r.Weight}
		for k, name := range reconcile.FeatureNames {
			if slices.Contains(drop, name) {
				out[i].X[k] = 0
			}
		}
	}
	return out
}
