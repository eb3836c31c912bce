package number

import (
	"strings"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// fused adds a word that holds both number and noun: "seorang".
func (r *reader) fused(d draft, v fusedWord, n int, out *[]Quantity) int {
	if v.echoes && !r.echoes(d.first, v.unit) || v.unit == "" && v.value == 1 && !r.tangible(d.first+n) {
		return d.first + n
	}
	d.min, d.max, d.scale, d.unit, d.sure, d.spoken = v.value, v.value, 1, v.unit, v.unit != "", true
	at := d.first + n
	noun := draft{amount: d.amount}
	next := r.noun(at, &noun)
	switch {
	case next == at && v.unit == "":
		return at
	case next > at && v.unit == "":
		d.unit, at = noun.unit, next
	case next > at && r.nouns[noun.unit] != "" && r.nouns[noun.unit] == r.nouns[v.unit]:
		d.unit, at = noun.unit, next
	}
	min, max := d.bounds()
	if v.open {
		max, d.approx = nil, true
	}
	r.add(out, d.opening, at, Quantity{Min: min, Max: max, Approx: d.approx, Unit: d.unit})
	return at
}

// echoes reports whether piece i goes on with a count in a unit: "dua kali di
// kepala dan | sekali di lutut".
func (r *reader) echoes(i int, unit string) bool {
	return r.unit == unit && r.at > 0 && i-r.at <= reach && r.l.Same(r.at-1, i) && r.listed(i)
}

// reach is how many pieces a number may stand from the one whose unit it takes.
const reach = 8

// listed reports whether piece i stands after a comma or a word that joins.
func (r *reader) listed(i int) bool {
	kind, n := r.qualifiers.Match(r.l, i-1)
	return r.l.Lower(i-1) == "," || n > 0 && kind == and
}

// tangible reports whether the noun at piece i is of someone or something that
// one can point at, so that what makes it one counts ("salah satu penumpang",
// but not "salah satu alasan").
func (r *reader) tangible(i int) bool {
	w := r.stem(r.l.Lower(i))
	class := r.nouns[w]
	return class != "" && class != group && class != incident || class == "" && r.concrete[w]
}

// The classes of nouns that are told of ideas as well.
const (
	person   = "person"
	group    = "group"
	incident = "case"
)

// partOf reads a number whose unit is that of the count before it: a part of
// that ("tiga tembakan, | dua di kepala"), or the next of a list, with a name
// ("dua trofi liga, | satu Piala Samudra").
func (r *reader) partOf(i int, d *draft) {
	kind, n := r.qualifiers.Match(r.l, i)
	small := d.spoken || d.bare && len(d.raw) <= 2
	of := n > 0 && (kind == part || kind == ratio) && d.hi() < r.total
	named := r.l.Kind(i) == piece.Word && r.proper(i) && !r.l.At(i).Glued && (r.list || r.l.Lower(d.first-1) == ",")
	if !small || d.unit != "" || d.label != "" || r.at == 0 || r.total == 0 || strings.HasPrefix(r.unit, Ordinal) || !of && !named {
		return
	}
	if d.first-r.at <= reach && r.l.Same(r.at-1, i) && r.listed(d.first) {
		d.unit, d.sure, d.part, r.list = r.unit, true, true, named
	}
}

// outOf reads a number of a greater one that tells what both count: "12 dari 20
// rumah". The greater is a quantity of its own.
func (r *reader) outOf(i int, d *draft) {
	kind, n := r.qualifiers.Match(r.l, i)
	if n == 0 || kind != part || d.unit != "" || d.label != "" || d.currency != "" || d.vague || d.scale != 1 || d.min < 1 || year(d.raw) {
		return
	}
	of := draft{}
	at := r.qualified(i+n, &of)
	end := r.amounts(at, &of)
	if end == at || of.vague || of.currency != "" || of.lo() <= d.hi() || year(of.raw) {
		return
	}
	if r.unitOf(end, &of); of.unit != "" && r.durations[of.unit] == "" {
		d.unit, d.known = of.unit, true
	}
}

// collective reads "kedua", "both" before a noun; after a noun it is an
// ordinal, which ordinal reads.
func (r *reader) collective(i int, d *draft) int {
	v, n := r.collectives.Match(r.l, i)
	if n == 0 || v < 2 || !r.isNoun(i+n) || !r.counting(i, n) {
		return i
	}
	d.min, d.max, d.scale, d.spoken = v, v, 1, true
	return i + n
}

// counting reports whether the collective of n pieces at i stands before what
// it counts: nothing that it could number stands before it, or a noun of
// people or groups follows.
func (r *reader) counting(i, n int) bool {
	if r.starts(i) || r.l.Kind(i-1) != piece.Word || r.function[r.l.Lower(i-1)] {
		return true
	}
	return r.nouns[r.stem(r.l.Lower(i+n))] != ""
}

// ordinal reads a numbered noun: "menit ke-51", "babak kedua", "51st minute".
func (r *reader) ordinal(i int, c class, out *[]Quantity) int {
	noun := i - 1
	switch {
	case c&ordinalMark != 0:
		kind, n := r.ordinals.Match(r.l, i)
		v, ok := r.digits(r.l.Word(i + n))
		if n == 0 || kind != "before" || !ok || r.l.Kind(i+n) != piece.Number {
			return i
		}
		return r.numberedNoun(noun, i, i+n+1, v, out)
	case c&digit != 0:
		kind, n := r.ordinals.Match(r.l, i+1)
		v, ok := r.digits(r.l.Word(i))
		if n == 0 || kind != "after" || !ok || !r.l.At(i+1).Glued || r.l.Lower(i+2) == "-" || !r.isNoun(i+2) {
			return i
		}
		min, max := exact(v)
		r.add(out, i, i+3, Quantity{Min: min, Max: max, Unit: Ordinal + r.l.Lower(i+2)})
		return i + 3
	case c&collective != 0:
		v, n := r.collectives.Match(r.l, i)
		if n == 0 || r.headLast || r.counting(i, n) || r.l.Upper(noun) && !r.headline(noun) && !r.starts(noun) {
			return i
		}
		return r.numberedNoun(noun, i, i+n, v, out)
	}
	return i
}

// numberedNoun adds the ordinal of the noun before it.
func (r *reader) numberedNoun(noun, first, end int, v float64, out *[]Quantity) int {
	w := r.l.Lower(noun)
	if r.l.Kind(noun) != piece.Word || r.function[w] || !r.l.Same(noun, first) {
		return end
	}
	if len(*out) > 0 && (*out)[len(*out)-1].End > r.l.At(noun).Start {
		return end
	}
	min, max := exact(v)
	r.add(out, noun, end, Quantity{Min: min, Max: max, Unit: Ordinal + r.stem(w)})
	return end
}

// score reads the two numbers of a score as the goals of the one that has
// more, over the span of both: "0-6".
//
// It is one when two small numbers with a dash between them stand alone and
// either do not rise from one on, or have a word of winning near.
func (r *reader) score(i int, out *[]Quantity) int {
	a, b, ok := r.scored(i)
	if !ok {
		return i
	}
	lo, hi := exact(max(a, b))
	r.add(out, i, i+3, Quantity{Min: lo, Max: hi, Unit: r.scoreUnit})
	return i + 3
}

// scored returns the two numbers of the score at piece i.
func (r *reader) scored(i int) (a, b float64, ok bool) {
	if r.l.Kind(i) != piece.Number || r.l.Kind(i+2) != piece.Number || !dash(r.l.Lower(i+1)) || r.scoreUnit == "" {
		return 0, 0, false
	}
	if r.l.At(i).Glued && (r.l.Kind(i-1) != piece.Mark || dash(r.l.Lower(i-1))) || dash(r.l.Lower(i+3)) || r.unitAt(i+3) {
		return 0, 0, false
	}
	if len(r.l.Word(i)) > 2 || len(r.l.Word(i+2)) > 2 {
		return 0, 0, false
	}
	a, okA := r.digits(r.l.Word(i))
	b, okB := r.digits(r.l.Word(i + 2))
	if !okA || !okB || a > 20 || b > 20 || (a > 0 && a < b || r.isNoun(i+3)) && !r.won(i) {
		return 0, 0, false
	}
	return a, b, true
}

func dash(s string) bool { return s == "-" || s == "–" }

func (r *reader) unitAt(i int) bool {
	_, n := r.units.Match(r.l, i)
	_, m := r.magnitudes.Match(r.l, i)
	_, k := r.clock.Match(r.l, i)
	return n+m+k > 0
}

// won reports whether a word of scores stands within six pieces before i or
// three after it.
func (r *reader) won(i int) bool {
	for j := i - 6; j < i+6; j++ {
		if _, n := r.scores.Match(r.l, j); n > 0 && r.l.Same(i, j) {
			return true
		}
	}
	return false
}

// romans reads a roman number before a unit that is written in capitals, as
// those of scales are: "II-III MMI".
func (r *reader) romans(i int, d *draft) int {
	v, ok := romanValue(r.l.Word(i))
	if !ok {
		return i
	}
	end, hi := i+1, v
	if dash(r.l.Lower(end)) {
		if w, ok := romanValue(r.l.Word(end + 1)); ok && w > v {
			end, hi = end+2, w
		}
	}
	if _, n := r.units.Match(r.l, end); n == 0 || !r.acronym(end) {
		return i
	}
	d.min, d.max, d.scale, d.spoken = v, hi, 1, true
	return end
}

// romanValue reads I to XXXIX.
func romanValue(s string) (float64, bool) {
	value := map[byte]float64{'I': 1, 'V': 5, 'X': 10}
	var sum float64
	for i := 0; i < len(s); i++ {
		v := value[s[i]]
		if v == 0 {
			return 0, false
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return sum, s != ""
}
