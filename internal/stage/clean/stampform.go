package clean

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/selisik/selisik/internal/lang"
)

// stampForms turn stamps as the world prints them ("2031年5月12日", "12 mai 2031
// à 18h42", "१२ मई २०३१") into such as a reader of stamps knows.
type stampForms []stampForm

// stampForm is what a pattern is read as.
type stampForm struct {
	pattern *regexp.Regexp
	form    string
}

func newStampForms(packs []*lang.Pack) stampForms {
	var out stampForms
	for _, p := range packs {
		for _, row := range p.Rows("stamp-forms") {
			out = append(out, stampForm{regexp.MustCompile(row.Cols[0]), row.Cols[1]})
		}
	}
	return out
}

// read returns the stamp in such a form. Stamps in bare ASCII without a mark of
// hours ("18h42") are in one.
func (f stampForms) read(s string) string {
	s = plainDigits(s)
	if len(s) > maxStampBytes || !foreign.MatchString(s) {
		return s
	}
	for _, x := range f {
		s = x.pattern.ReplaceAllString(s, x.form)
	}
	return s
}

// maxStampBytes is the length of the longest stamp that is looked at.
const maxStampBytes = 400

// foreign is a sign by which a stamp may need another form.
var foreign = regexp.MustCompile(`[^\x00-\x7f]|\d ?[hH] ?\d|\. m\.`)

// plainDigits returns a stamp with its decimal digits in ASCII.
func plainDigits(s string) string {
	if len(s) > maxStampBytes || !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return s
	}
	return strings.Map(plainDigit, s)
}

// plainDigit returns the ASCII digit for a decimal digit of any script. The
// digits of a script stand in a row that begins with its zero.
func plainDigit(r rune) rune {
	if r < 0x80 || !unicode.IsDigit(r) {
		return r
	}
	zero := r
	for r-zero < 9 && unicode.IsDigit(zero-1) {
		zero--
	}
	return '0' + r - zero
}
