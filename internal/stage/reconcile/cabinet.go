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
	lands   [][2]string // names of countries, folded, the longest first, and as they are shown
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
		}
	}
	for _, r := range p.Rows("places") {
		if r.Cols[2] == "country" || r.Cols[2] == "alias" {
			out.lands = append(out.lands, [2]string{text.Fold(r.Cols[0]), r.Cols[1]})
		}
	}
	slices.SortStableFunc(out.lands, func(a, b [2]string) int { return len(b[0]) - len(a[0]) })
	return out
}

// government returns the country whose government a role makes somebody a member
// of; false if it makes nobody one.
func (p *posts) government(role string) (land string, ok bool) {
	rest := " " + strings.Join(wordsOf(text.Fold(role)), " ") + " "
	land = p.home
	for _, l := range p.lands {
		if before, after, found := strings.Cut(rest, " "+l[0]+" "); found {
			rest, land = before+" "+after, l[1]
			break
		}
	}
	minister := slices.ContainsFunc(p.cabinet, func(post string) bool { return strings.Contains(rest, " "+post+" ") })
	return land, minister || slices.Contains(p.head, strings.TrimSpace(rest))
}
