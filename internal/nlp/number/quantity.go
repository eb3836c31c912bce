package number

import (
	"math"
	"strings"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// The kinds of approximators.
const (
	about    = "about"
	moreThan = "more-than"
	atLeast  = "at-least"
	lessThan = "less-than"
	atMost   = "at-most"
	almost   = "almost"
	from     = "from"   // at least, of money: "mulai Rp 20 juta"
	neutral  = "amount" // belongs to the quantity and bounds nothing
	between  = "between"
	to       = "to"
	upTo     = "up-to" // "to" between two numbers, a bound before one: "hingga 700 kursi"
	and      = "and"
	or       = "or"
	orMore   = "or-more"
	orLess   = "or-less"
	around   = "around"
	ratio    = "ratio" // "one in five"
	part     = "part"  // "tiga tembakan, dua | di kepala"
)

// draft is a quantity while it is read.
type draft struct {
	amount
	kind    string // the qualifier's
	approx  bool
	label   string // unit that a word before the number gives
	unit    string
	sure    bool // the unit stands in a table, so that this counts something
	known   bool // the unit is a noun that the pack knows as counted
	span    bool // two years: from when to when
	part    bool // of the count before it
	first   int  // piece of the number itself
	opening int  // piece of the qualifier, if there is one
}

// quantity reads the grammar of the package comment at piece i.
func (r *reader) quantity(i int, out *[]Quantity) int {
	d := draft{opening: i}
	at := r.qualified(i, &d)
	d.first = at
	if v, n := r.fuseds.Match(r.l, at); n > 0 {
		return r.fused(d, v, n, out)
	}
	if next := r.collective(at, &d); next > at {
		at = next
	} else if at = r.amounts(at, &d); at == d.first {
		return i
	}
	at = r.post(at, &d, 1)
	if next := r.shareOf(at, &d); next > at {
		at = next
	} else {
		at = r.unitOf(at, &d)
	}
	at = r.half(r.post(at, &d, 2), &d)
	r.partOf(at, &d)
	r.outOf(at, &d)
	if d.kind == upTo {
		r.cap(&d, at)
	}
	if !r.counts(&d, at) {
		return max(d.first, i+1)
	}
	min, max := d.bounds()
	r.tally(&d)
	r.add(out, d.opening, at, Quantity{Min: min, Max: max, Approx: d.approx || d.vague || d.round || d.kind == about || d.kind == almost, Unit: d.unit})
	return at
}

// qualified reads the labels and qualifiers at piece i.
func (r *reader) qualified(i int, d *draft) int {
	for range 4 {
		c := r.class(i)
		if unit, n := r.labels.Match(r.l, i); c&label != 0 && n > 0 && d.label == "" && r.labelling(i, n) {
			d.label, i = unit, i+n
			if r.l.Kind(i-1) == piece.Mark || n > 2 {
				d.opening = i // "Adi (24)", "korban tewas menjadi 12": the number alone
			}
			if r.l.Lower(i) == ":" {
				i++
			}
			continue
		}
		kind, n := r.qualifiers.Match(r.l, i)
		if c&qualifier == 0 || n == 0 || !prefix(kind) {
			return i
		}
		if kind == from {
			if _, m := r.currencies.Match(r.l, i+n); m == 0 {
				return i
			}
			kind = atLeast
		}
		if kind == upTo && (i > 0 && r.at == i || r.l.Kind(i-1) == piece.Number) {
			return i // the end of a range or of a list
		}
		if d.kind == "" || d.kind == neutral || d.kind == between || d.kind == upTo {
			d.kind = kind
		}
		d.approx = d.approx || kind == about
		if i += n; d.kind == neutral || d.kind == upTo && kind == neutral {
			d.opening = i // "mencapai 12 orang": the words bound nothing
		}
	}
	return i
}

// cap makes a bound of the word before the number. The same word begins
// clauses ("hingga dua orang tewas"): there the number is one in words, or a
// word that says what befell follows what is counted.
func (r *reader) cap(d *draft, end int) {
	measured := d.currency != "" || d.unit == percent || r.durations[d.unit] != "" || r.measures[d.unit].dimension != ""
	clause := r.l.Kind(end) == piece.Word && r.l.Same(end-1, end) && !r.function[r.l.Lower(end)] && !r.proper(end)
	if measured || d.raw != "" && !year(d.raw) && !clause {
		d.kind = atMost
		return
	}
	d.kind, d.opening = "", d.first
}

// labelling reports whether the label of n pieces at i labels what follows: a
// single letter or mark must be tied to a number.
func (r *reader) labelling(i, n int) bool {
	w := r.l.Word(i)
	if n > 1 || len(w) > 1 {
		return true
	}
	if r.l.Kind(i) == piece.Mark { // "Adi (24)", "Smith, 34, …"
		close, who := ")", r.l.Upper(i-1)
		if w == "," {
			close, who = ",", (who || r.nouns[r.l.Lower(i-1)] == person) && r.l.Kind(i+3) == piece.Word && r.l.Kind(i-1) == piece.Word
		}
		return who && r.l.Lower(i+2) == close && len(r.l.Word(i+1)) == 2 && r.l.Kind(i+1) == piece.Number
	}
	return r.l.Upper(i) && r.l.Kind(i+1) == piece.Number && strings.ContainsAny(r.l.Word(i+1), ".,")
}

func prefix(kind string) bool {
	switch kind {
	case to, and, or, orMore, orLess, around, ratio, part:
		return false
	}
	return true
}

// ranging reports whether a word of a kind stands between the two ends of one.
func ranging(kind string) bool { return kind == to || kind == upTo }

// amounts reads an amount or a range of two.
func (r *reader) amounts(i int, d *draft) int {
	if _, _, ok := r.scored(i); ok {
		return i
	}
	a, at := r.amount(i)
	if at == i {
		return r.romans(i, d)
	}
	d.amount = a
	at = r.repeated(at, a)
	sep := at
	if code := r.repeatedUnit(at); code > 0 {
		sep = at + code
	}
	kind, n := r.qualifiers.Match(r.l, sep)
	if n == 0 || !joins(kind, d.kind) || a.vague && !ranging(kind) {
		return at
	}
	b, end := r.amount(sep + n)
	if ranging(kind) && year(a.raw) && year(b.raw) && a.bare && b.bare && a.currency == "" && !(r.l.Kind(sep) == piece.Word && r.counted(end)) {
		d.span = true
		return end
	}
	if end == sep+n || b.vague != a.vague || !r.ranges(&a, &b, kind) {
		return at
	}
	d.amount = b
	d.min, d.max, d.scale = a.lo(), b.hi(), 1
	d.bare = a.bare && b.bare
	d.currency = a.currency
	if d.currency == "" {
		d.currency = b.currency
	}
	return end
}

// counted reports whether a unit or a noun that is counted stands at piece i.
func (r *reader) counted(i int) bool {
	return r.unitAt(i) || r.nouns[r.l.Lower(i)] != ""
}

// repeatedUnit returns the pieces of a unit between the two ends of a range,
// when the same unit stands after the second: "5 persen hingga 10 persen".
func (r *reader) repeatedUnit(i int) int {
	u, n := r.units.Match(r.l, i)
	if n == 0 {
		return 0
	}
	kind, m := r.qualifiers.Match(r.l, i+n)
	if m == 0 || !ranging(kind) && kind != and {
		return 0
	}
	_, end := r.amount(i + n + m)
	if v, k := r.units.Match(r.l, end); k > 0 && v == u {
		return n
	}
	return 0
}

func joins(kind, qualifier string) bool {
	switch kind {
	case to, upTo, or:
		return true
	case and:
		return qualifier == between
	}
	return false
}

// ranges reports whether a and b are the ends of a range; the first takes the
// second's magnitude where it has none ("5 sampai 10 juta").
func (r *reader) ranges(a, b *amount, kind string) bool {
	if a.currency != "" && b.currency != "" && a.currency != b.currency {
		return false
	}
	if year(a.raw) != year(b.raw) && (year(a.raw) && a.currency == "" || year(b.raw)) {
		return false
	}
	if a.scale == 1 && b.scale > 1 && a.min < b.min && a.min < 1000 {
		a.scale = b.scale
	}
	if kind == or {
		return a.lo() < b.lo() && b.lo() <= 2*a.lo()+1 && a.bare == b.bare && a.spoken == b.spoken
	}
	return a.lo() < b.lo()
}

// repeated skips a number that is told again in brackets: "3 (tiga)".
func (r *reader) repeated(i int, a amount) int {
	if r.l.Lower(i) != "(" {
		return i
	}
	b, next := r.amount(i + 1)
	if next > i+1 && b.lo() == a.lo() && r.l.Lower(next) == ")" {
		return next + 1
	}
	return i
}

// post reads words after the number, or after the unit, that open a bound.
// After the unit a phrase must have at least min pieces: one word there is
// often a comparison ("5 kali lebih besar").
func (r *reader) post(i int, d *draft, min int) int {
	kind, n := r.qualifiers.Match(r.l, i)
	if n < min || n == 0 {
		return i
	}
	if _, m := r.qualifiers.Match(r.l, i+n-1); m > 1 {
		return i // "USD 5 atau | kurang lebih Rp 80"
	}
	switch kind {
	case orMore, orLess:
		d.kind = map[string]string{orMore: atLeast, orLess: atMost}[kind]
	case around:
		d.approx = true
	default:
		return i
	}
	return i + n
}

// bounds returns the bounds that the qualifier makes of the amount.
func (d *draft) bounds() (min, max *float64) {
	lo, hi := d.lo(), d.hi()
	min, max = &lo, &hi
	switch {
	case d.kind == moreThan || d.kind == atLeast:
		max = nil
	case d.kind == lessThan || d.kind == atMost || d.kind == almost:
		min = nil
	}
	return min, max
}

// counts reports whether what was read is a quantity: context can make it a
// name, a year, a date or a number of a list.
func (r *reader) counts(d *draft, end int) bool {
	if d.span || !r.l.Same(d.opening, end-1) || r.dated(d, end) {
		return false
	}
	if d.unit == "" {
		d.unit = d.label
	}
	if d.unit == "" && d.spoken && d.scale == 1 && d.hi() == 0 {
		return false
	}
	if d.currency != "" {
		d.unit = d.currency
		return true
	}
	if _, n := r.numbered.Before(r.l, d.first); n > 0 && d.label == "" && (d.bare || d.spoken) && (!d.sure || r.durations[d.unit] != "") && !d.bounded() {
		return false
	}
	if d.raw != "" && r.named(d) || d.spoken && r.inName(d.first) {
		return false
	}
	switch {
	case d.sure || d.label != "" || d.vague:
		return true
	case d.unit != "":
		return true
	}
	return d.scale > 1 || d.bounded() || (!d.bare && strings.IndexByte(d.raw, r.decimal) >= 0) || (!d.bare && d.lo() >= 1000)
}

// bounded reports whether a qualifier other than a neutral one stands there.
func (d *draft) bounded() bool { return d.kind != "" && d.kind != neutral }

// named reports whether the digits are part of a name, a year or a code.
func (r *reader) named(d *draft) bool {
	i := d.first
	p := r.l.At(i)
	switch {
	case year(d.raw) && !d.sure && !d.bounded():
		return true
	case len(d.raw) > 1 && d.raw[0] == '0' && d.bare:
		return true
	case d.bare && len(d.raw) > 6 && !d.sure:
		return true
	case r.version(d):
		return true // "the 5.50 Update"
	case d.unit == "" && r.l.At(d.first+1).Glued && r.l.Kind(d.first+1) == piece.Word && d.scale == 1:
		return true // "1080p"
	}
	if d.label != "" || i == 0 {
		return false
	}
	before := r.l.At(i - 1)
	if p.Glued && before.Kind == piece.Word && d.currency == "" {
		return true // "G20", "B737"
	}
	if p.Glued && strings.ContainsAny(before.Lower, "-#@/_+") && r.l.At(i-1).Glued {
		return true // "COVID-19", "U-23", "Km 14+300"
	}
	named := r.l.Upper(i-1) && r.l.Same(i-1, i) && !r.headline(i) && !r.function[before.Lower] && d.kind == ""
	if named && !d.sure && !d.known && d.bare {
		_, begins := r.qualifiers.Match(r.l, i-1)
		return begins == 0 && !r.starts(i-1)
	}
	return d.bare && !d.sure && !d.known && d.kind == "" && r.acronym(i-1) && !r.function[before.Lower] && r.l.Same(i-1, i)
}

// inName reports whether the number word at piece i is part of a name: written
// large behind a word that is, where others are not.
func (r *reader) inName(i int) bool {
	return i > 0 && r.l.Upper(i) && r.l.Upper(i-1) && r.l.Same(i-1, i) && !r.starts(i-1) && !r.function[r.l.Lower(i-1)] && !r.headline(i)
}

// version reports whether a small number with a decimal part stands before a
// word that is written large and longer than the signs of units are.
func (r *reader) version(d *draft) bool {
	counts := d.sure || d.known || d.label != "" || d.kind != "" || d.scale != 1
	next := d.first + 1
	return !counts && d.min < 100 && d.min != math.Trunc(d.min) && r.l.Upper(next) && len(r.l.Word(next)) > longestSign && r.l.Same(d.first, next) && !r.function[r.l.Lower(next)]
}

const longestSign = 3

// starts reports whether piece i begins its sentence, or words in quotation marks.
func (r *reader) starts(i int) bool {
	return i == 0 || !r.l.Same(i-1, i) || r.l.Kind(i-1) == piece.Mark && strings.ContainsAny(r.l.Lower(i-1), "\"“‘«")
}

func year(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20" || s[:2] == "18")
}

// dated reports whether the number belongs to a date or a clock time.
func (r *reader) dated(d *draft, end int) bool {
	if d.raw == "" && !d.spoken {
		return false
	}
	at := d.first + 1
	if r.l.Lower(at) == "-" {
		at++
	}
	if _, n := r.clock.Match(r.l, at); n > 0 && d.raw != "" {
		return true
	}
	if r.dayparts[d.unit] && (r.clockCues[r.l.Lower(d.first-1)] || r.clockCues[r.l.Lower(d.first-2)]) {
		return true // "jam 10 malam", "jam setengah delapan malam"
	}
	return r.durations[d.unit] != "" && r.l.Kind(end) == piece.Number && year(r.l.Word(end))
}
