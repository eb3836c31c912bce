package reconcile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// entities are what the mentions of a story name.
type entities struct {
	names *names
	ids   map[int]news.EntityID // root of names → id
	roles map[int][]string
}

// collectEntities merges the mentions of all readings.
func collectEntities(s *news.Story) *entities {
	e := &entities{names: newNames(), ids: map[int]news.EntityID{}, roles: map[int][]string{}}
	for i := range s.Readings {
		r := &s.Readings[i]
		for _, m := range r.Mentions {
			e.names.add(m.Name, m.Kind)
		}
		for _, c := range r.Claims {
			for _, m := range c.Mentions {
				e.names.add(m.Name, m.Kind)
			}
		}
	}
	for i := range s.Readings {
		e.bracketed(&s.Readings[i])
		e.nicknamed(&s.Readings[i])
	}
	e.names.merge()
	for i := range s.Readings {
		for _, m := range s.Readings[i].Mentions {
			e.role(m)
		}
	}
	return e
}

// bracketed takes "Long Name (LN)" as two names of one thing.
func (e *entities) bracketed(r *news.Reading) {
	for i := 1; i < len(r.Mentions); i++ {
		a, b := r.Mentions[i-1], r.Mentions[i]
		src := r.Article.Text
		if a.Title || b.Title || a.Span.End > b.Span.Start || b.Span.End >= len(src) {
			continue
		}
		if strings.TrimSpace(src[a.Span.End:b.Span.Start]) == "(" && src[b.Span.End] == ')' {
			e.names.alias(a.Name, b.Name)
		}
	}
}

// nicknamed takes a person's name and a form that has none of its words, by which
// the text calls the person, as two names of one.
func (e *entities) nicknamed(r *news.Reading) {
	for _, m := range r.Mentions {
		src := r.Article.Text
		if m.Title {
			src = r.Article.Title
		}
		form := m.Span.Of(src)
		if m.Kind == news.Person && len(form) >= nickLeast && !meets(wordsOf(text.Fold(form)), wordsOf(text.Fold(m.Name))) {
			e.names.add(form, m.Kind)
			e.names.alias(form, m.Name)
		}
	}
}

// nickLeast is how many letters a nickname has at the least by which articles are
// joined.
const nickLeast = 4

func (e *entities) role(m news.Mention) {
	i := e.names.find(m.Name)
	if i < 0 || m.Role == "" {
		return
	}
	root := e.names.up.root(i)
	if !slices.Contains(e.roles[root], m.Role) {
		e.roles[root] = append(e.roles[root], m.Role)
	}
}

// list numbers the entities in order of first use.
func (e *entities) list() []news.Entity {
	var out []news.Entity
	for g, group := range e.names.groups() {
		first := e.names.list[group[0]]
		root := e.names.up.root(group[0])
		x := news.Entity{ID: entityID(g), Name: first.name, Kind: first.kind, Roles: e.roles[root]}
		for _, i := range group[1:] {
			x.Aliases = append(x.Aliases, e.names.list[i].name)
		}
		out = append(out, x)
	}
	return out
}

func entityID(i int) news.EntityID { return news.EntityID(fmt.Sprintf("e%d", i+1)) }

// of returns the ids of the mentions, in order, each once.
func (e *entities) of(ms []news.Mention) []news.EntityID {
	if len(e.ids) == 0 {
		for g, group := range e.names.groups() {
			e.ids[e.names.up.root(group[0])] = entityID(g)
		}
	}
	var out []news.EntityID
	for _, m := range ms {
		if i := e.names.find(m.Name); i >= 0 {
			if id := e.ids[e.names.up.root(i)]; !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
