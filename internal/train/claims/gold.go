package claims

import (
	"regexp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// labelled is a statement with the facts that it states and the claims of the
// story that hold it.
type labelled struct {
	article string
	facts   map[string]bool
	claims  []int
}

// align finds the claims that hold each labelled statement, as the scorer of
// the label set does: those with its very words, else the closest ones.
func align(l *label, s *news.Story) []labelled {
	by := map[string][]int{}
	refs := map[news.ArticleID]string{}
	for _, r := range s.Readings {
		refs[r.Article.ID] = r.Article.Ref
	}
	for i := range s.Claims {
		ref := refs[s.Claims[i].Article]
		by[ref] = append(by[ref], i)
	}
	var out []labelled
	at := map[statement]int{}
	add := func(st statement, fact string) {
		i, ok := at[st]
		if !ok {
			i = len(out)
			at[st] = i
			out = append(out, labelled{st.Article, map[string]bool{}, holders(st.Text, by[st.Article], s.Claims)})
		}
		out[i].facts[fact] = true
	}
	for _, f := range l.Facts {
		for _, st := range f.Statements {
			add(statement{st.Article, st.Text}, f.ID)
		}
	}
	for _, st := range l.Only {
		add(statement{st.Article, st.Text}, "only "+st.Article+st.Text)
	}
	return out
}

func holders(st string, among []int, claims []news.Claim) []int {
	want := text.Squash(st)
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
		near[k] = covered(st, claims[i].Text)
		if len(words(claims[i].Text)) >= 4 {
			near[k] = max(near[k], covered(claims[i].Text, st))
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

// Tally counts pairs of statements of different articles: joined rightly,
// joined, to be joined.
type Tally struct{ Right, Joined, Gold int }

// Add adds the counts of u.
func (t *Tally) Add(u Tally) {
	t.Right, t.Joined, t.Gold = t.Right+u.Right, t.Joined+u.Joined, t.Gold+u.Gold
}

// F1 returns precision, recall and their harmonic mean.
func (t Tally) F1() (p, r, f float64) {
	if t.Joined > 0 {
		p = float64(t.Right) / float64(t.Joined)
	}
	if t.Gold > 0 {
		r = float64(t.Right) / float64(t.Gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// tally compares a story's findings with the labels.
func tally(gold []labelled, s *news.Story) Tally {
	home := make([][]int, len(s.Claims))
	index := map[news.ClaimID]int{}
	for i := range s.Claims {
		index[s.Claims[i].ID] = i
	}
	for f := range s.Findings {
		for _, c := range s.Findings[f].Claims {
			home[index[c]] = append(home[index[c]], f)
		}
	}
	var t Tally
	for i := range gold {
		for j := range i {
			if gold[i].article == gold[j].article {
				continue
			}
			g, p := sharesFact(gold[i], gold[j]), meets(gold[i].claims, gold[j].claims, home)
			t.Add(Tally{count(g && p), count(p), count(g)})
		}
	}
	return t
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

func sharesFact(a, b labelled) bool {
	for f := range a.facts {
		if b.facts[f] {
			return true
		}
	}
	return false
}

func meets(as, bs []int, home [][]int) bool {
	for _, a := range as {
		for _, b := range bs {
			if slices.ContainsFunc(home[a], func(f int) bool { return slices.Contains(home[b], f) }) {
				return true
			}
		}
	}
	return false
}
