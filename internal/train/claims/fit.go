package claims

import (
	"math"

	"github.com/selisik/selisik/internal/stage/reconcile"
)

// Sample is a pair of claims with whether they say the same.
type Sample struct {
	Features reconcile.Features
	Same     bool
	Weight   float64
}

const dims = len(reconcile.FeatureNames)

// Fit returns the logistic model that maximises the weighted likelihood of the
// samples less penalty·|w|²/2 (the bias is free). Newton's method, at most 50
// steps; the result depends on the samples and their order only.
func Fit(samples []Sample, penalty float64) *reconcile.Model {
	m := &reconcile.Model{}
	for range 50 {
		step := newton(samples, m, penalty)
		size := 0.0
		for i := range dims {
			m.Weights[i] += step[i]
			size = math.Max(size, math.Abs(step[i]))
		}
		if size < 1e-6 {
			break
		}
	}
	return m
}

// newton returns one step: the gradient solved against the Hessian.
func newton(samples []Sample, m *reconcile.Model, penalty float64) [dims]float64 {
	var grad [dims]float64
	var hess [dims][dims]float64
	for i := range dims {
		hess[i][i] = 1e-9
		if i > 0 {
			hess[i][i] += penalty
			grad[i] = -penalty * m.Weights[i]
		}
	}
	for _, s := range samples {
		p := m.Score(s.Features)
		y := 0.0
		if s.Same {
			y = 1
		}
		h := s.Weight * math.Max(p*(1-p), 1e-6)
		for i := range dims {
			if s.Features[i] == 0 {
				continue
			}
			grad[i] += s.Weight * (y - p) * s.Features[i]
			for j := range dims {
				hess[i][j] += h * s.Features[i] * s.Features[j]
			}
		}
	}
	return solve(hess, grad)
}

// solve returns x of a·x = b by Gaussian elimination with pivoting.
func solve(a [dims][dims]float64, b [dims]float64) [dims]float64 {
	for c := range dims {
		pivot := c
		for r := c + 1; r < dims; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[pivot][c]) {
				pivot = r
			}
		}
		a[c], a[pivot] = a[pivot], a[c]
		b[c], b[pivot] = b[pivot], b[c]
		if a[c][c] == 0 {
			continue
		}
		for r := c + 1; r < dims; r++ {
			k := a[r][c] / a[c][c]
			for j := c; j < dims; j++ {
				a[r][j] -= k * a[c][j]
			}
			b[r] -= k * b[c]
		}
	}
	var x [dims]float64
	for c := dims - 1; c >= 0; c-- {
		sum := b[c]
		for j := c + 1; j < dims; j++ {
			sum -= a[c][j] * x[j]
		}
		if a[c][c] != 0 {
			x[c] = sum / a[c][c]
		}
	}
	return x
}
