package reconcile

import (
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// sources are whoever the claims of a story come from.
type sources struct {
	names    *names
	ids      map[int]news.SourceID
	articles map[int][]news.ArticleID
}

// collectSources merges the names in attributions and credits of all readings.
func collectSources(s *news.Story, ents *entities) *sources {
	x := &sources{names: newNames(), ids: map[int]news.SourceID{}, articles: map[int][]news.ArticleID{}}
	each := func(visit func(r *news.Reading, name, kind string)) {
		for i := range s.Readings {
			r := &s.Readings[i]
			for _, c := range r.Claims {
				for _, a := range c.Attribution {
					visit(r, a.Name, a.Kind)
				}
			}
			for _, m := range r.Sources {
				visit(r, m.Name, m.Kind)
			}
		}
	}
	each(func(_ *news.Reading, name, kind string) { x.names.add(name, kind) })
	x.names.merge()
	x.byEntity(ents)
	each(func(r *news.Reading, name, _ string) {
		if i := x.names.find(name); i >= 0 {
			root := x.names.up.root(i)
			if !slices.Contains(x.articles[root], r.Article.ID) {
				x.articles[root] = append(x.articles[root], r.Article.ID)
			}
		}
	})
	for g, group := range x.names.groups() {
		x.ids[x.names.up.root(group[0])] = sourceID(g)
	}
	return x
}

// byEntity makes one the sources whose names are one entity's.
func (x *sources) byEntity(ents *entities) {
	first := map[int]int{}
	for i := range x.names.list {
		e := ents.names.find(x.names.list[i].name)
		if e < 0 {
			continue
		}
		root := ents.names.up.root(e)
		if j, ok := first[root]; ok {
			x.names.up.join(i, j)
		} else {
			first[root] = i
		}
	}
}

func sourceID(i int) news.SourceID { return news.SourceID(fmt.Sprintf("s%d", i+1)) }

// id returns the id of a name that the story uses as a source; "" else.
func (x *sources) id(name string) news.SourceID {
	i := x.names.find(name)
	if i < 0 {
		return ""
	}
	return x.ids[x.names.up.root(i)]
}

// list returns the sources in order of first use.
func (x *sources) list() []news.Source {
	var out []news.Source
	for g, group := range x.names.groups() {
		first := x.names.list[group[0]]
		out = append(out, news.Source{ID: sourceID(g), Name: first.name, Kind: first.kind, Articles: x.articles[x.names.up.root(group[0])]})
	}
	return out
}
