package export

import (
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/text"
)

// The Web Annotation Data Model (W3C Recommendation, 23 February 2017). The
// fields are its own.
type (
	collection struct {
		Context string         `json:"@context"`
		ID      string         `json:"id"`
		Type    string         `json:"type"`
		Label   string         `json:"label"`
		Creator software       `json:"creator"`
		Total   int            `json:"total"`
		First   *annotatedPage `json:"first,omitempty"` // none in an empty collection
	}
	annotatedPage struct {
		ID         string       `json:"id"`
		Type       string       `json:"type"`
		StartIndex int          `json:"startIndex"`
		Items      []annotation `json:"items"`
	}
	software struct {
		Type string `json:"type"`
		Name string `json:"name"`
	}
	annotation struct {
		ID         string `json:"id"`
		Type       string `json:"type"`
		Motivation string `json:"motivation"`
		Body       []body `json:"body"`
		Target     target `json:"target"`
	}
	body struct {
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
		Format  string `json:"format"`
		Value   string `json:"value"`
	}
	target struct {
		Type     string     `json:"type"`
		Source   string     `json:"source"`
		State    state      `json:"state"`
		Selector []selector `json:"selector"`
	}
	// state names the text in which positions count: an article's page is not
	// its text.
	state struct {
		Type   string `json:"type"`
		Cached string `json:"cached"`
	}
	selector struct {
		Type   string  `json:"type"`
		Start  *int    `json:"start,omitempty"`
		End    *int    `json:"end,omitempty"`
		Exact  *string `json:"exact,omitempty"`
		Prefix *string `json:"prefix,omitempty"`
		Suffix *string `json:"suffix,omitempty"`
	}
)

// writeAnnotations writes one AnnotationCollection on one page: the claims of
// each story, then article by article quotes, quantities and times.
func writeAnnotations(w io.Writer, in *Input) error {
	out := collection{
		Context: "http://www.w3.org/ns/anno.jsonld", ID: urn("annotations"), Type: "AnnotationCollection",
		Creator: software{"Software", in.Program},
	}
	items := []annotation{}
	var titles []string
	for i := range in.Dossier.Stories {
		s := &in.Dossier.Stories[i]
		titles = append(titles, face.Line(s.Title))
		m := marker{s.ID, query.NewIndex(s)}
		items = append(items, m.claims()...)
		for j := range s.Articles {
			items = append(items, m.readings(&s.Articles[j])...)
		}
	}
	if len(titles) == 1 {
		out.ID = urn(in.Dossier.Stories[0].ID, "annotations")
	}
	out.Label, out.Total = strings.Join(titles, "; "), len(items)
	if out.Total > 0 {
		out.First = &annotatedPage{out.ID + "/1", "AnnotationPage", 0, items}
	}
	return writeJSON(w, out)
}

// marker makes the annotations of one story.
type marker struct {
	story string
	*query.Index
}

func (m marker) claims() []annotation {
	var out []annotation
	for i := range m.Story.Claims {
		c := &m.Story.Claims[i]
		a := m.Article(c.Article)
		if a == nil {
			continue
		}
		bodies := []body{tag("claim")}
		if f := m.FindingOf([]string{c.ID}); f != nil {
			bodies = append(bodies, tag(f.Status), describe(f.Statement))
		}
		out = append(out, annotate(urn(m.story, c.ID), a, query.Passage{Field: c.Field, Span: c.Span}, bodies))
	}
	return out
}

// readings are what was read out of an article, with what each means.
func (m marker) readings(a *dossier.Article) []annotation {
	var out []annotation
	mark := func(kind string, n int, sp dossier.Span, meaning string) {
		bodies := []body{tag(kind)}
		if meaning != "" {
			bodies = append(bodies, describe(meaning))
		}
		id := urn(m.story, a.ID, kind, strconv.Itoa(n+1))
		out = append(out, annotate(id, a, query.Passage{Field: "text", Span: sp}, bodies))
	}
	for i, q := range a.Quotes {
		mark("quote", i, q.Span, joined(", ", deref(q.Speaker), deref(q.Role)))
	}
	for i, q := range a.Quantities {
		mark("quantity", i, q.Span, joined(" ", bounds(q.Min, q.Max), q.Unit))
	}
	for i, t := range a.Times {
		mark("time", i, t.Span, interval(t.Start, t.End))
	}
	return out
}

// annotate marks a passage of an article. What is annotated is the page; where it
// has no address, the article.
func annotate(id string, a *dossier.Article, p query.Passage, bodies []body) annotation {
	source := face.Address(a.URL)
	if source == "" {
		source = urn(a.ID)
	}
	return annotation{
		ID: id, Type: "Annotation", Motivation: "identifying", Body: bodies,
		Target: target{"SpecificResource", source, state{"TimeState", urn(a.ID, p.Field)}, selectors(fieldOf(a, p.Field), p.Span)},
	}
}

// around is how many code points before and after a passage its selector
// quotes, so that it can be found where it stands twice.
const around = 32

// selectors say twice where a passage is: by place, in code points, and by its
// words. A span that does not fit is cut to the text.
func selectors(whole string, sp dossier.Span) []selector {
	off := text.NewOffsets(whole)
	at := off.Bytes(sp)
	exact := at.Of(whole)
	prefix := whole[off.Byte(sp[0]-around):at.Start]
	suffix := whole[at.End:off.Byte(sp[1]+around)]
	return []selector{
		{Type: "TextPositionSelector", Start: &sp[0], End: &sp[1]},
		{Type: "TextQuoteSelector", Exact: &exact, Prefix: &prefix, Suffix: &suffix},
	}
}

func tag(value string) body {
	return body{Type: "TextualBody", Purpose: "tagging", Format: "text/plain", Value: text.Plain(value)}
}

func describe(value string) body {
	return body{Type: "TextualBody", Purpose: "describing", Format: "text/plain", Value: text.Plain(value)}
}
