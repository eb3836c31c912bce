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
	besides   int // statements told beside their findings
	sentences []news.Sentence
	said      []terms                      // of the sentences so far
	before    map[news.ClaimID]*news.Claim // the claim before it in its article
	place     map[news.ClaimID]int         // of which sentence of its article's text it is, from 1
	written   map[string]bool              // dates that were set behind a word
	named     map[string]int               // how often a person is named within a sentence
	topics    map[news.ClaimID]topic       // as far as they were asked for
	numbers   map[string]int32             // of the terms
	ranked    []weighed                    // the differences, the weightiest first, once they were asked for
	outdated  map[news.ClaimID]bool        // hold a value that another followed, and not the last
}

func newDraft(w *Writer, s *news.Story, phrases *lang.Pack) *draft {
	d := &draft{
		w: w, story: s, phrases: phrases, count: map[string]int{},
		claims: map[news.ClaimID]*news.Claim{}, articles: map[news.ArticleID]*news.Article{},
		before: map[news.ClaimID]*news.Claim{}, place: map[news.ClaimID]int{}, named: map[string]int{}, written: map[string]bool{},
		topics: map[news.ClaimID]topic{}, numbers: map[string]int32{}, outdated: outdated(s.Findings),
	}
	last, count := map[news.ArticleID]*news.Claim{}, map[news.ArticleID]int{}
	for i := range s.Claims {
		c := &s.Claims[i]
		d.claims[c.ID], d.before[c.ID] = c, last[c.Article]
		if c.Field == news.InText {
			count[c.Article]++
			d.place[c.ID] = count[c.Article]
		}
		for _, m := range c.Mentions {
			if m.Kind == news.Person && m.Span.Start > c.Span.Start {
				d.named[m.Name]++
			}
		}
		last[c.Article] = c
	}
	for i := range s.Readings {
		d.articles[s.Readings[i].Article.ID] = &s.Readings[i].Article
	}
	return d
}

// outdated returns the claims that hold a value which another followed, and
// nowhere the last one, in what happened: how many the dead were at noon.
func outdated(findings []news.Finding) map[news.ClaimID]bool {
	out, last := map[news.ClaimID]bool{}, map[news.ClaimID]bool{}
	for i, f := range findings {
		if !f.Main && i >= maxWhat {
			continue
		}
		for id, n := range setOf(f).newest {
			out[id], last[id] = true, last[id] || n > 0
		}
	}
	for id := range last {
		if last[id] {
			delete(out, id)
		}
	}
	return out
}

// add appends a sentence if it cites something, is grounded and is not said
// already, and reports whether it did.
func (d *draft) add(section, sentence string, cites []news.ClaimID) bool {
	about := d.number(d.own(), sentence)
	return !d.repeated(about) && d.put(section, sentence, cites, about)
}

// put appends a sentence if it cites something, is grounded, and does not open with
// a pronoun that nothing names; the first sentence of a brief may.
func (d *draft) put(section, sentence string, cites []news.ClaimID, about terms) bool {
	sentence = strings.Join(strings.Fields(sentence), " ")
	if len(cites) == 0 || !d.grounded(sentence, cites) || len(d.sentences) > 0 && d.own().namesNobody(sentence) {
		return false
	}
	d.sentences = append(d.sentences, news.Sentence{Section: section, Text: sentence, Citations: cites})
	d.said = append(d.said, about)
	d.count[section]++
	return true
}

// repeated reports whether a sentence before says what one about this says.
func (d *draft) repeated(about terms) bool {
	return slices.ContainsFunc(d.said, func(old terms) bool { return same(about, old) })
}

// state adds the finding by its most readable claim of a text.
func (d *draft) state(section string, f news.Finding) bool {
	for _, c := range d.byReadability(setOf(f)) {
		if c.Field != news.InText || d.repeated(d.terms(c)) {
			continue
		}
		if text, of := d.sentence(c); d.put(section, text, union(f.Claims, of), d.terms(c)) {
			return true
		}
	}
	return false
}

// single adds what one article alone has, with its outlet's name.
func (d *draft) single(f news.Finding) {
	best := slices.DeleteFunc(d.byReadability(setOf(f)), d.scrap)
	if len(best) == 0 || d.repeated(d.terms(best[0])) {
		return
	}
	text, of := d.sentence(best[0])
	cites, about := union(f.Claims, of), d.terms(best[0])
	outlet := d.outlet(best[0].Article)
	if outlet == "" || !d.put(Single, d.phrases.Phrase("brief.only", "outlet", outlet, "text", text), cites, about) {
		d.put(Single, text, cites, about)
	}
}

// tongue returns what is known of the language of c's article.
func (d *draft) tongue(c *news.Claim) *tongue {
	if t := d.w.tongues[d.language(c)]; t != nil {
		return t
	}
	return d.w.none
}

// own returns what is known of the brief's own language.
func (d *draft) own() *tongue {
	if t := d.w.tongues[d.phrases.Tag]; t != nil {
		return t
	}
	return d.w.none
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

// isBackground reports whether f tells of what lies well before the coverage:
// half of its claims or more are dated, and none later.
func (d *draft) isBackground(f news.Finding) bool {
	if d.story.First.IsZero() {
		return false
	}
	dated, all := 0, 0
	for _, id := range f.Claims {
		c := d.claims[id]
		if c == nil {
			continue
		}
		all++
		for _, t := range c.Times {
			if t.End.Time.After(d.story.First.Add(-before)) {
				return false
			}
		}
		if len(c.Times) > 0 {
			dated++
		}
	}
	return dated > 0 && 2*dated >= all
}

// outlet returns the name by which readers know the article's outlet.
func (d *draft) outlet(id news.ArticleID) string {
	if a := d.articles[id]; a != nil && a.Outlet != nil {
		return a.Outlet.Name
	}
	return ""
}
