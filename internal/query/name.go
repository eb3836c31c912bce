package query

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// NameRecord is what some stories tell of one person, organisation or place.
type NameRecord struct {
	Kind    string
	Aliases []string
	Roles   []string
	Quotes  []NameQuote // newest first
}

// NameQuote is one utterance of a name in a story.
type NameQuote struct {
	Story *dossier.Story
	Group QuoteGroup
	// First is when the first of its articles was published, "" if that is not
	// known.
	First string
}

// RecordOf gathers what the pages of some stories tell of a name, which is an
// entity's or one of its other names.
func RecordOf(pages []*Page, name string) NameRecord {
	var out NameRecord
	for _, p := range pages {
		all := []string{name}
		for i := range p.Story.Entities {
			e := &p.Story.Entities[i]
			if e.Name != name && !slices.Contains(e.Aliases, name) {
				continue
			}
			out.Kind = cmp.Or(out.Kind, e.Kind)
			out.Aliases, out.Roles = union(out.Aliases, e.Aliases), union(out.Roles, e.Roles)
			all = union(append(all, e.Name), e.Aliases)
		}
		for _, g := range p.Quotes {
			if slices.Contains(all, g.Speaker) {
				out.Quotes = append(out.Quotes, NameQuote{p.Story, g, p.first(g)})
			}
		}
	}
	out.Aliases = slices.DeleteFunc(out.Aliases, func(s string) bool { return s == name })
	slices.SortStableFunc(out.Quotes, func(a, b NameQuote) int { return cmp.Compare(b.First, a.First) })
	return out
}

// first is when the first article with the quote was published.
func (p *Page) first(g QuoteGroup) string {
	out := ""
	for _, v := range g.Variants {
		for _, n := range v.Marks {
			if at := stampOf(&p.Story.Articles[n-1]); at != "" && (out == "" || at < out) {
				out = at
			}
		}
	}
	return out
}
