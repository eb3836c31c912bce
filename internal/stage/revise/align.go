package revise

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/text"
)

// What it takes for two sentences to be versions of one.
const (
	alikeHere   = 0.4     // between the same neighbours
	alikeAlone  = 0.25    // the only ones there
	alikeAfar   = 0.6     // anywhere
	pieceHeld   = 0.8     // of a piece that was cut off, in the sentence it is from
	manyPairs   = 1 << 17 // with more, only those alone between their neighbours are tried
	maxAbsorbed = 3       // pieces that one sentence is cut into
)

// pairing tells which sentences of two versions are versions of one another.
// A place that is paired with none holds none.
type pairing struct {
	old, new *side
	partner  []int // of old: place in new
	back     []int // of new: place in old
	exact    []bool
	gapOld   []int // number of the gap between exact pairs that a sentence is in
	gapNew   []int
}

const none = -1

// pair aligns two sides.
func pair(old, new *side) *pairing {
	p := &pairing{old: old, new: new, partner: filled(len(old.sentences)), back: filled(len(new.sentences)), exact: make([]bool, len(old.sentences))}
	inOrder := text.Common(keys(old.sentences), keys(new.sentences))
	for _, m := range inOrder {
		p.join(m.A, m.B)
		p.exact[m.A] = true
	}
	p.gaps(inOrder)
	p.moved()
	p.similar()
	return p
}

func (p *pairing) join(i, j int) { p.partner[i], p.back[j] = j, i }

func filled(n int) []int { return slices.Repeat([]int{none}, n) }

func keys(list []sentence) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = list[i].key
	}
	return out
}

// gaps numbers the stretches between the pairs in order.
func (p *pairing) gaps(inOrder []text.Pair) {
	number := func(n int, at func(text.Pair) int) []int {
		out, g := make([]int, n), 0
		for i := range out {
			for g < len(inOrder) && at(inOrder[g]) < i {
				g++
			}
			out[i] = g
		}
		return out
	}
	p.gapOld = number(len(p.old.sentences), func(m text.Pair) int { return m.A })
	p.gapNew = number(len(p.new.sentences), func(m text.Pair) int { return m.B })
}

// moved joins sentences of the same words that stand elsewhere.
func (p *pairing) moved() {
	at := map[string][]int{}
	for j, b := range p.back {
		if k := p.new.sentences[j].key; b == none {
			at[k] = append(at[k], j)
		}
	}
	for i, b := range p.partner {
		if k := p.old.sentences[i].key; b == none && len(at[k]) > 0 {
			p.join(i, at[k][0])
			at[k] = at[k][1:]
		}
	}
}

// similar joins what is left by likeness, the most alike first.
func (p *pairing) similar() {
	old, new := p.left(p.partner), p.left(p.back)
	type candidate struct {
		i, j  int
		score float64
	}
	var all []candidate
	alone := p.alone(old, new)
	for _, i := range old {
		for _, j := range new {
			here := p.gapOld[i] == p.gapNew[j]
			if len(old)*len(new) > manyPairs && !(here && alone[p.gapOld[i]]) {
				continue
			}
			score, least := alike(&p.old.sentences[i], &p.new.sentences[j]), alikeAfar
			if here {
				least = alikeHere
			}
			if here && alone[p.gapOld[i]] {
				least = alikeAlone
			}
			if score >= least {
				all = append(all, candidate{i, j, score})
			}
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	for _, c := range all {
		if p.partner[c.i] == none && p.back[c.j] == none {
			p.join(c.i, c.j)
		}
	}
}

func (p *pairing) left(partner []int) []int {
	var out []int
	for i, j := range partner {
		if j == none {
			out = append(out, i)
		}
	}
	return out
}

// alone are the gaps with one sentence left on either side.
func (p *pairing) alone(old, new []int) map[int]bool {
	n := map[int][2]int{}
	for _, i := range old {
		c := n[p.gapOld[i]]
		n[p.gapOld[i]] = [2]int{c[0] + 1, c[1]}
	}
	for _, j := range new {
		c := n[p.gapNew[j]]
		n[p.gapNew[j]] = [2]int{c[0], c[1] + 1}
	}
	out := map[int]bool{}
	for g, c := range n {
		out[g] = c == [2]int{1, 1}
	}
	return out
}

// unit is what one change is about: a run of sentences of either side, empty
// where there is none.
type unit struct {
	old, new []sentence
	i        int // place of the first old one, none if there is none
	exact    bool
}

// units returns the pairs and what is left, in the order of the new version,
// what was removed after what stood before it. Sentences that were cut in two,
// or put together, are one unit.
func (p *pairing) units() []unit {
	takenOld, takenNew := make([]bool, len(p.partner)), make([]bool, len(p.back))
	out := map[int]unit{}
	for i, j := range p.partner {
		if j == none || takenOld[i] || takenNew[j] {
			continue
		}
		u := unit{old: p.old.sentences[i : i+1], new: p.new.sentences[j : j+1], i: i, exact: p.exact[i]}
		if p.old.sentences[i].key != p.new.sentences[j].key {
			from, to := absorb(p.new.sentences, p.back, j, &p.old.sentences[i])
			u.new = p.new.sentences[from:to]
			mark(takenNew, from, to)
			if to-from == 1 {
				from, to = absorb(p.old.sentences, p.partner, i, &p.new.sentences[j])
				u.old, u.i = p.old.sentences[from:to], from
				mark(takenOld, from, to)
			}
		}
		takenOld[i], takenNew[j] = true, true
		out[j] = u
	}
	return p.ordered(out, takenOld, takenNew)
}

func mark(taken []bool, from, to int) {
	for i := from; i < to; i++ {
		taken[i] = true
	}
}

// absorb returns the run around place at of sentences without a partner that
// whole holds.
func absorb(list []sentence, partner []int, at int, whole *sentence) (from, to int) {
	from, to = at, at+1
	for to < len(list) && to-at < maxAbsorbed && partner[to] == none && holds(whole, &list[to]) >= pieceHeld {
		to++
	}
	for from > 0 && to-from < maxAbsorbed && partner[from-1] == none && holds(whole, &list[from-1]) >= pieceHeld {
		from--
	}
	return from, to
}

// ordered puts the units in order, with those of one side alone.
func (p *pairing) ordered(pairs map[int]unit, takenOld, takenNew []bool) []unit {
	var out []unit
	next := 0
	removed := func(until int) {
		for ; next < until; next++ {
			if !takenOld[next] {
				out = append(out, unit{old: p.old.sentences[next : next+1], i: next})
			}
		}
	}
	for j := range p.back {
		u, ok := pairs[j]
		switch {
		case ok:
			removed(u.i)
			out = append(out, u)
		case !takenNew[j]:
			out = append(out, unit{new: p.new.sentences[j : j+1], i: none})
		}
	}
	removed(len(takenOld))
	return out
}
