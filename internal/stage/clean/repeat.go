package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// Repeated returns for each article the paragraphs that its outlet repeats over
// its articles: those that stand in four or more of the given articles of one
// outlet whose titles have nothing in common, or in very many. Paragraphs of
// background that the articles on one affair share are not among them. See
// news.Article.Without; ids stay as they are, so that they do not depend on the
// company an article is read in.
func (c *Cleaner) Repeated(articles []news.Article) [][]string {
	carriers := map[string][]int{} // articles by outlet and paragraph
	for i := range articles {
		seen := map[string]bool{}
		for _, p := range strings.Split(articles[i].Text, "\n\n") {
			if k := repeatKey(&articles[i], p); k != "" && !seen[k] {
				seen[k] = true
				carriers[k] = append(carriers[k], i)
			}
		}
	}
	titles := make([][]string, len(articles))
	for i := range articles {
		titles[i] = titleWords(articles[i].Title)
	}
	out := make([][]string, len(articles))
	for i := range articles {
		for _, p := range strings.Split(articles[i].Text, "\n\n") {
			if boilerplate(carriers[repeatKey(&articles[i], p)], titles) && !slices.Contains(out[i], p) {
				out[i] = append(out[i], p)
			}
		}
	}
	return out
}

// repeatKey is a paragraph with its outlet, "" if the outlet is not known or
// the paragraph too short to tell.
func repeatKey(a *news.Article, paragraph string) string {
	if a.Outlet == nil || utf8.RuneCountInString(paragraph) < minRepeated {
		return ""
	}
	return firstOf(a.Outlet.Group, a.Outlet.Domain, a.Outlet.Name) + "\n" + paragraph
}

const (
	minRepeated = 25 // runes of a paragraph that can be boilerplate
	minRepeats  = 4  // articles on different matters that make a paragraph boilerplate
	sureRepeats = 12 // articles on any matter that do
)

// boilerplate reports whether a paragraph of these articles is no report.
func boilerplate(carriers []int, titles [][]string) bool {
	if len(carriers) < minRepeats || len(carriers) >= sureRepeats {
		return len(carriers) >= sureRepeats
	}
	pairs, alike := 0, 0
	for n, i := range carriers {
		for _, j := range carriers[:n] {
			pairs++
			if slices.ContainsFunc(titles[i], func(w string) bool { return slices.Contains(titles[j], w) }) {
				alike++
			}
		}
	}
	return 3*alike < pairs
}

// titleWords returns the words of a title by which titles are compared.
func titleWords(title string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !wordRune(r) }), func(w string) bool {
		return utf8.RuneCountInString(w) < 4
	})
}

// twice marks what stands twice in one text: a paragraph that another one
// holds, and a first line that is the whole report without its paragraphs.
func twice(lines []line) {
	keys := make([]string, len(lines))
	for i := range lines {
		if lines[i].reason == "" && utf8.RuneCountInString(lines[i].text) >= minTwice {
			keys[i] = fold(lines[i].text)
		}
	}
	for i := range lines {
		covered := 0
		for j := range lines {
			if j != i && keys[j] != "" && keys[i] != "" && len(keys[j]) < len(keys[i]) && strings.Contains(keys[i], keys[j]) {
				covered += len(keys[j])
			}
		}
		if covered > 0 && 10*covered >= 9*len(keys[i]) {
			lines[i].reason, keys[i] = "markup", ""
		}
	}
	for i := range lines {
		for j := range lines[:i] {
			if keys[i] != "" && keys[j] != "" && strings.Contains(keys[j], keys[i]) {
				lines[i].reason, keys[i] = "markup", ""
			}
		}
	}
}

// doubles marks headlines that stand twice: the title and the text of one
// embedded link. A name that is linked twice in running sentences is none.
func (r *rules) doubles(lines []line) {
	first := map[string]int{}
	for i := range lines {
		l := &lines[i]
		if l.reason != "" || finished(l.text) && !strings.ContainsAny(l.text[len(l.text)-1:], "!?") || !headline(l.text) {
			continue
		}
		if same := i > 0 && lines[i-1].text == l.text; !same && (goesOn(lines, i) || midSentence(r, lines, i)) {
			continue
		}
		if j, ok := first[l.text]; ok {
			lines[j].reason, l.reason = "related", "related"
			continue
		}
		first[l.text] = i
	}
}

// goesOn reports whether the line after line i goes on with its sentence.
func goesOn(lines []line, i int) bool {
	return i+1 < len(lines) && lines[i+1].reason == "" && !lines[i+1].gap && resumes(lines[i+1].text)
}

// strangers marks headlines alone in a line none of whose longer words the
// article uses elsewhere: links to other articles, as subheadings are not.
func strangers(lines []line, title string) {
	var b strings.Builder
	b.WriteString(fold(title))
	for _, l := range lines {
		if l.reason == "" {
			b.WriteString(" " + fold(l.text))
		}
	}
	all := b.String()
	for i := range lines {
		l := &lines[i]
		first, _ := utf8.DecodeRuneInString(l.text)
		if i == 0 || l.reason != "" || finished(l.text) || !unicode.IsLetter(first) || len(strings.Fields(l.text)) < 6 || !headline(l.text) {
			continue
		}
		if own, words := shared(l.text, all); words >= 4 && own == 0 {
			l.reason = "related"
		}
	}
}

// shared returns how many of the words of a line stand in all, the folded
// text, more than the once that they stand in the line, and how many there are.
func shared(s, all string) (own, words int) {
	for _, w := range titleWords(s) {
		words++
		if again(all, w) {
			own++
		}
	}
	return own, words
}

// again reports whether part stands in s more than once. It looks no farther
// than the second place: counting all of them would make long texts of headlines
// cost their square.
func again(s, part string) bool {
	i := strings.Index(s, part)
	return i >= 0 && strings.Contains(s[i+len(part):], part)
}

// minTwice is the length in runes from which a paragraph is looked for in
// others: short sentences come back in earnest.
const minTwice = 60
