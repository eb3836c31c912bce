package logit

import (
	"math"
	"testing"
)

func TestFitFindsTheOdds(t *testing.T) {
	var rows []Row
	for i := range 40 {
		x := float64(i%2) * 2
		rows = append(rows, Row{X: []float64{1, x}, Yes: i%4 < 1 || i%2 == 1 && i%4 == 1 || i%8 == 3})
	}
	// Without x half of the rows say yes; with it three of four.
	w, err := Fit(rows, 1e-6)
	if err != nil {
		t.Fatal(err)
	}
	if p := 1 / (1 + math.Exp(-Score(w, []float64{1, 0}))); math.Abs(p-0.5) > 1e-3 {
		t.Errorf("without: %.4f", p)
	}
	if p := 1 / (1 + math.Exp(-Score(w, []float64{1, 2}))); math.Abs(p-0.75) > 1e-3 {
		t.Errorf("with: %.4f", p)
	}
}

func TestFitIsBoundByThePenalty(t *testing.T) {
	rows := []Row{{X: []float64{1, 1}, Yes: true}, {X: []float64{1, -1}}}
	loose, err1 := Fit(rows, 0.01)
	tight, err2 := Fit(rows, 10)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	if !(loose[1] > tight[1] && tight[1] > 0) {
		t.Errorf("loose %v, tight %v", loose, tight)
	}
}

func TestFitWeighsRows(t *testing.T) {
	rows := []Row{{X: []float64{1}, Yes: true, Weight: 3}, {X: []float64{1}}}
	w, err := Fit(rows, 0)
	if err != nil || math.Abs(w[0]-math.Log(3)) > 1e-6 {
		t.Errorf("got %v, %v", w, err)
	}
}

func TestFitOfNothing(t *testing.T) {
	if _, err := Fit(nil, 1); err == nil {
		t.Error("no error")
	}
}
