package quote

import (
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// Quote is words in quotation marks. Span is what stands inside the marks.
type Quote struct {
	text.Span
	Speaker, Role string
	Kind          string // source kind of the speaker
	Cue           text.Span
	Direct        bool // speech; false for a scare quote, a title, a nickname
}

// Link is one carrier in a chain of attribution.
type Link struct {
	Name string
	Role string
	Kind string // a source kind: agency|outlet|official|institution|person|document|social|witness
	Cue  string
	// Stance is the cue's: say|deny|confirm|opinion|report|show|via.
	Stance string
	Via    bool // carries the words of the link before it
	// Span is where the source is named, or the cue where a pronoun stands for it.
	Span text.Span
}

// Attribution says who is said to say a stretch of text.
type Attribution struct {
	text.Span // what is attributed: a sentence or several
	// Chain has the innermost speaker first, then those of further clauses of the
	// sentence, then the carriers.
	Chain []Link
	// Denied is set when the cue takes back what is said ("membantah").
	Denied bool
	// Whole is set when the carrier is credited for the report as a whole.
	Whole bool
}

// Report is one cue with its source and what it says of it.
type Report struct {
	Link
	CueSpan text.Span
	Content text.Span
	// Vague is set when the source is a document of unknown origin: "data".
	Vague bool
}

// Reading is what a text says about who speaks in it.
type Reading struct {
	Reports      []Report      // in order of unit and cue
	Quotes       []Quote       // in order of Start
	Attributions []Attribution // in order of Start; none overlap
}

// Finder finds the quotes and attributions of one language. It is immutable
// and safe for use by several goroutines.
type Finder struct{ lex *lexicon }

// New builds a finder from the pack's tables.
func New(p *lang.Pack) *Finder { return &Finder{newLexicon(p)} }

// Read returns the quotations of t with their speakers, and who is said to say
// which of its sentences. names are the mentions of t in order; what they miss
// is taken from capital letters.
func (f *Finder) Read(t *token.Text, names []entity.Mention) Reading {
	return f.From(t, names, 0)
}

// From is Read for what stands from byte begin on, behind a dateline: a town is
// no subject.
func (f *Finder) From(t *token.Text, names []entity.Mention, begin int) Reading {
	return f.read(newPage(f.lex, t, names, false, begin))
}

// Headline is Read for a headline: capital letters tell no names there, and a
// name before a colon says what follows.
func (f *Finder) Headline(t *token.Text, names []entity.Mention) Reading {
	return f.read(newPage(f.lex, t, names, true, 0))
}

func (f *Finder) read(p *page) Reading {
	var r Reading
	r.Quotes = make([]Quote, len(p.marks))
	for i, m := range p.marks {
		r.Quotes[i].Span = m.Span
	}
	for i := range p.units {
		p.readUnit(i, &r)
	}
	return r
}
