package query

import (
	"slices"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/dossier"
)

// QuoteGroup is what one speaker said in one place, as the articles give it.
type QuoteGroup struct {
	Speaker, Role string // "" if not known
	Variants      []Variant
}

// Variant is one wording of a quote with where it stands.
type Variant struct {
	Text     string
	Passages []Passage
	Marks    []int
}

// place is a quote of an article, before it is grouped.
type place struct {
	quote    *dossier.Quote
	article  int
	language string // of the article
	finding  *dossier.Finding
}

// sameWords is the share of common words (Dice) from which on two quotes that
// stand in one finding are taken for wordings of one utterance. Within a
// finding the claims have been matched already, so it may be low; it keeps the
// halves of a broken quotation apart.
const sameWords = 0.3

// quotes groups the direct quotes of the story: the same words anywhere, and
// wordings of one utterance within a finding. Groups with several variants
// come first, then those that more articles carry, then in reading order.
func (p *Page) quotes() []QuoteGroup {
	var groups [][]place
	for _, q := range p.places() {
		i := slices.IndexFunc(groups, func(g []place) bool {
			return slices.ContainsFunc(g, func(o place) bool { return sameUtterance(q, o) })
		})
		if i < 0 {
			groups = append(groups, []place{q})
			continue
		}
		groups[i] = append(groups[i], q)
	}
	var out []QuoteGroup
	for _, g := range groups {
		out = append(out, group(g))
	}
	slices.SortStableFunc(out, func(a, b QuoteGroup) int {
		return b.weight() - a.weight()
	})
	return out
}

func (g QuoteGroup) weight() int {
	n := 0
	for _, v := range g.Variants {
		n += len(v.Marks)
	}
	return 100*len(g.Variants) + n
}

// places lists the direct quotes in article order with the finding whose
// claim holds them.
func (p *Page) places() []place {
	var out []place
	for i := range p.Story.Articles {
		a := &p.Story.Articles[i]
		for j := range a.Quotes {
			if q := &a.Quotes[j]; q.Direct {
				out = append(out, place{q, i + 1, a.Language, p.findingAt(a.ID, q.Span)})
			}
		}
	}
	return out
}

func (p *Page) findingAt(article string, sp dossier.Span) *dossier.Finding {
	for i := range p.Story.Claims {
		c := &p.Story.Claims[i]
		if c.Article == article && c.Field == "text" && c.Span[0] < sp[1] && sp[0] < c.Span[1] {
			if fs := p.carriers[c.ID]; len(fs) > 0 {
				return fs[0]
			}
		}
	}
	return nil
}

func sameUtterance(a, b place) bool {
	if speakersDiffer(a.quote.Speaker, b.quote.Speaker) {
		return false
	}
	wa, wb := quoteWords(a.quote.Text), quoteWords(b.quote.Text)
	if slices.Equal(wa, wb) {
		return true
	}
	if a.article == b.article || a.finding == nil || a.finding != b.finding {
		return false
	}
	return dice(wa, wb) >= sameWords || a.language != b.language && likeLengths(len(wa), len(wb))
}

// likeLengths reports whether one quote may be the translation of the other:
// neither has twice the words of the other.
func likeLengths(a, b int) bool { return a < 2*b && b < 2*a }

// speakersDiffer reports whether both are known and neither name holds a word
// of the other ("Putin" and "Vladimir Putin" do not differ).
func speakersDiffer(a, b *string) bool {
	if a == nil || b == nil {
		return false
	}
	wa, wb := quoteWords(*a), quoteWords(*b)
	return !slices.ContainsFunc(wa, func(w string) bool { return slices.Contains(wb, w) })
}

func quoteWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	left := map[string]int{}
	for _, w := range a {
		left[w]++
	}
	n := 0
	for _, w := range b {
		if left[w] > 0 {
			left[w]--
			n++
		}
	}
	return float64(2*n) / float64(len(a)+len(b))
}

// group makes variants of the places, those with the same words as one; the
// speaker is the longest name given.
func group(places []place) QuoteGroup {
	var g QuoteGroup
	var keys []string
	for _, pl := range places {
		q := pl.quote
		if q.Speaker != nil && len(*q.Speaker) > len(g.Speaker) {
			g.Speaker = *q.Speaker
		}
		if q.Role != nil && g.Role == "" {
			g.Role = *q.Role
		}
		key := strings.Join(quoteWords(q.Text), " ")
		i := slices.Index(keys, key)
		if i < 0 {
			i = len(keys)
			keys = append(keys, key)
			g.Variants = append(g.Variants, Variant{Text: q.Text})
		}
		v := &g.Variants[i]
		v.Passages = append(v.Passages, Passage{pl.article, "text", q.Span})
		if !slices.Contains(v.Marks, pl.article) {
			v.Marks = append(v.Marks, pl.article)
		}
	}
	return g
}
