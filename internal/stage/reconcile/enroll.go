package reconcile

import (
	"fmt"

	"github.com/selisik/selisik/internal/news"
)

// enroll copies the claims out of the readings, in order, with ids, and fills
// s.Entities and s.Sources from their mentions and attributions. It returns
// the entities by name.
func enroll(s *news.Story) *entities {
	s.Claims, s.Findings = nil, nil
	ents := collectEntities(s)
	srcs := collectSources(s, ents)
	for i := range s.Readings {
		for _, c := range s.Readings[i].Claims {
			c.ID = news.ClaimID(fmt.Sprintf("c%d", len(s.Claims)+1))
			c.Entities = ents.of(c.Mentions)
			c.Attribution = append([]news.Attribution(nil), c.Attribution...)
			for j := range c.Attribution {
				c.Attribution[j].Source = srcs.id(c.Attribution[j].Name)
			}
			s.Claims = append(s.Claims, c)
		}
	}
	s.Entities, s.Sources = ents.list(), srcs.list()
	return ents
}
