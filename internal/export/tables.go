package export

import (
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/query"
)

// columns are those with which each table begins, which tell what article a row
// is out of, and then its own.
func columns(own ...string) []string {
	return append([]string{"story", "article", "outlet", "url", "published", "language"}, own...)
}

func whereOf(s *dossier.Story, a *dossier.Article) []cell {
	return texts(s.ID, a.ID, query.OutletName(a), deref(a.URL), publishedAt(a), a.Language)
}

// claims has one row a claim, in the dossier's order.
func claims() table {
	return table{"claims.csv", columns("claim", "field", "start", "end", "text", "attribution", "polarity", "modality", "findings", "statuses", "origins"), claimRows}
}

func claimRows(s *dossier.Story) [][]cell {
	var out [][]cell
	x := query.NewIndex(s)
	for i := range s.Claims {
		c := &s.Claims[i]
		a := x.Article(c.Article)
		if a == nil {
			continue
		}
		out = append(out, row(whereOf(s, a), texts(c.ID, c.Field), span(c.Span),
			texts(c.Text, chain(c.Attribution), c.Polarity, c.Modality), carriers(s, c.ID)))
	}
	return out
}

// chain is an attribution as a line, the innermost speaker first; a carrier
// has "via" before its name.
func chain(as []dossier.Attribution) string {
	var out []string
	for _, a := range as {
		if a.Via {
			a.Name = "via " + a.Name
		}
		out = append(out, a.Name)
	}
	return strings.Join(out, "; ")
}

// carriers are the findings that a claim belongs to, with the status of each
// and on how many origins it rests.
func carriers(s *dossier.Story, claim string) []cell {
	var ids, statuses, origins []string
	for _, f := range s.Findings {
		if slices.Contains(f.Claims, claim) {
			ids, statuses, origins = append(ids, f.ID), append(statuses, f.Status), append(origins, strconv.Itoa(f.Origins))
		}
	}
	return texts(strings.Join(ids, " "), strings.Join(statuses, " "), strings.Join(origins, " "))
}

// quotes has one row a quote, by article and place.
func quotes() table {
	return table{"quotes.csv", columns("start", "end", "text", "speaker", "role", "cue", "direct"), quoteRows}
}

func quoteRows(s *dossier.Story) [][]cell {
	var out [][]cell
	for i := range s.Articles {
		a := &s.Articles[i]
		for _, q := range a.Quotes {
			out = append(out, row(whereOf(s, a), span(q.Span),
				texts(q.Text, deref(q.Speaker), deref(q.Role), deref(q.Cue), strconv.FormatBool(q.Direct))))
		}
	}
	return out
}

// quantities has one row a quantity, by article and place, with the claims in
// which it stands.
func quantities() table {
	return table{"quantities.csv", columns("start", "end", "text", "min", "max", "approx", "unit", "claims"), quantityRows}
}

func quantityRows(s *dossier.Story) [][]cell {
	var out [][]cell
	for i := range s.Articles {
		a := &s.Articles[i]
		for _, q := range a.Quantities {
			out = append(out, row(whereOf(s, a), span(q.Span), texts(q.Text), []cell{bound(q.Min), bound(q.Max)},
				texts(strconv.FormatBool(q.Approx), q.Unit, strings.Join(holding(s, a.ID, q.Span), " "))))
		}
	}
	return out
}

// holding returns the claims of an article's text that a span lies in.
func holding(s *dossier.Story, article string, sp dossier.Span) []string {
	var out []string
	for _, c := range s.Claims {
		if c.Article == article && c.Field == "text" && c.Span[0] <= sp[0] && sp[1] <= c.Span[1] {
			out = append(out, c.ID)
		}
	}
	return out
}
