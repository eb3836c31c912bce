package query

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
)

// explainSource gives the claims that name the source and, as passages
// without a claim, where articles credit it.
func (x *Index) explainSource(id string) (Explanation, bool) {
	i := slices.IndexFunc(x.Story.Sources, func(s dossier.Source) bool { return s.ID == id })
	if i < 0 {
		return Explanation{}, false
	}
	s := &x.Story.Sources[i]
	e := Explanation{Kind: "source", ID: id, Text: s.Name, Label: s.Kind}
	e.Evidence = x.evidence(x.claimsWhere(func(c *dossier.Claim) bool {
		return slices.ContainsFunc(c.Attribution, func(a dossier.Attribution) bool { return a.Source == id })
	}))
	for n := range x.Story.Articles {
		e.Evidence = append(e.Evidence, x.credits(n+1, s.Name)...)
	}
	return e, true
}

// credits returns where article n names a source of its information.
func (x *Index) credits(n int, name string) []Evidence {
	var out []Evidence
	a := &x.Story.Articles[n-1]
	for _, s := range a.Sources {
		for _, sp := range s.Spans {
			if s.Name == name {
				out = append(out, Evidence{Article: x.head(n), Extract: extract(a.Text, "text", sp), Attribution: []dossier.Attribution{}})
			}
		}
	}
	return out
}

func (x *Index) explainEntity(id string) (Explanation, bool) {
	i := slices.IndexFunc(x.Story.Entities, func(e dossier.Entity) bool { return e.ID == id })
	if i < 0 {
		return Explanation{}, false
	}
	n := &x.Story.Entities[i]
	claims := x.claimsWhere(func(c *dossier.Claim) bool { return slices.Contains(c.Entities, id) })
	return Explanation{
		Kind: "entity", ID: id, Text: n.Name, Label: n.Kind, Aliases: n.Aliases, Roles: n.Roles, Evidence: x.evidence(claims),
	}, true
}

// claimsWhere returns the ids of the claims that match, in their order.
func (x *Index) claimsWhere(match func(*dossier.Claim) bool) []string {
	var out []string
	for i := range x.Story.Claims {
		if match(&x.Story.Claims[i]) {
			out = append(out, x.Story.Claims[i].ID)
		}
	}
	return out
}

func (x *Index) explainArticle(id string) (Explanation, bool) {
	n := x.find(id)
	if n == 0 {
		return Explanation{}, false
	}
	h := x.head(n)
	claims := x.claimsWhere(func(c *dossier.Claim) bool { return c.Article == h.ID })
	return Explanation{Kind: "article", ID: h.ID, Text: h.Title, Article: &h, Evidence: x.evidence(claims)}, true
}

// shortest is how many characters of a content-derived id must be given.
const shortest = 5

// find returns the number of the article that id names: by its id or the
// start of it, by the ref of its record or by the input it was read from. 0
// means none, or several.
func (x *Index) find(id string) int {
	if n := x.articles[id]; n > 0 {
		return n
	}
	found := 0
	for i := range x.Story.Articles {
		a := &x.Story.Articles[i]
		named := a.Input == id || a.Ref != nil && *a.Ref == id || len(id) >= shortest && strings.HasPrefix(a.ID, id)
		if named && found > 0 {
			return 0
		}
		if named {
			found = i + 1
		}
	}
	return found
}

func (x *Index) explainStory(id string) (Explanation, bool) {
	if id == "" || id != x.Story.ID && (len(id) < shortest || !strings.HasPrefix(x.Story.ID, id)) {
		return Explanation{}, false
	}
	e := Explanation{Kind: "story", ID: x.Story.ID, Text: x.Story.Title}
	for i := range x.Story.Brief {
		s, _ := x.explainSentence("b" + itoa(i+1))
		s.Parts = nil
		e.Parts = append(e.Parts, s)
	}
	return e, true
}
