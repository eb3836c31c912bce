package cluster

import (
	"math"
	"time"

	"github.com/selisik/selisik/internal/nlp/similar"
)

// The features of a pair of articles, in the order of labels.
const (
	fBias = iota
	fBody
	fTitle
	fLead
	fNames
	fNumbers
	fPhrases
	fLocal     // body, with words weighed among the neighbours of each article
	fLocalLead // lead, likewise
	fTitleIn   // how much of each title the other article has
	fSlots     // alike in wording, but each title's rarest word is not in the other article
	fApart     // ln(1 + hours between them)
	fOutlet
	fCount
)

// labels name the features in explanations and in model files.
var labels = [fCount]string{"bias", "body", "title", "lead", "names", "numbers", "phrases", "local", "local-lead", "title-in-body", "slots", "time-apart", "same-outlet"}

type features [fCount]float64

// unknownApart is what two articles count as apart when one has no time: it
// may be of any season, so they must be the more alike.
const unknownApart = 90 * 24 * time.Hour

// compare returns the features of two documents. It is symmetric.
func compare(a, b *document) features {
	x, y := &a.vectors, &b.vectors
	if a.language != b.language {
		x, y = &a.bridge, &b.bridge
	}
	f := alike(x, y)
	in, back := similar.Covered(x.title, y.body), similar.Covered(y.title, x.body)
	f[fTitleIn] = (in + back) / 2
	if !y.body.Has(x.head) && !x.body.Has(y.head) {
		f[fSlots] = f[fBody]
	}
	apart := unknownApart
	if !a.time.IsZero() && !b.time.IsZero() {
		apart = a.time.Sub(b.time).Abs()
	}
	f[fApart] = math.Log1p(apart.Hours())
	if a.outlet != "" && a.outlet == b.outlet {
		f[fOutlet] = 1
	}
	return f
}

// alike fills in the bias and the cosines.
func alike(x, y *vectors) features {
	var f features
	f[fBias] = 1
	f[fBody], f[fLocal] = dots(x.body, x.local, y.body, y.local)
	f[fTitle] = similar.Dot(x.title, y.title)
	f[fLead], f[fLocalLead] = dots(x.lead, x.localLead, y.lead, y.localLead)
	f[fNames] = similar.Dot(x.names, y.names)
	f[fNumbers] = similar.Dot(x.numbers, y.numbers)
	f[fPhrases] = math.Sqrt(similar.Dot(x.phrases, y.phrases))
	return f
}
