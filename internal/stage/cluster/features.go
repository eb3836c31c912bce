package cluster

import (
	"math"

	"github.com/selisik/selisik/internal/nlp/similar"
)

// The features of a pair of articles, in the order of weights.
const (
	fBias = iota
	fBody
	fTitle
	fLead
	fNames
	fNumbers
	fTitleIn // how much of the titles the other's body has
	fHours
	fNoTime
	fOutlet
	fTwins // alike in wording, unlike in names
	fCount
)

// labels name the features in explanations and in the model file.
var labels = [fCount]string{"bias", "body", "title", "lead", "names", "numbers", "title-in-body", "time-apart", "no-time", "same-outlet", "template"}

type features [fCount]float64

// featuresOf compares two documents. It is symmetric.
func featuresOf(a, b *document) features {
	var f features
	f[fBias] = 1
	f[fBody] = similar.Dot(a.body, b.body)
	f[fTitle] = similar.Dot(a.title, b.title)
	f[fLead] = similar.Dot(a.lead, b.lead)
	f[fNames] = similar.Dot(a.names, b.names)
	f[fNumbers] = similar.Dot(a.numbers, b.numbers)
	f[fTitleIn] = (similar.Covered(a.title, b.body) + similar.Covered(b.title, a.body)) / 2
	if a.time.IsZero() || b.time.IsZero() {
		f[fNoTime] = 1
	} else {
		f[fHours] = math.Log1p(math.Abs(a.time.Sub(b.time).Hours()))
	}
	if a.outlet != "" && a.outlet == b.outlet {
		f[fOutlet] = 1
	}
	f[fTwins] = f[fBody] * (1 - f[fNames])
	return f
}
