package entity

import (
	"errors"
	"io/fs"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/tagger"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// The kinds of mention.
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
	Other        = "other"
)

// Mention is a span that names something.
type Mention struct {
	text.Span
	Kind string // person|organisation|place|other
	Name string // the fullest form that the text gives anywhere
	Role string // "Presiden Rusia"; "" if none
}

// Finder finds the names of one language. It is immutable and safe for use by
// several goroutines.
type Finder struct {
	lex    *lexicon
	tagger *tagger.Tagger // nil where the pack has no model
}

// New builds a finder from the pack's tables and its trained tagger. It fails
// if the pack's model is broken; a pack without a model works from its tables.
func New(p *lang.Pack) (*Finder, error) {
	t, err := tagger.New(p)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return &Finder{newLexicon(p), t}, nil
}

// candidate is a name as a range of tokens [first, last), before it has its
// full form and role.
type candidate struct {
	first, last int
	kind        string
}

// Find returns the mentions of t in order of their start; none overlap.
func (f *Finder) Find(t *token.Text) []Mention {
	r := f.newReader(t)
	for _, s := range t.Sentences {
		r.sentence(s)
	}
	r.unplace()
	r.spelled()
	r.speakers()
	r.echoes()
	r.apart()
	r.parted()
	r.holders()
	r.ranked()
	r.initials()
	r.agree()
	r.own(0)
	return r.mentions()
}

// reader holds what is known of one text while its names are read.
type reader struct {
	*lexicon
	tagger *tagger.Tagger
	t      *token.Text
	lower  map[string]bool // words that the text writes small
	large  map[string]bool // and with a capital inside a sentence
	title  bool            // most words of the sentence at hand are capitalised
	found  []candidate
	owner  []int // of each token: index of its candidate plus one, or 0
}

func (f *Finder) newReader(t *token.Text) *reader {
	r := &reader{lexicon: f.lex, tagger: f.tagger, t: t, lower: map[string]bool{}, large: map[string]bool{}, owner: make([]int, len(t.Tokens))}
	for i, tok := range t.Tokens {
		if tok.Kind == token.Word && t.Word(i) == t.Lower(i) {
			r.lower[t.Lower(i)] = true
		}
	}
	for _, s := range t.Sentences {
		for i := s.First + 1; i < s.Last; i++ {
			if capital(t.Word(i)) && t.Tokens[i-1].Kind == token.Word {
				r.large[t.Word(i)] = true
			}
		}
	}
	return r
}

// mentions turns the candidates into mentions with full names and roles.
func (r *reader) mentions() []Mention {
	out := make([]Mention, len(r.found))
	for i, c := range r.found {
		out[i] = Mention{Span: r.t.SpanOf(c.first, c.last), Kind: c.kind, Name: r.words(c.first, c.last), Role: r.role(i)}
	}
	r.fullNames(out)
	r.spreadRoles(out)
	return out
}

// spreadRoles gives mentions that stand without a role, or with a rank alone,
// the longest role that their name has anywhere in the text; the first of
// equals.
func (r *reader) spreadRoles(ms []Mention) {
	best := map[string]string{}
	for _, m := range ms {
		if b := best[m.Name]; m.Kind == Person && m.Role != "" && (b == "" || !r.isRank(m.Role) && len(m.Role) > len(b)) {
			best[m.Name] = m.Role
		}
	}
	for i, m := range ms {
		if m.Kind != Person {
			ms[i].Role = ""
		} else if m.Role == "" || r.isRank(m.Role) {
			ms[i].Role = best[m.Name]
		}
	}
}
