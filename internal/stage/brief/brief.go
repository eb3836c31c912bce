package brief

import (
	"slices"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Sections of a brief, in the order in which Write gives them.
const (
	What       = "what"
	Differs    = "differs"
	Agreed     = "agreed"
	Quotes     = "quotes"
	Single     = "single"
	Background = "background"
)

// How many sentences a section has at the most: a brief is read in a minute.
const (
	maxWhat       = 5
	maxDiffers    = 5
	maxAgreed     = 6
	maxQuotes     = 4
	maxSingle     = 4
	maxBackground = 3
)

// before is how long before the first article something must lie to be
// background.
const before = 30 * 24 * time.Hour

// hoursLater is how long after all others an article must come to bring what
// nobody else can have.
const hoursLater = 3 * time.Hour

// A lead is news rather than a way into the subject if it has so many figures, times
// and names, and so much of what its article's title is about.
const (
	tellsMuch  = 2
	tellsTitle = 0.4
)

// Writer writes briefs. It is safe for use by several goroutines.
type Writer struct {
	packs   *lang.Packs
	tongues map[string]*tongue
	none    *tongue         // of languages without a pack
	numbers map[string]bool // number words of all languages
}

// New builds a writer from the packs' phrases, openers, pronouns, verbs of
// saying, roots and synonyms.
func New(packs *lang.Packs) *Writer {
	w := &Writer{packs: packs, tongues: map[string]*tongue{}, none: newTongue(lang.Empty("und")), numbers: map[string]bool{}}
	for _, tag := range packs.Tags() {
		p := packs.For(tag)
		w.tongues[tag] = newTongue(p)
		for form, value := range p.Map("number-words") {
			if value[0] >= '0' && value[0] <= '9' {
				w.numbers[form] = true
			}
		}
	}
	return w
}

// Write returns the brief of s with its fixed phrases in the language of tag;
// the evidence keeps the language of its article. The order of s.Findings is
// that of their importance, as reconcile gives them. What was withdrawn is left
// out.
func (w *Writer) Write(s news.Story, tag string) []news.Sentence {
	s = standing(s)
	return newDraft(w, &s, w.packs.For(tag)).write()
}

// write tells the story and returns its sentences in the order of the sections.
func (d *draft) write() []news.Sentence {
	s := d.story
	told := slices.DeleteFunc(slices.Clone(s.Findings), func(f news.Finding) bool { return d.aside(f.Claims) })
	later, old := d.happened(told)
	d.differences(told)
	for _, f := range later {
		if len(d.articlesOf(f)) > 1 && d.count[Agreed] < maxAgreed {
			d.state(Agreed, f)
		}
	}
	d.quotes()
	for _, f := range later {
		if len(d.articlesOf(f)) == 1 && len(s.Readings) > 1 && d.count[Single] < maxSingle {
			d.single(f)
		}
	}
	d.beside(told)
	for _, f := range old {
		if d.count[Background] < maxBackground {
			d.state(Background, f)
		}
	}
	return d.inOrder()
}

// inOrder returns the sentences section by section.
func (d *draft) inOrder() []news.Sentence {
	order := []string{What, Differs, Agreed, Quotes, Single, Background}
	slices.SortStableFunc(d.sentences, func(a, b news.Sentence) int {
		return slices.Index(order, a.Section) - slices.Index(order, b.Section)
	})
	return d.sentences
}
