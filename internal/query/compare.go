package query

import (
	"fmt"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
)

// ComparisonSchema names the version of a Comparison as JSON.
const ComparisonSchema = "selisik.comparison/1"

// Comparison is what two articles share.
type Comparison struct {
	Schema string   `json:"schema"`
	A      Head     `json:"a"`
	B      Head     `json:"b"`
	Links  []Shared `json:"links"`
}

// Shared is one edge of the copy graph between the two, in words: From is "a"
// or "b", the one that was copied.
type Shared struct {
	From     string         `json:"from"`
	Kind     string         `json:"kind"`
	Share    float64        `json:"share"` // of the copier's words, in [0,1]
	Why      string         `json:"why"`
	Passages []PassageMatch `json:"passages"`
}

// PassageMatch pairs a passage of A with its counterpart in B.
type PassageMatch struct {
	A Extract `json:"a"`
	B Extract `json:"b"`
}

// Compare tells which passages two articles of a story share, by its lineage.
// Articles are named as in Explain, or by the input they were read from. Errors
// wrap news.ErrNotFound.
func Compare(s *dossier.Story, a, b string) (Comparison, error) {
	x := NewIndex(s)
	na, nb := x.find(a), x.find(b)
	if na == 0 {
		return Comparison{}, fmt.Errorf("compare %s: %w", a, news.ErrNotFound)
	}
	if nb == 0 {
		return Comparison{}, fmt.Errorf("compare %s: %w", b, news.ErrNotFound)
	}
	out := Comparison{Schema: ComparisonSchema, A: x.head(na), B: x.head(nb), Links: []Shared{}}
	for _, l := range s.Lineage {
		switch {
		case l.From == out.A.ID && l.To == out.B.ID:
			out.Links = append(out.Links, x.shared("a", l, na, nb))
		case l.From == out.B.ID && l.To == out.A.ID:
			out.Links = append(out.Links, x.shared("b", l, na, nb))
		}
	}
	return out, nil
}

func (x *Index) shared(from string, l dossier.Link, na, nb int) Shared {
	out := Shared{From: from, Kind: l.Kind, Share: l.Share, Why: l.Why, Passages: []PassageMatch{}}
	for _, p := range l.Passages {
		inA, inB := p.From, p.To
		if from == "b" {
			inA, inB = inB, inA
		}
		out.Passages = append(out.Passages, PassageMatch{
			extract(x.fieldText(na, "text"), "text", inA), extract(x.fieldText(nb, "text"), "text", inB),
		})
	}
	return out
}
