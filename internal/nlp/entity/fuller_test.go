package entity

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// somebody makes n mentions of persons whose names share words, and of others.
func somebody(n int) []Mention {
	rnd := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields("Sari Bimo Lestu Wira Tomo Anggra Rendi Pasa")
	ms := make([]Mention, n)
	for i := range ms {
		var name []string
		for range 1 + rnd.IntN(3) {
			name = append(name, words[rnd.IntN(len(words))])
		}
		ms[i] = Mention{Kind: []string{Person, Person, Other, Place}[rnd.IntN(4)], Name: strings.Join(name, " ")}
	}
	return ms
}

// walk is fuller by its definition: it looks at every mention, nearest first.
func walk(ms []Mention, i int) string {
	best := ms[i].Name
	for step := 1; step < len(ms); step++ {
		for _, j := range []int{i - step, i + step} {
			if j >= 0 && j < len(ms) && ms[j].Kind == Person && holds(ms[j].Name, best) {
				best = ms[j].Name
			}
		}
	}
	return best
}

func TestFullerIsTheWalkOverAllMentions(t *testing.T) {
	for n := 1; n < 60; n++ {
		ms := somebody(n)
		p := newPeople(ms)
		for i, m := range ms {
			if got, want := p.fuller(i, m.Name), walk(ms, i); got != want {
				t.Fatalf("%d mentions, number %d, %q: got %q, want %q", n, i, m.Name, got, want)
			}
		}
	}
}

func BenchmarkPersons(b *testing.B) {
	ms := somebody(10_000)
	b.ReportAllocs()
	for b.Loop() {
		persons(append([]Mention(nil), ms...))
	}
}
