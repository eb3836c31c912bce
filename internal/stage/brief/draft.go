package brief

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// draft is a brief in the making.
type draft struct {
	w         *Writer
	story     *news.Story
	phrases   *lang.Pack
	claims    map[news.ClaimID]*news.Claim
	articles  map[news.ArticleID]*news.Article
	count     map[string]int
	sentences []news.Sentence
	said      []map[string]bool // words of the sentences so far
}

func newDraft(w *Writer, s *news.Story, phrases *lang.Pack) *draft {
	d := &draft{
		w: w, story: s, phrases: phrases, count: map[string]int{},
		claims: map[news.ClaimID]*news.Claim{}, articles: map[news.ArticleID]*news.Article{},
	}
	for i := range s.Claims {
		d.claims[s.Claims[i].ID] = &s.Claims[i]
	}
	for i := range s.Readings {
		d.articles[s.Readings[i].Article.ID] = &s.Readings[i].Article
	}
	return d
}

// add appends a sentence if it cites something, is grounded and is not said
// already, and reports whether it did.
func (d *draft) add(section, sentence string, cites []news.ClaimID) bool {
	sentence = strings.Join(strings.Fields(sentence), " ")
	words := wordSet(sentence)
	if len(cites) == 0 || !d.grounded(sentence, cites) || d.repeats(words) {
		return false
	}
	d.sentences = append(d.sentences, news.Sentence{Section: section, Text: sentence, Citations: cites})
	d.said = append(d.said, words)
	d.count[section]++
	return true
}

// repeats reports whether most of the words were said in one sentence before.
func (d *draft) repeats(words map[string]bool) bool {
	for _, old := range d.said {
		shared := 0
		for w := range words {
			if old[w] {
				shared++
			}
		}
		if float64(shared) >= 0.7*float64(min(len(words), len(old))) {
			return true
		}
	}
	return false
}

// state adds the finding by its most readable claim.
func (d *draft) state(section string, f news.Finding) bool {
	for _, c := range d.byReadability(f) {
		if d.add(section, d.prose(c), f.Claims) {
			return true
		}
	}
	return false
}

// single adds what one article alone has, with its outlet's name.
func (d *draft) single(f news.Finding) {
	best := slices.DeleteFunc(d.byReadability(f), scrap)
	if len(best) == 0 {
		return
	}
	outlet := d.outlet(best[0].Article)
	if outlet == "" || !d.add(Single, d.phrases.Phrase("brief.only", "outlet", outlet, "text", d.prose(best[0])), f.Claims) {
		d.add(Single, d.prose(best[0]), f.Claims)
	}
}

// articlesOf returns the articles that carry f, in the order of its claims.
func (d *draft) articlesOf(f news.Finding) []news.ArticleID {
	var out []news.ArticleID
	for _, id := range f.Claims {
		if c := d.claims[id]; c != nil && !slices.Contains(out, c.Article) {
			out = append(out, c.Article)
		}
	}
	return out
}

// isBackground reports whether all that f dates lies well before the coverage.
func (d *draft) isBackground(f news.Finding) bool {
	if d.story.First.IsZero() {
		return false
	}
	dated := false
	for _, id := range f.Claims {
		c := d.claims[id]
		if c == nil {
			continue
		}
		for _, t := range c.Times {
			dated = true
			if t.End.Time.After(d.story.First.Add(-before)) {
				return false
			}
		}
	}
	return dated
}

// outlet returns the name by which readers know the article's outlet.
func (d *draft) outlet(id news.ArticleID) string {
	if a := d.articles[id]; a != nil && a.Outlet != nil {
		return a.Outlet.Name
	}
	return ""
}

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), notWord) {
		m[w] = true
	}
	return m
}
