package extract

import (
	"regexp"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// credits reads the credit lines that clean took out of the text: their source
// is credited for the whole report, and no span of the text shows it.
type credits struct {
	patterns []*regexp.Regexp // each with one group, the source
	kinds    map[string]string
}

func newCredits(p *lang.Pack) *credits {
	c := &credits{patterns: p.Patterns("attribution-credit"), kinds: map[string]string{}}
	for _, r := range p.Rows("agencies") {
		c.kinds[r.Cols[0]] = news.Agency
		c.kinds[strings.ToLower(r.Cols[1])] = news.Agency
	}
	return c
}

// of returns the sources that the removed lines of a credit, in their order.
func (c *credits) of(a news.Article) []news.SourceMention {
	var out []news.SourceMention
	for _, r := range a.Removed {
		if r.Reason != creditLine {
			continue
		}
		for _, p := range c.patterns {
			m := p.FindStringSubmatch(r.Text)
			if m == nil || own(a.Outlet, m[1]) {
				continue
			}
			kind := c.kinds[strings.ToLower(m[1])]
			if kind == "" {
				kind = news.OutletKind
			}
			out = append(out, news.SourceMention{Name: m[1], Kind: kind, Whole: true})
			break
		}
	}
	return out
}

// creditLine is clean's reason for lines that name who made the report.
const creditLine = "credit"
