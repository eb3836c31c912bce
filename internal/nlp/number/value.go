package number

import (
	"math"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// amount is a number as it was read.
type amount struct {
	min, max float64 // equal unless the number is vague
	vague    bool
	currency string
	scale    float64 // of its magnitude words, 1 without any
	// bare is set for a whole number in few digits, with nothing that would
	// tell it from a name, a year or a list mark.
	bare   bool
	round  bool // its magnitude is told by order: "2 miliaran"
	spoken bool // in words
	raw    string
}

// amount reads [currency] number {magnitude} at piece i; next is i if there is
// none.
func (r *reader) amount(i int) (a amount, next int) {
	at := i
	if code, n := r.currencies.Match(r.l, at); n > 0 && (n == 1 || len(r.l.Lower(at)) > 1 || r.l.At(at+1).Glued) {
		a.currency, at = code, at+n
		if r.l.Lower(at) == "." {
			at++
		}
	}
	at = r.number(at, &a)
	if at == i || (a.currency != "" && a.raw == "" && !a.spoken && !a.vague) {
		return a, i
	}
	at = r.scaled(at, &a)
	if a.currency == "" {
		if code, n := r.currencies.Match(r.l, at); n > 0 && r.l.Word(at) != "$" && r.l.Kind(at+n) != piece.Number {
			a.currency, at = code, at+n
		}
	}
	return a, at
}

// number reads digits, words or a vague number into a.
func (r *reader) number(i int, a *amount) int {
	a.scale = 1
	if r.l.Kind(i) == piece.Number {
		v, ok := r.digits(r.l.Word(i))
		if !ok {
			return i
		}
		a.min, a.max, a.raw = v, v, r.l.Word(i)
		a.bare = !strings.ContainsAny(a.raw, ".,")
		if w, n := r.fraction(i + 1); n > 0 && a.bare { // "3 1/2"
			a.min, a.max, a.bare = v+w, v+w, false
			return i + 1 + n
		}
		return i + 1
	}
	if b, n := r.vagues.Match(r.l, i); n > 0 {
		a.min, a.max, a.vague = b.min, b.max, true
		return i + n
	}
	if v, n := r.spoken(i); n > 0 {
		a.min, a.max, a.spoken = v, v, true
		return i + n
	}
	return i
}

// fraction reads the part of one behind a whole number: "3 1/2".
func (r *reader) fraction(i int) (v float64, pieces int) {
	if w := r.l.Word(i); r.l.Kind(i) == piece.Number && len(w) == 3 && w[1] == '/' && w[0] < w[2] && w[0] > '0' && !r.l.At(i).Glued {
		return float64(w[0]-'0') / float64(w[2]-'0'), 1
	}
	return 0, 0
}

// thousand is the least number told by its order that scales the one before it.
const thousand = 1000

// scaled multiplies a by the magnitude words at piece i, or by a number told by
// its order ("8,6 jutaan").
func (r *reader) scaled(i int, a *amount) int {
	if b, n := r.vagues.Match(r.l, i); n == 1 && b.min >= thousand && !a.vague {
		a.scale, a.bare, a.round = b.min, false, true
		a.max = a.min + step(a.raw) - 1/a.scale // up to where the next begins
		return i + n
	}
	if a.spoken {
		return i // spoken has read them
	}
	for range 2 {
		m, n := r.magnitudes.Match(r.l, i)
		if n == 0 || m.own > 0 || (m.afterMoney && a.currency == "") {
			return i
		}
		a.scale *= m.value
		a.bare = false
		i += n
	}
	return i
}

// step is what the last digit of a number counts: 1 of "24", 0.1 of "8,6".
func step(raw string) float64 {
	if at := strings.LastIndexAny(raw, ".,"); at >= 0 {
		return math.Pow10(at + 1 - len(raw))
	}
	return 1
}

// lo and hi are the bounds of a in full.
func (a amount) lo() float64 { return round(a.min * a.scale) }
func (a amount) hi() float64 { return round(a.max * a.scale) }

// round takes off what binary fractions add: 2.4 × 1e9 is 2400000000.
func round(v float64) float64 {
	if math.Abs(v) >= 1e15 || v == 0 {
		return math.Round(v)
	}
	s := strconv.FormatFloat(v, 'g', 14, 64)
	out, _ := strconv.ParseFloat(s, 64)
	return out
}

// digits reads a number as it is written. The pack's group mark parts groups
// of three; where it does not, it is a decimal mark after the other custom.
func (w *words) digits(s string) (float64, bool) {
	if strings.ContainsAny(s, ":/") {
		return 0, false
	}
	decimal := strings.LastIndexAny(s, ".,")
	if decimal >= 0 && w.grouped(s, decimal) {
		decimal = -1
	}
	var b [32]byte
	out := b[:0]
	for i := 0; i < len(s); i++ {
		switch {
		case i == decimal:
			out = append(out, '.')
		case s[i] >= '0' && s[i] <= '9':
			out = append(out, s[i])
		case decimal >= 0 && s[i] == s[decimal]:
			return 0, false // "23.55.06", "10.0.0.1"
		case s[i] != '.' && s[i] != ',':
			return 0, false // digits of another script
		}
	}
	v, err := strconv.ParseFloat(string(out), 64)
	return v, err == nil && !math.IsInf(v, 0)
}

// grouped reports whether the last mark of s parts thousands.
func (w *words) grouped(s string, last int) bool {
	mark := s[last]
	if len(s)-last-1 != 3 {
		return false
	}
	first := strings.IndexByte(s, mark)
	if first == last && mark != w.group {
		return false
	}
	if first > 3 || s[0] == '0' || strings.IndexAny(s, ".,") != first {
		return false
	}
	for i := first; i < last; i += 4 {
		if i+4 >= len(s) || s[i+4] != mark {
			return false
		}
	}
	return true
}

// spoken evaluates the number words at piece i and returns how many it took.
//
// A value waits until a multiplier (x100), a teen (+10) or a magnitude (1e6)
// takes it: group gathers hundreds and tens, total gathers magnitudes.
func (r *reader) spoken(i int) (float64, int) {
	var total, group, wait float64
	at, took := i, i
	for {
		if m, n := r.magnitudes.Match(r.l, at); n > 0 && !m.afterMoney {
			v := group + wait
			if v == 0 {
				v = m.own
			}
			if v == 0 {
				break
			}
			total, group, wait = total+v*m.value, 0, 0
			at += n
			took = at
			continue
		}
		c, n := r.cardinals.Match(r.l, at)
		if n == 0 || !follows(c, group, wait, took > i) {
			break
		}
		switch c.op {
		case '=':
			if wait += c.value; c.value >= 100 {
				group, wait = group+wait, 0
			}
		case '/':
			wait /= c.value
		case '+':
			group, wait = group+wait+c.value, 0
		case 'x':
			group, wait = group+max(wait, 1)*c.value, 0
		}
		at += n
		if c.op != '&' {
			took = at
		}
		if r.l.Lower(at) == "-" && r.l.At(at).Glued && r.l.At(at+1).Glued {
			if next, n := r.cardinals.Match(r.l, at+1); n > 0 && next.op == '=' && follows(next, group, wait, true) {
				at++
			}
		}
	}
	return round(total + group + wait), took - i
}

// follows reports whether c may stand after what was read.
func follows(c cardinalWord, group, wait float64, begun bool) bool {
	switch c.op {
	case '&':
		return begun && (group > 0 || wait > 0)
	case '+':
		return wait >= 2 && wait <= 9
	case '/':
		return wait >= 1 && wait < c.value
	case 'x':
		return wait <= 99 && (wait > 0 || !begun)
	}
	switch {
	case wait == 0:
		return group == 0 || c.value < 100
	case c.value < 1:
		return wait == math.Trunc(wait)
	}
	return wait >= 20 && math.Mod(wait, 10) == 0 && c.value < 10 && c.value == math.Trunc(c.value)
}
