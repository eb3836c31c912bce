package labels

import (
	"regexp"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Holders finds the claims of a story that hold labelled statements.
type Holders struct {
	claims []news.Claim
	by     map[string][]int // an article's id in the labels → its claims
}

// NewHolders prepares the claims of s, which must be numbered.
func NewHolders(s *news.Story) *Holders {
	h := &Holders{claims: s.Claims, by: map[string][]int{}}
	refs := map[news.ArticleID]string{}
	for _, r := range s.Readings {
		refs[r.Article.ID] = r.Article.Ref
	}
	for i := range s.Claims {
		ref := refs[s.Claims[i].Article]
		h.by[ref] = append(h.by[ref], i)
	}
	return h
}

// Of returns the claims that hold a statement, as the scorer of the label set
// finds them: those with its very words, else the closest ones; none if there
// are none.
func (h *Holders) Of(st Statement) []int {
	among, claims := h.by[st.Article], h.claims
	want := text.Squash(st.Text)
	var exact []int
	for _, i := range among {
		c := text.Squash(claims[i].Text)
		if strings.Contains(c, want) || len(words(c)) >= 4 && strings.Contains(want, c) {
			exact = append(exact, i)
		}
	}
	if exact != nil {
		return exact
	}
	best := 0.0
	near := make([]float64, len(among))
	for k, i := range among {
		near[k] = covered(st.Text, claims[i].Text)
		if len(words(claims[i].Text)) >= 4 {
			near[k] = max(near[k], covered(claims[i].Text, st.Text))
		}
		best = max(best, near[k])
	}
	var out []int
	for k, i := range among {
		if near[k] >= 0.6 && near[k] >= best-0.05 {
			out = append(out, i)
		}
	}
	return out
}

var word = regexp.MustCompile(`[\pL\pN]+`)

func words(s string) []string { return word.FindAllString(strings.ToLower(s), -1) }

// covered is the share of part's words that whole has.
func covered(part, whole string) float64 {
	p := words(part)
	if len(p) == 0 {
		return 0
	}
	left := map[string]int{}
	for _, w := range words(whole) {
		left[w]++
	}
	hit := 0
	for _, w := range p {
		if left[w] > 0 {
			left[w]--
			hit++
		}
	}
	return float64(hit) / float64(len(p))
}
