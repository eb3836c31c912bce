package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// line is a line of the page on its way to become report or junk.
type line struct {
	text   string
	gap    bool   // a blank line stands before it
	reason string // why it is not report; "" if it is
	known  bool   // the patterns have seen it as it is
	joined bool   // put together from several lines
	piece  bool   // was the end of another line

	heading bool // the page says that it is a heading
}

// slug is a headline as it stands in an address, link and mail bare addresses.
var (
	mail = regexp.MustCompile(`^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$`)
	slug = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+){3,}$`)
	link = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
)

// markup returns "markup" for lines that no reader would miss in any language.
func markup(s string) string {
	switch {
	case slug.MatchString(s), link.MatchString(s), mail.MatchString(s), menu(s), wholeImage(s), s != "-" && !strings.ContainsFunc(s, wordRune) && len(s) > 1:
		return "markup"
	}
	return ""
}

// wholeImage reports whether a line is a picture in Markdown and no more.
func wholeImage(s string) bool {
	at := mdImage.FindStringIndex(s)
	return at != nil && at[0] == 0 && at[1] == len(s)
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// split cuts text into lines, with one blank for every run of white space and
// none at the ends.
func split(s string) []line {
	var out []line
	gap := false
	for _, l := range strings.Split(s, "\n") {
		if l = spaced(l); l == "" {
			gap = true
			continue
		}
		out = append(out, line{text: l, gap: gap && len(out) > 0})
		gap = false
	}
	return out
}

// closers are the marks that may follow the end of a sentence.
const closers = `"'”’)]»」』）` + "`" + ` `

// finished reports whether a line ends as sentences do.
func finished(s string) bool {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;。！？；।؟۔॥", r) || s == ""
}

// resumes reports whether a line begins as the rest of a sentence does.
func resumes(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r) || punctuates(r)
}

func punctuates(r rune) bool { return strings.ContainsRune(",.;:)!?%", r) }

// headline reports whether s reads as the headline of some article: short,
// without a full stop, most of its longer words capitalised; not a question that
// ends in a small word, which a report may ask.
func headline(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 12 || n > 200 || fullStop(s) || smallQuestion.MatchString(s) {
		return false
	}
	return capitals(s) >= 0.6
}

var smallQuestion = regexp.MustCompile(`(?:^|[^\pL])\p{Ll}+\?$`)

// fullStop reports whether s ends with the full stop of some script.
func fullStop(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".。।۔", r) && !strings.HasSuffix(s, "...")
}

// letters is how long a text is, in letters of an alphabet: a sign of Chinese
// says as much as three of them, one of a syllabary as two.
func letters(s string) int {
	n := utf8.RuneCountInString(s)
	if len(s) < 2*n {
		return n
	}
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Han, r):
			n += 2
		case unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			n++
		}
	}
	return n
}

// capitals returns the share of words of four letters or more that do not
// begin with a small letter.
func capitals(s string) float64 {
	long, upper := 0, 0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !wordRune(r) }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		long++
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLower(r) {
			upper++
		}
	}
	if long == 0 {
		return 0
	}
	return float64(upper) / float64(long)
}

// report returns the paragraphs that are left and what was taken out, in order.
func report(lines []line) (paragraphs []string, removed []news.Removed) {
	for _, l := range lines {
		if l.reason == "" {
			paragraphs = append(paragraphs, l.text)
			continue
		}
		removed = append(removed, news.Removed{Text: l.text, Reason: l.reason})
	}
	return paragraphs, removed
}
