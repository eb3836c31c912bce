package brief

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
)

// standing returns the story without what was taken back: withdrawn articles
// with their claims, and, from findings that others carry too, claims copied
// from what was since changed. The notes of the findings tell of them.
func standing(s news.Story) news.Story {
	gone, stale := taken(&s)
	if len(gone)+len(stale) == 0 {
		return s
	}
	s.Readings = slices.DeleteFunc(slices.Clone(s.Readings), func(r news.Reading) bool { return r.Withdrawn != nil })
	s.Claims = slices.DeleteFunc(slices.Clone(s.Claims), func(c news.Claim) bool { return gone[c.ID] })
	var findings []news.Finding
	for _, f := range s.Findings {
		f.Claims = without(f.Claims, gone)
		if rest := without(f.Claims, stale); len(rest) > 0 {
			f.Claims = rest
		}
		if len(f.Claims) > 0 {
			f.Differences = open(f.Differences, gone)
			findings = append(findings, f)
		}
	}
	s.Findings = findings
	return s
}

// taken returns the claims of withdrawn articles, and the stale ones.
func taken(s *news.Story) (gone, stale map[news.ClaimID]bool) {
	gone, stale = map[news.ClaimID]bool{}, map[news.ClaimID]bool{}
	readings := map[news.ArticleID]*news.Reading{}
	for i := range s.Readings {
		readings[s.Readings[i].Article.ID] = &s.Readings[i]
	}
	for _, c := range s.Claims {
		switch r := readings[c.Article]; {
		case r == nil:
		case r.Withdrawn != nil:
			gone[c.ID] = true
		case c.Field == news.InText:
			for _, sp := range r.Stale {
				if sp.Overlaps(c.Span) {
					stale[c.ID] = true
				}
			}
		}
	}
	return gone, stale
}

// open returns the differences of which two values are left.
func open(ds []news.Difference, gone map[news.ClaimID]bool) []news.Difference {
	var out []news.Difference
	for _, d := range ds {
		var values []news.Value
		for _, v := range d.Values {
			if v.Claims = without(v.Claims, gone); len(v.Claims) > 0 {
				values = append(values, v)
			}
		}
		if d.Values = values; len(values) > 1 {
			out = append(out, d)
		}
	}
	return out
}

func without(ids []news.ClaimID, drop map[news.ClaimID]bool) []news.ClaimID {
	return slices.DeleteFunc(slices.Clone(ids), func(c news.ClaimID) bool { return drop[c] })
}
