// Package logit fits logistic regressions with few features: in come rows of
// numbers with a yes or no, out come weights that say log-odds. It is exact
// and deterministic: Newton's method with an L2 penalty, no randomness.
package logit

import (
	"errors"
	"math"
)

// Row is one example.
type Row struct {
	X      []float64
	Yes    bool
	Weight float64 // 0 counts as 1
}

// Fit returns the weights that maximise the penalised likelihood of rows. The
// penalty is l2/2 for each squared weight but the first, which is taken for
// the bias. Rows must be equally long. It returns an error if there are none
// or if the system cannot be solved. Cost: rounds × rows × features².
//
// Method: iteratively reweighted least squares (Hastie, Tibshirani & Friedman
// 2009, §4.4.1), with step halving.
func Fit(rows []Row, l2 float64) ([]float64, error) {
	if len(rows) == 0 {
		return nil, errors.New("fit logit: no rows")
	}
	n := len(rows[0].X)
	w := make([]float64, n)
	loss := lossOf(rows, w, l2)
	for range 50 {
		step, err := newton(rows, w, l2)
		if err != nil {
			return nil, err
		}
		next, scale := make([]float64, n), 1.0
		for {
			for i := range w {
				next[i] = w[i] - scale*step[i]
			}
			if l := lossOf(rows, next, l2); l <= loss || scale < 1e-6 {
				done := loss-l < 1e-9*loss
				copy(w, next)
				loss = l
				if done {
					return w, nil
				}
				break
			}
			scale /= 2
		}
	}
	return w, nil
}

// Score returns the log-odds of x under w.
func Score(w, x []float64) float64 {
	var s float64
	for i := range w {
		s += w[i] * x[i]
	}
	return s
}

func weight(r *Row) float64 {
	if r.Weight == 0 {
		return 1
	}
	return r.Weight
}

func lossOf(rows []Row, w []float64, l2 float64) float64 {
	var loss float64
	for i := range rows {
		s := Score(w, rows[i].X)
		if rows[i].Yes {
			s = -s
		}
		// ln(1+e^s) without overflow
		loss += weight(&rows[i]) * (max(s, 0) + math.Log1p(math.Exp(-math.Abs(s))))
	}
	for _, v := range w[1:] {
		loss += l2 / 2 * v * v
	}
	return loss
}

// newton returns H⁻¹g at w.
func newton(rows []Row, w []float64, l2 float64) ([]float64, error) {
	n := len(w)
	g, h := make([]float64, n), make([][]float64, n)
	for i := range h {
		h[i] = make([]float64, n)
	}
	for k := range rows {
		r := &rows[k]
		p := 1 / (1 + math.Exp(-Score(w, r.X)))
		e, c := p, p*(1-p)*weight(r)
		if r.Yes {
			e = p - 1
		}
		for i, x := range r.X {
			g[i] += e * weight(r) * x
			for j := 0; j <= i; j++ {
				h[i][j] += c * x * r.X[j]
			}
		}
	}
	for i := range n {
		if i > 0 {
			g[i] += l2 * w[i]
			h[i][i] += l2
		}
		h[i][i] += 1e-9
	}
	return solve(h, g)
}

// solve solves the symmetric system whose lower half is h by Cholesky
// decomposition; it overwrites h.
func solve(h [][]float64, g []float64) ([]float64, error) {
	n := len(g)
	for i := range n {
		for j := 0; j <= i; j++ {
			s := h[i][j]
			for k := range j {
				s -= h[i][k] * h[j][k]
			}
			if i == j {
				if s <= 0 {
					return nil, errors.New("fit logit: features depend on each other")
				}
				h[i][i] = math.Sqrt(s)
			} else {
				h[i][j] = s / h[j][j]
			}
		}
	}
	y := make([]float64, n)
	for i := range n {
		y[i] = g[i]
		for k := range i {
			y[i] -= h[i][k] * y[k]
		}
		y[i] /= h[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			y[i] -= h[k][i] * y[k]
		}
		y[i] /= h[i][i]
	}
	return y, nil
}
