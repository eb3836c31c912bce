package number

import (
	"maps"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/piece"
)

// class is a set of the things that a word may begin.
type class uint16

const (
	digit class = 1 << iota
	cardinal
	magnitude
	vague
	fused
	collective
	qualifier
	money
	label
	roman
	blocked
	ordinalMark
)

// cardinalWord is an entry of the table of number words.
type cardinalWord struct {
	op    byte // '=' a value, 'x' multiplies, '+' adds, '/' divides, '&' joins
	value float64
}

// magnitudeWord multiplies what stands before it; own is its value when
// nothing does (0: then it is no number).
type magnitudeWord struct {
	value, own float64
	afterMoney bool // counts only after a currency mark
}

type bounds struct{ min, max float64 }

// fusedWord is a number with what it counts; one that echoes is a number only
// where it goes on with a count in the same unit, one that is open has no upper
// bound ("berbulan-bulan").
type fusedWord struct {
	value        float64
	unit         string
	echoes, open bool
}

// words is the pack's tables, made ready.
type words struct {
	decimal, group byte
	classes        map[string]class
	cardinals      piece.Table[cardinalWord]
	magnitudes     piece.Table[magnitudeWord]
	vagues         piece.Table[bounds]
	fuseds         piece.Table[fusedWord]
	collectives    piece.Table[float64]
	qualifiers     piece.Table[string]
	units          piece.Table[string]
	currencies     piece.Table[string]
	classifiers    piece.Table[string]
	labels         piece.Table[string]
	ordinals       piece.Table[string]
	numbered       piece.Table[bool]
	not            piece.Table[bool]
	scores         piece.Table[bool]
	sames          piece.Table[bool]
	clock          piece.Table[bool] // words that make a number a time
	function       map[string]bool
	roots          map[string]bool // words that no ending is cut off
	dayparts       map[string]bool // "malam", that follows a clock time as well
	clockCues      map[string]bool // words before a clock time: "pukul"
	endings        []string
	stems          *morph.Stemmer
	verbal         []string          // beginnings of verbs
	concrete       map[string]bool   // nouns of things and places
	nouns          map[string]string // noun to class
	durations      map[string]string // form to unit of time
	codes          map[string]bool   // of currencies
	measures       map[string]scale
	scoreUnit      string
}

func load(p *lang.Pack) words {
	w := words{decimal: p.Decimal[0], group: p.Group[0], stems: morph.New(p), classes: map[string]class{}, function: map[string]bool{}}
	w.loadNumbers(p)
	w.loadContext(p)
	fill(p, "approximators", &w.qualifiers, word)
	fill(p, "units", &w.units, word)
	fill(p, "currencies", &w.currencies, word)
	fill(p, "classifiers", &w.classifiers, word)
	fill(p, "label-units", &w.labels, word)
	fill(p, "ordinal-marks", &w.ordinals, word)
	for name, c := range map[string]class{
		"number-words": cardinal, "magnitudes": magnitude, "vague-numbers": vague, "fused-numbers": fused,
		"collectives": collective, "approximators": qualifier, "currencies": money, "label-units": label,
		"not-numbers": blocked, "ordinal-marks": ordinalMark,
	} {
		for _, row := range p.Rows(name) {
			w.classes[piece.First(row.Cols[0])] |= c
		}
	}
	for _, r := range []string{"i", "v", "x"} {
		for _, s := range []string{"", "i", "ii", "iii", "v", "x"} {
			w.classes[r+s] |= roman
		}
	}
	return w
}

// loadNumbers reads the tables that give values.
func (w *words) loadNumbers(p *lang.Pack) {
	fill(p, "number-words", &w.cardinals, func(c []string) cardinalWord {
		op, rest := byte('='), c[1]
		if strings.IndexByte("x+/&", rest[0]) >= 0 {
			op, rest = rest[0], rest[1:]
		}
		return cardinalWord{op, float(rest)}
	})
	fill(p, "magnitudes", &w.magnitudes, func(c []string) magnitudeWord {
		own, v, found := strings.Cut(c[1], "=")
		if !found {
			own, v = "0", c[1]
		}
		return magnitudeWord{float(v), float(own), c[0] != strings.ToLower(c[0])}
	})
	fill(p, "vague-numbers", &w.vagues, func(c []string) bounds { return bounds{float(c[1]), float(c[2])} })
	fill(p, "fused-numbers", &w.fuseds, func(c []string) fusedWord {
		value, echoes := strings.CutPrefix(c[1], "&")
		value, open := strings.CutSuffix(value, "+")
		return fusedWord{float(value), c[2], echoes, open}
	})
	fill(p, "collectives", &w.collectives, func(c []string) float64 { return float(c[1]) })
}

// loadContext reads the tables that tell what is no quantity, and of what
// kind units are.
func (w *words) loadContext(p *lang.Pack) {
	fill(p, "numbered", &w.numbered, listed)
	fill(p, "not-numbers", &w.not, listed)
	fill(p, "score-words", &w.scores, listed)
	fill(p, "same-units", &w.sames, listed)
	fill(p, "months", &w.clock, listed)
	fill(p, "zones", &w.clock, listed)
	for _, r := range p.Rows("function-words") {
		if ending, ok := strings.CutPrefix(r.Cols[0], "-"); ok {
			w.endings = append(w.endings, ending)
			continue
		}
		if beginning, ok := strings.CutSuffix(r.Cols[0], "-"); ok {
			w.verbal = append(w.verbal, beginning)
			continue
		}
		w.function[r.Cols[0]] = true
	}
	w.roots, w.dayparts, w.clockCues = p.Set("roots"), p.Set("dayparts"), map[string]bool{}
	for _, r := range p.Rows("time-words") {
		if r.Cols[1] == "clock" {
			w.clockCues[r.Cols[0]] = true
		}
	}
	w.nouns, w.durations, w.codes = p.Map("counted-nouns"), p.Map("time-units"), map[string]bool{}
	for _, code := range p.Map("currencies") {
		w.codes[code] = true
	}
	w.concrete = p.Set("place-words")
	maps.Copy(w.concrete, p.Set("things"))
	w.measures = map[string]scale{}
	for _, r := range p.Rows("measures") {
		w.measures[r.Cols[0]] = scale{r.Cols[1], float(r.Cols[2])}
	}
	for _, r := range p.Rows("score-units") {
		w.scoreUnit = r.Cols[0]
	}
}

func fill[V any](p *lang.Pack, name string, t *piece.Table[V], value func(cols []string) V) {
	for _, r := range p.Rows(name) {
		t.Add(r.Cols[0], value(r.Cols))
	}
}

func word(c []string) string { return c[1] }
func listed([]string) bool   { return true }

// float reads a number of a table; 0 for what is none.
func float(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
