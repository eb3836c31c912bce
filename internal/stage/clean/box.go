package clean

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// boxes.tsv lists what pages of all languages call the boxes inside and around
// an article that are not report, with the reason.
//
//go:embed boxes.tsv
var boxesTable string

// boxNames maps the names to reasons.
type boxNames map[string]string

func newBoxNames() boxNames {
	m := boxNames{}
	for _, l := range strings.Split(boxesTable, "\n") {
		if name, reason, ok := strings.Cut(l, "\t"); ok && !strings.HasPrefix(l, "#") {
			m[name] = reason
		}
	}
	return m
}

// maxBoxWords is how many words the longest name of a box has.
const maxBoxWords = 4

// of returns why what stands in n is not report by its class and id, "" if
// they do not tell.
func (b boxNames) of(n *html.Node) string {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for _, name := range strings.Fields(a.Val) {
			if reason := b.reason(name); reason != "" {
				return reason
			}
		}
	}
	return ""
}

// reason looks up a name and the words at its ends: of "b-related-articles"
// the last two, of "newsletterBoxWide" the first two.
func (b boxNames) reason(name string) string {
	words := nameWords(name)
	for n := min(len(words), maxBoxWords); n > 0; n-- {
		for _, part := range [][]string{words[:n], words[len(words)-n:]} {
			if reason := b[strings.Join(part, "-")]; reason != "" {
				return reason
			}
		}
	}
	return ""
}

// nameWords parts "relatedArticles", "related_articles" and "related-articles"
// into words in small letters.
func nameWords(name string) []string {
	var out []string
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, word.String())
			word.Reset()
		}
	}
	small := false
	for _, r := range name {
		if !wordRune(r) || unicode.IsUpper(r) && small {
			end()
		}
		if small = unicode.IsLower(r); wordRune(r) {
			word.WriteRune(unicode.ToLower(r))
		}
	}
	end()
	return out
}

// maxBoxShare is how much of a page's report a box may hold. Pages give such
// names to what holds the whole article too ("share-enabled").
const maxBoxShare = 0.3

// box tells for each taken block whether it stands in a box that is not
// report, by the names of the elements around it.
func (w *weighed) box(names boxNames) {
	held := map[*html.Node]int{}
	all := 0
	for i := range w.all {
		if !w.in[i] {
			continue
		}
		n := utf8.RuneCountInString(w.all[i].text)
		all += n
		for e := w.all[i].in; e != nil; e = e.Parent {
			held[e] += n
		}
	}
	w.why = make([]string, len(w.all))
	known := map[*html.Node]string{}
	for i := range w.all {
		if !w.in[i] || w.inBody(i) > 0.8 {
			continue
		}
		for e := w.all[i].in; e != nil && float64(held[e]) <= maxBoxShare*float64(all); e = e.Parent {
			reason, ok := known[e]
			if !ok {
				reason = names.of(e)
				known[e] = reason
			}
			if reason != "" {
				w.why[i] = reason
				break
			}
		}
	}
}
