package export

import (
	"io"
	"slices"
	"strconv"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/text"
)

// ClaimReview, Claim and their parts as schema.org has them. What a reviewer
// must give stands there as null: JSON-LD takes it for absent.
type (
	reviews struct {
		Context string   `json:"@context"`
		Graph   []review `json:"@graph"`
	}
	review struct {
		Type     string    `json:"@type"`
		ID       string    `json:"@id"`
		Status   string    `json:"creativeWorkStatus"`
		Name     string    `json:"name"`
		Comment  comment   `json:"comment"`
		Claim    string    `json:"claimReviewed"`
		Language string    `json:"inLanguage,omitempty"`
		Item     reviewed  `json:"itemReviewed"`
		Others   []opposed `json:"citation"`
		Author   *struct{} `json:"author"`
		Date     *struct{} `json:"datePublished"`
		URL      *struct{} `json:"url"`
		Rating   *struct{} `json:"reviewRating"`
	}
	comment struct {
		Type string `json:"@type"`
		Text string `json:"text"`
	}
	reviewed struct {
		Type       string       `json:"@type"`
		ID         string       `json:"@id"`
		Authors    []named      `json:"author,omitempty"`
		Appearance []appearance `json:"appearance"`
	}
	named struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	appearance struct {
		Type      string `json:"@type"`
		ID        string `json:"@id"`
		URL       string `json:"url,omitempty"`
		Headline  string `json:"headline"`
		Published string `json:"datePublished,omitempty"`
		Publisher *named `json:"publisher,omitempty"`
		Text      string `json:"text"` // the passage that makes the claim
	}
	// opposed is what other articles say instead.
	opposed struct {
		Type       string       `json:"@type"`
		Text       string       `json:"text"`
		Appearance []appearance `json:"appearance"`
	}
)

// writeReviews writes drafts of fact-checks: one for each side of a
// contradiction, and one for a finding that is disputed without sides. Selisik
// rates nothing: who reviewed, when, where and with what rating is null.
func writeReviews(w io.Writer, in *Input) error {
	out := reviews{Context: "https://schema.org", Graph: []review{}}
	for i := range in.Dossier.Stories {
		s := &in.Dossier.Stories[i]
		d := drafter{query.NewIndex(s), face.For(in.Packs, in.Tag, s).Of("export")}
		for j := range s.Findings {
			out.Graph = append(out.Graph, d.finding(&s.Findings[j])...)
		}
	}
	return writeJSON(w, out)
}

// drafter writes the drafts of one story.
type drafter struct {
	*query.Index
	words *face.Words
}

func (d drafter) finding(f *dossier.Finding) []review {
	var out []review
	for j := range f.Differences {
		if x := &f.Differences[j]; x.Disputes() {
			id := f.ID + ".d" + strconv.Itoa(j+1)
			for k := range x.Values {
				out = append(out, d.side(urn(d.Story.ID, id, strconv.Itoa(k+1)), x, k))
			}
		}
	}
	if len(out) == 0 && f.Status == "disputed" {
		out = append(out, d.draft(urn(d.Story.ID, f.ID), f.Statement, f.Claims))
	}
	return out
}

// side is the draft for one value of a contradiction, with the others beside.
func (d drafter) side(id string, x *dossier.Difference, k int) review {
	v := x.Values[k]
	said := v.Value
	if c := d.first(v.Claims); c != nil {
		said = c.Text
	}
	out := d.draft(id, said, v.Claims)
	for _, o := range slices.Delete(slices.Clone(x.Values), k, k+1) {
		out.Others = append(out.Others, opposed{"Claim", text.Plain(o.Value), d.appearances(o.Claims)})
	}
	return out
}

func (d drafter) draft(id, said string, claims []string) review {
	out := review{
		Type: "ClaimReview", ID: id + "/draft", Status: "Draft", Claim: text.Plain(said),
		Name:    d.words.Say("draft.name", "claim", face.Clip(face.Line(said), 120)),
		Comment: comment{"Comment", d.words.Say("draft.comment")},
		Item:    reviewed{Type: "Claim", ID: id, Authors: d.authors(claims), Appearance: d.appearances(claims)},
		Others:  []opposed{},
	}
	if c := d.first(claims); c != nil {
		out.Language = d.Article(c.Article).Language
	}
	return out
}

// first is the first of claims that stands in an article, nil if none does.
func (d drafter) first(claims []string) *dossier.Claim {
	for _, id := range claims {
		if c := d.Claim(id); c != nil && d.Article(c.Article) != nil {
			return c
		}
	}
	return nil
}

// authors are the innermost speakers of claims, each once.
func (d drafter) authors(claims []string) []named {
	var out []named
	for _, id := range claims {
		c := d.Claim(id)
		if c == nil || len(c.Attribution) == 0 {
			continue
		}
		a := named{"Thing", face.Line(c.Attribution[0].Name)}
		i := slices.IndexFunc(d.Story.Sources, func(s dossier.Source) bool { return s.ID == c.Attribution[0].Source })
		if i >= 0 {
			a.Type = agentType(d.Story.Sources[i].Kind)
		}
		if !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return out
}

// agentType is Person or Organization, for the kind of a source.
func agentType(kind string) string {
	switch kind {
	case "person", "witness", "official":
		return "Person"
	}
	return "Organization"
}

func (d drafter) appearances(claims []string) []appearance {
	out := []appearance{}
	for _, id := range claims {
		c := d.Claim(id)
		if c == nil || d.Article(c.Article) == nil {
			continue
		}
		a := d.Article(c.Article)
		p := appearance{
			Type: "NewsArticle", ID: urn(a.ID), URL: face.Address(a.URL), Headline: text.Plain(a.Title), Published: publishedAt(a), Text: text.Plain(c.Text),
		}
		if o := query.OutletName(a); o != "" {
			p.Publisher = &named{"Organization", text.Plain(o)}
		}
		out = append(out, p)
	}
	return out
}
