package when

import (
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/nlp/piece"
)

// readDate reads a day with its month: "9 Juni 2025", "June 9, 2025", "9/6",
// "09-Jun-25", "2025-06-09", "9-11 Juni".
func (r *reader) readDate(i int, b *bag, apart bool) int {
	if b.month > 0 || b.year > 0 || b.unit != "" {
		return 0
	}
	if r.l.Kind(i) == piece.Number {
		if n := r.slashed(i, b); n > 0 {
			return n
		}
		if n := r.slashedRange(i, b); n > 0 {
			return n
		}
		if n := r.dashed(i, b); n > 0 {
			return n
		}
		return r.dayMonth(i, b)
	}
	return r.monthDay(i, b)
}

// slashed reads a date in digits and slashes (or dots, with a year).
func (r *reader) slashed(i int, b *bag) int {
	w := r.l.Word(i)
	sep := "/"
	if strings.Count(w, ".") == 2 {
		sep = "."
	}
	f := strings.Split(w, sep)
	if len(f) < 2 || len(f) > 3 {
		return 0
	}
	n := [3]int{integer(f[0]), integer(f[1])}
	if len(f) == 3 {
		n[2] = integer(f[2])
		if len(f[2]) == 2 {
			n[2] += 2000
		}
		if len(f[0]) == 4 {
			n[0], n[2] = n[2], n[0]
		}
	}
	if len(f) == 2 && isYear(f[0]) { // the season 2024/2025 or 2024/25
		if n[1]%100 != (n[0]+1)%100 || len(f[1]) == 4 && n[1] != n[0]+1 {
			return 0
		}
		b.year, b.yearTo = n[0], n[0]+1
		return 1
	}
	if r.monthFirst && n[0] <= 12 {
		n[0], n[1] = n[1], n[0]
	}
	if n[1] > 12 && n[0] <= 12 {
		n[0], n[1] = n[1], n[0]
	}
	if !isDay(n[0]) || n[1] < 1 || n[1] > 12 || (len(f) == 3 && (n[2] < 1800 || n[2] > 2199)) {
		return 0
	}
	if len(f) == 2 && b.weekday == 0 && !b.hasRel && !r.follows(dateWord, i) && !(r.l.Lower(i-1) == "(" && r.l.Lower(i+1) == ")") {
		return 0 // a fraction, a score, a ratio
	}
	b.day, b.month, b.year, b.numeric = n[0], n[1], n[2], true
	return 1
}

// slashedRange reads "14-15/6/2025".
func (r *reader) slashedRange(i int, b *bag) int {
	day, n := r.dayNumber(i)
	if k := r.is(to, i+1); n != 1 || k == 0 || b.weekday == 0 && r.l.Lower(i-1) != "(" {
		return 0
	}
	end := *b
	end.weekday = max(b.weekday, 1) // so that a date without a year counts
	if r.slashed(i+2, &end) == 0 || end.day <= day {
		return 0
	}
	b.day, b.dayTo, b.month, b.year, b.numeric = day, end.day, end.month, end.year, true
	return 3
}

// dashed reads "09-Jun-25", "9-6-2025" and "2025-06-09".
func (r *reader) dashed(i int, b *bag) int {
	if r.l.Lower(i+1) != "-" || r.l.Lower(i+3) != "-" || r.l.Kind(i+4) != piece.Number || len(r.l.Word(i+4)) < 2 {
		return 0
	}
	f := [3]string{r.l.Word(i), r.l.Word(i + 2), r.l.Word(i + 4)}
	day, month, year := integer(f[0]), integer(f[1]), integer(f[2])
	if m, n := r.months.Match(r.l, i+2); n == 1 {
		month = m
	}
	if isYear(f[0]) {
		day, year = year, day
	}
	if year < 100 {
		year += 2000
	}
	if !isDay(day) || month < 1 || month > 12 || year < 1800 || year > 2199 {
		return 0
	}
	b.day, b.month, b.year, b.numeric = day, month, year, true
	return 5
}

// dayMonth reads "9 Juni 2025", "9-11 Juni", "9th of June".
func (r *reader) dayMonth(i int, b *bag) int {
	day, n := r.dayNumber(i)
	if n == 0 {
		return 0
	}
	at, dayTo := i+n, 0
	if k := r.is(to, at); k > 0 {
		if second, m := r.dayNumber(at + k); m > 0 && second > day {
			dayTo, at = second, at+k+m
		}
	} else if k := r.is(and, at); k > 0 {
		if second, m := r.dayNumber(at + k); m > 0 && second == day+1 {
			dayTo, at = second, at+k+m // "14 dan 15 Juni"
		}
	}
	if r.l.Lower(at) == "." || r.l.Lower(at) == "/" || r.l.Lower(at) == "-" {
		at++
	} else {
		at += r.is(link, at)
	}
	month, m := r.months.Match(r.l, at)
	if m == 0 {
		return 0
	}
	b.day, b.dayTo, b.month = day, dayTo, month
	at += m
	if k := r.trailingYear(at+1, b); k > 0 && r.l.Lower(at) == "." {
		return at + 1 + k - i // "9 Jun. 2025"
	}
	return at + r.trailingYear(at, b) - i
}

// monthDay reads "June 9, 2025", "June 9-11".
func (r *reader) monthDay(i int, b *bag) int {
	month, n := r.months.Match(r.l, i)
	if n == 0 || !r.monthFirst || !r.l.Upper(i) {
		return 0
	}
	at := i + n
	if r.l.Lower(at) == "." {
		at++
	}
	day, m := r.dayNumber(at)
	if m == 0 {
		return 0
	}
	at += m
	b.day, b.month = day, month
	if k := r.is(to, at); k > 0 {
		if second, m := r.dayNumber(at + k); m > 0 && second > day && r.noMonth(at+k+m) {
			b.dayTo, at = second, at+k+m
		}
	}
	skip := at
	if r.l.Lower(at) == "," {
		skip++
	}
	if k := r.trailingYear(skip, b); k > 0 {
		at = skip + k
	}
	return at - i
}

// noMonth reports whether no month begins at i, so that a number before it is
// not that month's day.
func (r *reader) noMonth(i int) bool {
	_, n := r.months.Match(r.l, i)
	return n == 0
}

// dayNumber reads the number of a day of the month.
func (r *reader) dayNumber(i int) (day, n int) {
	w := r.l.Word(i)
	if r.l.Kind(i) != piece.Number || len(w) > 2 || !isDay(integer(w)) {
		return 0, 0
	}
	if r.l.At(i+1).Glued && r.l.Kind(i+1) == piece.Word {
		if _, k := r.months.Match(r.l, i+1); k == 0 {
			return integer(w), 2 // "9th"; other words will not be followed by a month
		}
	}
	return integer(w), 1
}

// trailingYear reads the year after a month: "2025", "'25", "tahun 2025".
func (r *reader) trailingYear(i int, b *bag) int {
	at := r.lights(i)
	if r.is(light, i) == 0 {
		at = i
	}
	if w := r.l.Word(at); r.l.Kind(at) != piece.Number || !isYear(w) && !(len(w) == 4 && w > "1000" && w < "1800") {
		return 0
	}
	b.year = integer(r.l.Word(at))
	return at + 1 - i
}

// readMonth reads a month that has no day: "Juni 2025", "sejak Januari".
func (r *reader) readMonth(i int, b *bag, apart bool) int {
	month, n := r.months.Match(r.l, i)
	if n == 0 || b.month > 0 || b.year > 0 || b.weekday > 0 || b.unit != "" {
		return 0
	}
	at := i + n
	if r.l.Lower(at) == "-" {
		at++ // "Mei-2025"
	}
	if k := r.trailingYear(at, b); k > 0 {
		b.month = month
		return at + k - i
	}
	if !r.l.Upper(i) || len(r.l.Word(i)) < 3 {
		return 0
	}
	named := r.l.Upper(i-1) && r.l.Same(i-1, i) && r.l.Kind(i-1) == piece.Word && b.edge == "" && !r.known(i-1)
	cued := b.edge != "" || b.week > 0 || b.cue != "" || r.follows(yearCue, i) || r.follows(light, i) || r.is(past, i+n) > 0 || r.is(this, i+n) > 0
	if !cued && (named || r.ambiguous(i, n)) {
		return 0
	}
	b.month = month
	return n
}

// known reports whether the word at i belongs to expressions of time.
func (r *reader) known(i int) bool {
	return r.is(light, i) > 0 || r.is(yearCue, i) > 0 || r.is(to, i) > 0 || r.starts[r.l.Lower(i)]
}

// ambiguous reports whether a month stands where its capital tells nothing:
// at the start of a sentence, before a capital word, or as a short form.
func (r *reader) ambiguous(i, n int) bool {
	return !r.l.Same(i-1, i) || len(r.l.Word(i)) == 3 || (r.l.Upper(i+n) && r.l.Kind(i+n) == piece.Word)
}

// readYear reads a year by itself: "tahun 2013", "sejak 1976", "2006-2008".
func (r *reader) readYear(i int, b *bag, apart bool) int {
	w := r.l.Word(i)
	if n := r.shortYear(i, b); n > 0 {
		return n
	}
	if r.l.Kind(i) != piece.Number || !isYear(w) || b.year > 0 || b.hasClock || b.unit == "week" || b.unit == "day" {
		return 0
	}
	if b.weekday > 0 || b.hasRel || b.day > 0 && b.month == 0 {
		return 0
	}
	p := r.l.At(i)
	if p.Glued && r.l.Kind(i-1) == piece.Word || r.l.Lower(i-1) == "$" || p.Glued && r.l.Lower(i-1) == "/" && r.l.Lower(i+1) == "/" {
		return 0 // the last is of a file: "LP/13/VI/2024/Reskrim"
	}
	if _, n := r.counted.Match(r.l, i+1); n > 0 && !r.follows(yearWord, i) && !r.follows(yearCue, i) {
		return 0
	}
	b.year = integer(w)
	if k := r.decade(i + 1); k > 0 {
		b.decade = true
		return 1 + k
	}
	if b.month == 0 && r.is(to, i+1) == 1 && r.l.Kind(i+2) == piece.Number && isYear(r.l.Word(i+2)) && integer(r.l.Word(i+2)) > b.year {
		b.yearTo = integer(r.l.Word(i + 2))
		return 3
	}
	if next := r.l.Word(i + 2); b.month == 0 && r.is(to, i+1) == 1 && r.l.At(i+1).Glued && r.l.At(i+2).Glued && len(next) == 2 && integer(next) == (b.year+1)%100 {
		b.yearTo = b.year + 1 // the season 2024-25
		return 3
	}
	return 1
}

// shortYear reads a year or a decade of the last century in two digits:
// "tahun 72", "era 90-an".
func (r *reader) shortYear(i int, b *bag) int {
	w := r.l.Word(i)
	year := integer(w)
	if r.l.Kind(i) != piece.Number || len(w) != 2 || year < 30 || b.dated() {
		return 0
	}
	if k := r.decade(i + 1); k > 0 && year%10 == 0 && r.follows(era, i) {
		b.year, b.decade = 1900+year, true
		return 1 + k
	}
	_, unit := r.counted.Match(r.l, i+1)
	if unit > 0 || !r.follows(yearWord, i) || r.l.Kind(i+1) == piece.Mark && r.l.At(i+1).Glued && r.l.Lower(i+1) != "." && r.l.Lower(i+1) != "," {
		return 0
	}
	b.year = 1900 + year
	return 1
}

// decade returns the pieces of the ending that makes a year a decade.
func (r *reader) decade(i int) int {
	at := i
	if r.l.Lower(at) == "-" {
		at++
	}
	if n := r.is(decade, at); n > 0 && r.l.At(at).Glued {
		return at + n - i
	}
	return 0
}

func isDay(n int) bool { return n >= 1 && n <= 31 }

func isYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && n >= 1800 && n <= 2199
}
