package lineage

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

// view is an article's text as a row of words, without marks.
type view struct {
	*news.Reading
	words     []word
	keys      []uint64 // of the words
	own       float64  // words outside quotation marks
	ownWeight float64  // their weights, summed
	sentences []sentence
}

type word struct {
	text.Span
	weight float64 // how rare it is, in nats
	quoted bool    // stands in quotation marks
}

// sentence is a sentence as a bag of stems, and what of it any language would
// write alike.
type sentence struct {
	text.Span
	stems  similar.Vector
	marks  map[string]bool // names and numbers
	quoted bool            // most of it stands in quotation marks
}

// reader makes views of the articles of one language.
type reader struct {
	split *token.Splitter
	stem  *morph.Stemmer
	idf   *similar.IDF
}

func newReader(p *lang.Pack) *reader {
	return &reader{split: token.New(p), stem: morph.New(p), idf: similar.ForPack(p)}
}

func (r *reader) view(in *news.Reading) *view {
	v := &view{Reading: in}
	t := r.split.Split(in.Article.Text)
	quoted := quotedTokens(t, in.Quotes)
	for i, tok := range t.Tokens {
		if tok.Kind == token.Mark {
			continue
		}
		w := word{tok.Span, r.idf.Weight(r.stem.Stem(t.Lower(i))), quoted[i]}
		if tok.Kind == token.Number || capital(t.Word(i)) {
			w.weight *= givenShare
		}
		v.words = append(v.words, w)
		v.keys = append(v.keys, similar.Hash(t.Lower(i)))
		if !w.quoted {
			v.own++
			v.ownWeight += w.weight
		}
	}
	for _, s := range t.Sentences {
		v.sentences = append(v.sentences, r.sentence(t, s, quoted))
	}
	return v
}

func (r *reader) sentence(t *token.Text, s token.Sentence, quoted []bool) sentence {
	out := sentence{Span: s.Span, marks: map[string]bool{}}
	out.stems = similar.NewVector(similar.Words(t, s.First, s.Last, r.stem), r.idf)
	in := 0
	for i := s.First; i < s.Last; i++ {
		if quoted[i] {
			in++
		}
		if t.Tokens[i].Kind == token.Number || i > s.First && capital(t.Word(i)) {
			out.marks[strings.NewReplacer(".", "", ",", "").Replace(t.Lower(i))] = true
		}
	}
	out.quoted = 2*in > s.Last-s.First
	return out
}

// givenShare is what names and numbers count of their weight: two reporters
// who tell of one event have them from the event, not from each other.
const givenShare = 0.1

func capital(word string) bool {
	c, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(c)
}

// quotedTokens tells for each token whether it stands in quotation marks: in
// one of the quotes that were found, or between a pair of marks within one
// paragraph.
func quotedTokens(t *token.Text, quotes []news.Quote) []bool {
	out := make([]bool, len(t.Tokens))
	for _, q := range quotes {
		for i := t.At(q.Span.Start); i < len(t.Tokens) && t.Tokens[i].Start < q.Span.End; i++ {
			out[i] = true
		}
	}
	open := -1
	for i := range t.Tokens {
		if i > 0 && strings.Contains(t.Source[t.Tokens[i-1].End:t.Tokens[i].Start], "\n") {
			open = -1
		}
		if !strings.Contains("\"“”„«»", t.Word(i)) {
			continue
		}
		if open >= 0 {
			for k := open; k < i; k++ {
				out[k] = true
			}
			open = -1
		} else {
			open = i
		}
	}
	return out
}

// published returns the time of publication, zero if not known.
func (v *view) published() time.Time {
	if v.Article.Published == nil {
		return time.Time{}
	}
	return v.Article.Published.Time
}

func (v *view) outlet() news.Outlet {
	if v.Article.Outlet == nil {
		return news.Outlet{}
	}
	return *v.Article.Outlet
}
