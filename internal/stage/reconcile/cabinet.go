package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/text"
)

// posts are the roles that make somebody a member of a government.
type posts struct {
	cabinet []string    // with any portfolio
	head    []string    // of a state, where the role names nothing but a country
	none    []string    // words that make it another post, or nobody's: shadow, wife
	lands   [][2]string // names of countries and of their people, folded, the longest first, and as they are shown
	home    string      // the country that is meant where none is named
}

func postsOf(p *lang.Pack) posts {
	out := posts{home: p.Country}
	for _, r := range p.Rows("offices") {
		switch r.Cols[1] {
		case "cabinet":
			out.cabinet = append(out.cabinet, r.Cols[0])
		case "head":
			out.head = append(out.head, r.Cols[0])
		case "former", "outside":
			out.none = append(out.none, r.Cols[0])
		}
	}
	countries := map[string]bool{}
	for _, r := range p.Rows("places") {
		countries[r.Cols[1]] = countries[r.Cols[1]] || r.Cols[2] == "country"
	}
	for _, r := range p.Rows("places") {
		if countries[r.Cols[1]] && (r.Cols[2] == "country" || r.Cols[2] == "alias" || r.Cols[2] == "demonym") {
			out.lands = append(out.lands, [2]string{strings.Join(wordsOf(text.Fold(r.Cols[0])), " "), r.Cols[1]})
		}
	}
	slices.SortStableFunc(out.lands, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	return out
}

// government reports whether a role makes somebody a member of a government, and
// of which country as far as it says; "" if it names none.
func (p *posts) government(role string) (land string, ok bool) {
	rest := " " + strings.Join(wordsOf(text.Fold(role)), " ") + " "
	for _, l := range p.lands {
		if before, after, found := strings.Cut(rest, " "+l[0]+" "); found {
			rest, land = before+" "+after, l[1]
			break
		}
	}
	has := func(post string) bool { return strings.Contains(rest, " "+post+" ") }
	if slices.ContainsFunc(p.none, has) {
		return "", false
	}
	return land, slices.ContainsFunc(p.cabinet, has) || slices.Contains(p.head, strings.TrimSpace(rest))
}

// governments returns the countries of whose governments a speaker's roles make
// it a member. Where no role names one it is the language's own; a language that
// many countries speak has none, and nothing is known.
func (t *table) governments(roles []string) []string {
	var named []string
	home := ""
	for _, role := range roles {
		for _, tag := range t.story.Languages {
			w := t.r.words[tag]
			if w == nil {
				continue
			}
			land, ok := w.rule.government(role)
			switch {
			case ok && land != "":
				named = append(named, land)
			case ok:
				home = w.rule.home
			}
		}
	}
	if len(named) == 0 && home != "" {
		return []string{home}
	}
	return named
}
