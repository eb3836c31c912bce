package query

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	words    []string
	speaker  []string // words of the name, nil if not known
}

// Two quotes are taken for wordings of one utterance if they share this part of
// the long words of the shorter one. Within a finding their claims have been
// matched already, so two in five may do; elsewhere it must be most of them,
// and more than a phrase. Shorter words are mostly grammar, in any language.
const (
	shareInFinding = 0.4
	shareAnywhere  = 0.6
	leastAnywhere  = 4
	longWord       = 5 // letters
)

// quotes groups the direct quotes of the story: the same words anywhere, and
// wordings of one utterance within a finding. Groups with several variants
// come first, then whole sentences of a known speaker before phrases, then those that more
// articles carry, then in reading order.
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
	roles := roles(p.Story)
	for _, places := range groups {
		g := group(places)
		g.Role = roles[g.Speaker]
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b QuoteGroup) int {
		return cmp.Or(len(b.Variants)-len(a.Variants), btoi(b.tells())-btoi(a.tells()), b.reach()-a.reach())
	})
	return bySpeaker(out)
}

// inARow is how many quotes of one speaker stand before others have their turn.
const inARow = 3

// bySpeaker puts quotes of one speaker behind the first of them, some at a time:
// a reader meets each name once, and none crowds out the others.
func bySpeaker(groups []QuoteGroup) []QuoteGroup {
	out := make([]QuoteGroup, 0, len(groups))
	taken := make([]bool, len(groups))
	for len(out) < len(groups) {
		turns := map[string]bool{}
		for i, g := range groups {
			if taken[i] || turns[g.Speaker] {
				continue
			}
			turns[g.Speaker] = g.Speaker != ""
			row := 0
			for j := i; j < len(groups) && row < inARow; j++ {
				if !taken[j] && (j == i || g.Speaker != "" && groups[j].Speaker == g.Speaker) {
					taken[j] = true
					out = append(out, groups[j])
					row++
				}
			}
		}
	}
	return out
}

// Together returns groups in the order of their speakers: of what a face shows,
// each name stands once.
func Together(groups []QuoteGroup) []QuoteGroup {
	at := map[string]int{}
	for i, g := range groups {
		if _, ok := at[g.Speaker]; !ok {
			at[g.Speaker] = i
		}
	}
	out := slices.Clone(groups)
	slices.SortStableFunc(out, func(a, b QuoteGroup) int { return at[a.Speaker] - at[b.Speaker] })
	return out
}

// reach is how many articles carry the quote.
func (g QuoteGroup) reach() int {
	n := 0
	for _, v := range g.Variants {
		n += len(v.Marks)
	}
	return n
}

// tells reports whether the quote is more than a phrase, and it is known who
// said it.
func (g QuoteGroup) tells() bool {
	text := strings.TrimLeft(g.Variants[0].Text, "\"“‘' ")
	first, _ := utf8.DecodeRuneInString(text)
	return g.Speaker != "" && len(words(text)) > 5 && !unicode.IsLower(first)
}

// places lists the direct quotes in article order with the finding whose
// claim holds them.
func (p *Page) places() []place {
	var out []place
	for i := range p.Story.Articles {
		a := &p.Story.Articles[i]
		for j := range a.Quotes {
			if q := &a.Quotes[j]; q.Direct {
				out = append(out, p.place(i+1, q))
			}
		}
	}
	return out
}

func (p *Page) place(article int, q *dossier.Quote) place {
	a := &p.Story.Articles[article-1]
	out := place{quote: q, article: article, language: a.Language, finding: p.findingAt(a.ID, q.Span), words: words(q.Text)}
	if q.Speaker != nil {
		out.speaker = words(*q.Speaker)
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

// sameUtterance reports whether two places may hold one utterance: the same
// words, or in different articles and not of different speakers enough of them;
// across languages, quotes of like length in one finding.
func sameUtterance(a, b place) bool {
	if speakersDiffer(a.speaker, b.speaker) {
		return false
	}
	if slices.Equal(a.words, b.words) {
		return true
	}
	if a.article == b.article {
		return false
	}
	joined := a.finding != nil && a.finding == b.finding
	if joined && a.language != b.language {
		return likeLengths(len(a.words), len(b.words))
	}
	share, n := shared(a.words, b.words)
	return joined && share >= shareInFinding || share >= shareAnywhere && n >= leastAnywhere
}

// likeLengths reports whether one quote may be the translation of the other:
// neither has twice the words of the other.
func likeLengths(a, b int) bool { return a < 2*b && b < 2*a }

// speakersDiffer reports whether both are known and neither name holds a word
// of the other ("Putin" and "Vladimir Putin" do not differ).
func speakersDiffer(a, b []string) bool {
	return a != nil && b != nil && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// shared returns how many long words two quotes share, and what part that is
// of those of the shorter one. A word that holds the other whole is shared too:
// languages that build words by affixes vary them so.
func shared(a, b []string) (share float64, n int) {
	a, b = long(a), long(b)
	least := min(len(a), len(b))
	for _, w := range a {
		alike := func(o string) bool { return o != "" && (strings.Contains(w, o) || strings.Contains(o, w)) }
		if i := slices.IndexFunc(b, alike); i >= 0 {
			b[i] = ""
			n++
		}
	}
	if least == 0 {
		return 0, 0
	}
	return float64(n) / float64(least), n
}

// long returns the words of some length: what a quote is about, in any
// language.
func long(words []string) []string {
	var out []string
	for _, w := range words {
		if utf8.RuneCountInString(w) >= longWord {
			out = append(out, w)
		}
	}
	return out
}

// roles returns for each speaker the role that most quotes give, the longest
// of those that tie.
func roles(s *dossier.Story) map[string]string {
	count := map[[2]string]int{}
	best := map[string]string{}
	for _, a := range s.Articles {
		for _, q := range a.Quotes {
			if q.Speaker == nil || q.Role == nil {
				continue
			}
			k := [2]string{*q.Speaker, *q.Role}
			count[k]++
			old := [2]string{*q.Speaker, best[*q.Speaker]}
			if cmp.Or(count[k]-count[old], len(k[1])-len(old[1])) > 0 {
				best[*q.Speaker] = *q.Role
			}
		}
	}
	return best
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
		key := strings.Join(words(q.Text), " ")
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
