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

func TestASlipOfANameIsTheOnePersonWhomItMayMean(t *testing.T) {
	for _, c := range []struct{ people, short, want string }{
		{"Keneth Rompas", "Kenneth", "Keneth Rompas"},
		{"Prasetyo Sudarga", "Peasetyo", "Prasetyo Sudarga"},
		{"Lorna Quillard", "Quilard", "Lorna Quillard"},
		{"Hartono Sudarga|Hartana Wibawa", "Hartano", "Hartano"},        // two may be meant
		{"Hartono Sudarga|Hartano Wibawa", "Hartano", "Hartano Wibawa"}, // no slip
		{"Hartono Sudarga", "Martono", "Martono"},                       // begins otherwise
		{"Dewi Sasmita", "Dewa", "Dewa"},                                // too short to know
		{"Hartono", "Hartano", "Hartano"},                               // no fuller name
	} {
		var ms []Mention
		for _, n := range strings.Split(c.people, "|") {
			ms = append(ms, Mention{Kind: Person, Name: n})
		}
		ms = append(ms, Mention{Kind: Person, Name: c.short})
		persons(ms)
		if got := ms[len(ms)-1].Name; got != c.want {
			t.Errorf("%s beside %s: got %q, want %q", c.short, c.people, got, c.want)
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
