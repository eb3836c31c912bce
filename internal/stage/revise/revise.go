package revise

import (
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/morph"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Reviser compares versions. It is immutable and safe for use by several
// goroutines.
type Reviser struct {
	byTag map[string]*reader
	notes *notices
	lines []lineRule
}

// reader is what is known of one language.
type reader struct {
	split   *token.Splitter
	stem    *morph.Stemmer
	idf     *similar.IDF
	numbers *number.Finder
	stop    map[string]bool
	aspect  map[string]string // words that tell what happened to those counted
	synonym map[string]string
	denies  map[string]string // words that deny
	hedges  map[string]string // words that hedge, by kind
}

// New builds a reviser from the packs' tables.
func New(packs *lang.Packs) *Reviser {
	r := &Reviser{byTag: map[string]*reader{}, notes: newNotices(packs), lines: newLines(packs)}
	for _, tag := range append(packs.Tags(), "und") {
		r.byTag[tag] = newReader(packs.For(tag))
	}
	return r
}

func newReader(p *lang.Pack) *reader {
	return &reader{
		split: token.New(p), stem: morph.New(p), idf: similar.ForPack(p), numbers: number.New(p),
		stop: p.Set("stopwords"), aspect: p.Map("aspects"), synonym: p.Map("synonyms"), denies: denials(p), hedges: single(p.Rows("hedges")),
	}
}

// denials are the negators, and the verbs by which speakers deny.
func denials(p *lang.Pack) map[string]string {
	out := map[string]string{}
	for _, r := range p.Rows("reporting-verbs") {
		if r.Cols[1] == "deny" {
			out[r.Cols[0]] = r.Cols[1]
		}
	}
	for form := range single(p.Rows("negators")) {
		out[form] = "deny"
	}
	return out
}

// single maps the forms of one word to their kind; of longer ones no word says
// the same alone.
func single(rows []lang.Row) map[string]string {
	out := map[string]string{}
	for _, r := range rows {
		if !strings.Contains(r.Cols[0], " ") {
			out[r.Cols[0]] = r.Cols[1]
		}
	}
	return out
}

func (r *Reviser) reader(tag string) *reader {
	if rd := r.byTag[tag]; rd != nil {
		return rd
	}
	return r.byTag["und"]
}
