package claims

import (
	"slices"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/train/labels"
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
func align(l *eval.Labels, s *news.Story) []labelled {
	hold := labels.NewHolders(s)
	var out []labelled
	at := map[eval.Passage]int{}
	add := func(st eval.Passage, fact string) {
		i, ok := at[st]
		if !ok {
			i = len(out)
			at[st] = i
			out = append(out, labelled{st.Article, map[string]bool{}, hold.Of(st)})
		}
		out[i].facts[fact] = true
	}
	for _, f := range l.Facts {
		for _, st := range f.Statements {
			add(st, f.ID)
		}
	}
	for _, st := range l.Only {
		add(st, "only "+st.Article+st.Text)
	}
	return out
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
