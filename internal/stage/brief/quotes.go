package brief

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// Quotations between these numbers of words are worth a line of a brief.
const (
	minWords = 6
	maxWords = 45
)

// quotes adds one quotation a speaker, those whom most articles quote first.
func (d *draft) quotes() {
	type candidate struct {
		quote news.Quote
		cites []news.ClaimID
	}
	by := map[string][]candidate{}
	var speakers []string
	weight := map[string]int{}
	for i := range d.story.Readings {
		r := &d.story.Readings[i]
		for _, q := range r.Quotes {
			n := len(strings.Fields(q.Text))
			if !q.Direct || q.Speaker == "" || n < minWords || n > maxWords {
				continue
			}
			cites := d.covering(r.Article.ID, q)
			if len(cites) == 0 {
				continue
			}
			if by[q.Speaker] == nil {
				speakers = append(speakers, q.Speaker)
			}
			by[q.Speaker] = append(by[q.Speaker], candidate{q, cites})
			weight[q.Speaker]++
		}
	}
	slices.SortStableFunc(speakers, func(a, b string) int { return cmp.Compare(weight[b], weight[a]) })
	for _, s := range speakers[:min(maxQuotes, len(speakers))] {
		for _, c := range by[s] {
			if d.add(Quotes, d.quoteLine(c.quote), c.cites) {
				break
			}
		}
	}
}

func (d *draft) quoteLine(q news.Quote) string {
	words := strings.TrimRight(strings.TrimSpace(q.Text), ",")
	if q.Role == "" {
		return d.phrases.Phrase("brief.quote", "text", words, "speaker", q.Speaker)
	}
	return d.phrases.Phrase("brief.quote.role", "text", words, "speaker", q.Speaker, "role", q.Role)
}

// covering returns the claims of the article that overlap the quotation.
func (d *draft) covering(id news.ArticleID, q news.Quote) []news.ClaimID {
	var out []news.ClaimID
	for i := range d.story.Claims {
		c := &d.story.Claims[i]
		if c.Article == id && c.Field == news.InText && c.Span.Overlaps(q.Span) {
			out = append(out, c.ID)
		}
	}
	return out
}
