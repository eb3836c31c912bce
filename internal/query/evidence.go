package query

import (
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/text"
)

// Head tells what article something stands in: enough to find it again.
type Head struct {
	ID        string             `json:"id"` // content-derived
	Number    int                `json:"number"`
	Ref       *string            `json:"ref"`
	Input     string             `json:"input"`
	URL       *string            `json:"url"`
	Outlet    string             `json:"outlet"`
	Language  string             `json:"language"`
	Title     string             `json:"title"`
	Published *dossier.Published `json:"published"`
}

// Extract is a stretch of an article's text or title with its surroundings.
type Extract struct {
	Field  string       `json:"field"`
	Span   dossier.Span `json:"span"`  // code points
	Bytes  [2]int       `json:"bytes"` // the same in bytes of the UTF-8 text
	Before string       `json:"before"`
	Text   string       `json:"text"`
	After  string       `json:"after"`
}

// Evidence is one passage on which a statement rests.
type Evidence struct {
	Claim       string                `json:"claim,omitempty"`
	Article     Head                  `json:"article"`
	Extract     Extract               `json:"extract"`
	Attribution []dossier.Attribution `json:"attribution"`
	Polarity    string                `json:"polarity,omitempty"`
	Modality    string                `json:"modality,omitempty"`
}

// around is how many code points of its surroundings an extract shows on
// either side.
const around = 160

func (x *Index) head(n int) Head {
	a := &x.Story.Articles[n-1]
	return Head{a.ID, n, a.Ref, a.Input, a.URL, OutletName(a), a.Language, a.Title, a.Published}
}

// CutOf cuts a span out of an article's text or title, with its surroundings; a
// span that does not fit is cut to it.
func CutOf(a *dossier.Article, field string, sp dossier.Span) Extract {
	if field == "title" {
		return extract(a.Title, field, sp)
	}
	return extract(a.Text, field, sp)
}

// Resting returns what the claims say that touch a span of an article: each
// with its evidence and the findings that it belongs to, in the dossier's order.
func (x *Index) Resting(article, field string, sp dossier.Span) []Explanation {
	out := []Explanation{}
	for i := range x.Story.Claims {
		c := &x.Story.Claims[i]
		if c.Article == article && c.Field == field && c.Span[0] < sp[1] && sp[0] < c.Span[1] {
			e, _ := x.explainClaim(c.ID)
			out = append(out, e.whole())
		}
	}
	return out
}

// extract cuts a span out of s; a span that does not fit is cut to s.
func extract(s, field string, sp dossier.Span) Extract {
	off := text.NewOffsets(s)
	b := off.Bytes(sp)
	b.End = max(b.Start, b.End)
	from, to := off.Byte(sp[0]-around), off.Byte(sp[1]+around)
	return Extract{
		Field: field, Span: sp, Bytes: [2]int{b.Start, b.End},
		Before: before(s, min(from, b.Start), b.Start), Text: b.Of(s), After: after(s, b.End, max(to, b.End)),
	}
}

// before returns s[from:to], the text that leads up to a passage, without the
// part of a word at its start and with "…" where something was cut.
func before(s string, from, to int) string {
	out := s[from:to]
	if from == 0 {
		return out
	}
	if i := strings.IndexByte(out, ' '); i >= 0 && s[from-1] > ' ' {
		out = out[i+1:]
	}
	return "… " + out
}

// after is before for the text that follows a passage.
func after(s string, from, to int) string {
	out := s[from:to]
	if to == len(s) {
		return out
	}
	if i := strings.LastIndexByte(out, ' '); i >= 0 && s[to] > ' ' {
		out = out[:i]
	}
	return out + " …"
}

// evidence returns the passages of claims, in the order of the claims; claims
// that the story does not have are left out.
func (x *Index) evidence(claims []string) []Evidence {
	out := []Evidence{}
	for _, id := range claims {
		c := x.claims[id]
		if c == nil || x.Number(c.Article) == 0 {
			continue
		}
		n := x.Number(c.Article)
		out = append(out, Evidence{
			Claim: c.ID, Article: x.head(n), Extract: extract(x.fieldText(n, c.Field), c.Field, c.Span),
			Attribution: c.Attribution, Polarity: c.Polarity, Modality: c.Modality,
		})
	}
	return out
}

func (x *Index) fieldText(n int, field string) string {
	if field == "title" {
		return x.Story.Articles[n-1].Title
	}
	return x.Story.Articles[n-1].Text
}
