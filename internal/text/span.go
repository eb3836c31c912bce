package text

import (
	"sort"
	"unicode/utf8"
)

// Span is a half-open range [Start, End) of bytes in some text.
//
// Invariant: in values that stages hand on, both ends stand on rune borders and
// 0 <= Start <= End <= len(text).
type Span struct{ Start, End int }

// Of returns the text that the span covers in s, or "" if it does not fit.
func (sp Span) Of(s string) string {
	if sp.Start < 0 || sp.End > len(s) || sp.Start > sp.End {
		return ""
	}
	return s[sp.Start:sp.End]
}

// Len returns the length of the span in bytes.
func (sp Span) Len() int { return sp.End - sp.Start }

// Contains reports whether o lies wholly inside sp.
func (sp Span) Contains(o Span) bool { return sp.Start <= o.Start && o.End <= sp.End }

// Overlaps reports whether the spans share at least one byte.
func (sp Span) Overlaps(o Span) bool { return sp.Start < o.End && o.Start < sp.End }

// Shift returns the span n bytes further on.
func (sp Span) Shift(n int) Span { return Span{sp.Start + n, sp.End + n} }

// Valid reports whether the span lies in s with both ends on rune borders.
func (sp Span) Valid(s string) bool {
	return sp.Start >= 0 && sp.Start <= sp.End && sp.End <= len(s) &&
		border(s, sp.Start) && border(s, sp.End)
}

func border(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// Trim returns the span without the white space at its ends in s.
func (sp Span) Trim(s string) Span {
	for sp.Start < sp.End {
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if !isSpace(r) {
			break
		}
		sp.Start += n
	}
	for sp.Start < sp.End {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !isSpace(r) {
			break
		}
		sp.End -= n
	}
	return sp
}

// Offsets converts between byte offsets and code point offsets of one text.
// It keeps a mark every few hundred bytes, so a conversion costs O(1) bytes
// of scanning and the table stays small beside the text.
type Offsets struct {
	s     string
	marks []int // code points before byte i*stride
}

const stride = 256

// NewOffsets indexes s in one pass.
func NewOffsets(s string) *Offsets {
	o := &Offsets{s: s, marks: make([]int, 0, len(s)/stride+1)}
	n := 0
	for i := 0; i < len(s); i++ {
		if i%stride == 0 {
			o.marks = append(o.marks, n)
		}
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return o
}

// Point returns how many code points precede the byte offset b, which is
// clamped to the text.
func (o *Offsets) Point(b int) int {
	b = max(0, min(b, len(o.s)))
	if len(o.marks) == 0 {
		return 0
	}
	m := min(b/stride, len(o.marks)-1)
	n := o.marks[m]
	for i := m * stride; i < b; i++ {
		if utf8.RuneStart(o.s[i]) {
			n++
		}
	}
	return n
}

// Points converts a byte span to code points: [start, end).
func (o *Offsets) Points(sp Span) [2]int { return [2]int{o.Point(sp.Start), o.Point(sp.End)} }

// Byte returns the byte offset of code point p, clamped to the text.
func (o *Offsets) Byte(p int) int {
	if p <= 0 || len(o.marks) == 0 {
		return 0
	}
	m := sort.SearchInts(o.marks, p+1) - 1
	n := o.marks[m]
	for i := m * stride; i < len(o.s); i++ {
		if utf8.RuneStart(o.s[i]) {
			if n == p {
				return i
			}
			n++
		}
	}
	return len(o.s)
}

// Bytes converts a code point span to bytes.
func (o *Offsets) Bytes(p [2]int) Span { return Span{o.Byte(p[0]), o.Byte(p[1])} }
