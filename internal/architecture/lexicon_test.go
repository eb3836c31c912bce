package architecture

import (
	"go/ast"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/lang"
)

// wordTables are the tables whose forms are words of a language, and therefore
// must not stand in code. English ones that hold everyday words are left out:
// the program's own terms are English.
var wordTables = []string{
	"months", "weekdays", "relative-days", "dayparts", "number-words", "magnitudes", "vague-numbers",
	"approximators", "classifiers", "reporting-verbs", "source-nouns", "pronouns", "hedges", "negators",
	"titles", "org-words", "place-words", "connectives", "synonyms", "stopwords",
}

var everyday = map[string]bool{"stopwords": true, "synonyms": true, "number-words": true, "connectives": true}

// place is a place in a fixed phrase.
var place = regexp.MustCompile(`\{(\w+)\}`)

// codes are the program's own terms that happen to be words: kinds, units and
// keys that the tables' other columns use, places in phrases, and the names of
// the vocabulary.
func codes(packs *lang.Packs) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(`person organisation place other role time cause day minute text title
		what agreed differs single quotes background possible planned agency outlet official institution
		document social witness form share related credit caption markup advert promo states omits update
		precision scope contradiction quantity wording article string source name body head img src none`) {
		out[w] = true
	}
	for _, tag := range packs.Tags() {
		for _, r := range packs.For(tag).Rows("phrases") {
			for _, m := range place.FindAllStringSubmatch(r.Cols[1], -1) {
				out[m[1]] = true
			}
		}
		for _, table := range lang.Tables() {
			for _, r := range packs.For(tag).Rows(table) {
				for _, v := range r.Cols[1:] {
					out[v] = true
				}
			}
		}
	}
	return out
}

func TestNoWordOfALanguageStandsInCode(t *testing.T) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	skip := codes(packs)
	words := map[string]string{}
	for _, tag := range packs.Tags() {
		for _, table := range wordTables {
			if tag == "en" && everyday[table] {
				continue
			}
			for _, r := range packs.For(tag).Rows(table) {
				if w := strings.ToLower(r.Cols[0]); len(w) >= 4 && !skip[w] {
					words[w] = tag + "/" + table
				}
			}
		}
	}
	for _, f := range sources(t) {
		if !under(f.dir, "internal/nlp") && !under(f.dir, "internal/stage") {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if _, tag := n.(*ast.Field); tag {
				return false // struct tags
			}
			lit, ok := n.(*ast.BasicLit)
			if !ok {
				return true
			}
			if s, err := strconv.Unquote(lit.Value); err == nil && words[strings.ToLower(s)] != "" {
				t.Errorf("%s: the word %q belongs in a pack (%s has it)", f.path, s, words[strings.ToLower(s)])
			}
			return true
		})
	}
}
