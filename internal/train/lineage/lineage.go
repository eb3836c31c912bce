// Package lineage trains the model that tells copies from independent reports
// (stage lineage) on labelled dossiers: the pairs of articles that careful
// readers found not independent in wording against all other pairs of the same
// event.
package lineage

import (
	"context"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/stage/lineage"
	"github.com/selisik/selisik/internal/train/labels"
	"github.com/selisik/selisik/internal/train/logit"
)

// l2 is the penalty of squared weights.
const l2 = 1.0

// Figures are precision, recall and F1 of the links.
type Figures struct{ P, R, F float64 }

// Report is a trained model and how models did on events that they had not
// seen.
type Report struct {
	Model   lineage.Model
	HeldOut Figures
}

// example is a pair with its answer and its event.
type example struct {
	logit.Row
	event string
}

// Train fits the model on labelled events. The same files give the same model.
func Train(packs *lang.Packs, set eval.Set) (Report, error) {
	all, err := examples(packs, set)
	if err != nil {
		return Report{}, fmt.Errorf("train lineage: %w", err)
	}
	var right, found, wanted float64
	for _, name := range events(all) {
		w, err := fit(all, name)
		if err != nil {
			return Report{}, fmt.Errorf("train lineage without %s: %w", name, err)
		}
		for _, e := range all {
			if e.event != name {
				continue
			}
			yes := logit.Score(w, e.X) > 0
			right += one(yes && e.Yes)
			found += one(yes)
			wanted += one(e.Yes)
		}
	}
	w, err := fit(all, "")
	if err != nil {
		return Report{}, fmt.Errorf("train lineage: %w", err)
	}
	f := Figures{P: right / max(1, found), R: right / max(1, wanted)}
	f.F = 2 * f.P * f.R / max(1e-9, f.P+f.R)
	return Report{lineage.Model{Weights: w}, f}, nil
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func events(all []example) []string {
	var out []string
	for _, e := range all {
		if !slices.Contains(out, e.event) {
			out = append(out, e.event)
		}
	}
	return out
}

// fit trains on all events but one.
func fit(all []example, without string) ([]float64, error) {
	var rows []logit.Row
	for _, e := range all {
		if e.event != without {
			rows = append(rows, e.Row)
		}
	}
	return logit.Fit(rows, l2)
}

// examples measures the pairs of every event.
func examples(packs *lang.Packs, set eval.Set) ([]example, error) {
	events, err := labels.Load(context.Background(), packs, set)
	if err != nil {
		return nil, err
	}
	tracer := lineage.New(packs)
	var out []example
	for _, ev := range events {
		readings := ev.Story.Readings
		for _, pair := range tracer.Pairs(readings) {
			yes := copies(&ev.Labels, readings[pair.A].Article.Ref, readings[pair.B].Article.Ref)
			out = append(out, example{logit.Row{X: pair.Measures, Yes: yes}, ev.Labels.Event})
		}
	}
	return out, nil
}

// copies reports whether the readers found two articles not independent.
func copies(l *eval.Labels, a, b string) bool {
	for _, c := range l.Copies {
		if c.A == a && c.B == b || c.A == b && c.B == a {
			return true
		}
	}
	return false
}
