package export

import (
	"fmt"
	"io"
	"strconv"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/text"
)

// attributes are what PROV-JSON says of one thing or one relation.
type attributes map[string]any

// provenance is a document in PROV-JSON (W3C member submission, 24 April 2013):
// by kind, then by name. encoding/json writes both in the order of their names.
type provenance map[string]map[string]attributes

// prov gathers provenance; relations are numbered in the order in which they
// are told.
type prov struct {
	doc provenance
	n   int
}

// The steps by which a dossier is made, in their order, as PROV's activities.
const (
	stepClean     = "clean"
	stepLineage   = "lineage"
	stepExtract   = "extract"
	stepReconcile = "reconcile"
	stepBrief     = "brief"
)

// writeProvenance writes from what each article, claim, finding and sentence of
// the brief was derived, by which step of which program, and to whom it is
// attributed. No activity has a time: a dossier does not depend on when it was
// made.
func writeProvenance(w io.Writer, in *Input) error {
	p := &prov{doc: provenance{}}
	p.thing("agent", "program", attributes{"prov:type": name("prov:SoftwareAgent"), "prov:label": in.Program})
	for _, step := range []string{stepClean, stepLineage, stepExtract, stepReconcile, stepBrief} {
		p.thing("activity", "stage/"+step, attributes{"prov:label": step})
		p.relate("wasAssociatedWith", attributes{"prov:activity": "selisik:stage/" + step, "prov:agent": "selisik:program"})
	}
	for i := range in.Dossier.Stories {
		s := &in.Dossier.Stories[i]
		p.articles(s)
		p.lineage(s)
		p.claims(s)
		p.findings(s)
		p.sentences(s)
	}
	out := map[string]any{"prefix": map[string]string{"selisik": "urn:selisik:"}}
	for kind, things := range p.doc {
		out[kind] = things
	}
	return writeJSON(w, out)
}

// name is a qualified name as a value.
func name(qualified string) attributes { return attributes{"$": qualified, "type": "xsd:QName"} }

func address(url string) attributes { return attributes{"$": url, "type": "xsd:anyURI"} }

// thing tells of an entity, activity or agent; what is not known ("") is left
// out.
func (p *prov) thing(kind, id string, as attributes) {
	for k, v := range as {
		switch s, ok := v.(string); {
		case ok && s == "":
			delete(as, k)
		case ok:
			as[k] = text.Plain(s)
		}
	}
	p.add(kind, "selisik:"+id, as)
}

func (p *prov) relate(kind string, as attributes) {
	p.n++
	p.add(kind, fmt.Sprintf("_:r%06d", p.n), as)
}

func (p *prov) add(kind, id string, as attributes) {
	if p.doc[kind] == nil {
		p.doc[kind] = map[string]attributes{}
	}
	p.doc[kind][id] = as
}

// made tells that a step made an entity out of others.
func (p *prov) made(step, id string, as attributes, from ...string) {
	p.thing("entity", id, as)
	p.relate("wasGeneratedBy", attributes{"prov:entity": "selisik:" + id, "prov:activity": "selisik:stage/" + step})
	for _, f := range from {
		p.derived(step, id, f, "")
	}
}

// derived tells that an entity was made out of another; kind narrows how.
func (p *prov) derived(step, id, from, kind string) {
	as := attributes{"prov:generatedEntity": "selisik:" + id, "prov:usedEntity": "selisik:" + from, "prov:activity": "selisik:stage/" + step}
	if kind != "" {
		as["prov:type"] = name(kind)
	}
	p.relate("wasDerivedFrom", as)
}

func (p *prov) attributed(id, agent string) {
	p.relate("wasAttributedTo", attributes{"prov:entity": "selisik:" + id, "prov:agent": "selisik:" + agent})
}

// quotation is how PROV-JSON writes wasQuotedFrom: a derivation of this type.
const quotation = "prov:Quotation"

func (p *prov) articles(s *dossier.Story) {
	for i := range s.Articles {
		a := &s.Articles[i]
		as := attributes{
			"prov:type": name("selisik:Article"), "prov:label": a.Title, "selisik:language": a.Language,
			"selisik:published": publishedAt(a), "selisik:input": a.Input, "selisik:byline": deref(a.Byline), "selisik:version": a.Version,
		}
		if u := face.Address(a.URL); u != "" {
			as["prov:location"] = address(u)
		}
		p.made(stepClean, local(a.ID), as)
		if o := query.OutletName(a); o != "" {
			p.thing("agent", local("outlet", o), attributes{"prov:type": name("prov:Organization"), "prov:label": o})
			p.attributed(local(a.ID), local("outlet", o))
		}
	}
}

// lineage tells what was copied. Articles that used the same release are not
// derived from each other, and one that cites another is only influenced.
func (p *prov) lineage(s *dossier.Story) {
	for _, l := range s.Lineage {
		switch l.Kind {
		case "verbatim":
			p.derived(stepLineage, local(l.To), local(l.From), quotation)
		case "rewrite", "translation":
			p.derived(stepLineage, local(l.To), local(l.From), "selisik:"+l.Kind)
		default:
			p.relate("wasInfluencedBy", attributes{
				"prov:influencee": "selisik:" + local(l.To), "prov:influencer": "selisik:" + local(l.From), "prov:type": name("selisik:" + local(l.Kind)),
			})
		}
	}
}

func (p *prov) claims(s *dossier.Story) {
	for _, x := range s.Sources {
		p.thing("agent", local(s.ID, x.ID), attributes{"prov:type": name("prov:" + agentType(x.Kind)), "prov:label": x.Name, "selisik:kind": x.Kind})
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		id := local(s.ID, c.ID)
		p.made(stepExtract, id, attributes{
			"prov:type": name("selisik:Claim"), "prov:value": c.Text, "selisik:field": c.Field,
			"selisik:start": c.Span[0], "selisik:end": c.Span[1], "selisik:polarity": c.Polarity, "selisik:modality": c.Modality,
		})
		p.derived(stepExtract, id, local(c.Article), quotation)
		for _, a := range c.Attribution {
			p.attributed(id, local(s.ID, a.Source))
		}
	}
}

func (p *prov) findings(s *dossier.Story) {
	for i := range s.Findings {
		f := &s.Findings[i]
		p.made(stepReconcile, local(s.ID, f.ID), attributes{
			"prov:type": name("selisik:Finding"), "prov:value": f.Statement, "selisik:status": f.Status, "selisik:origins": f.Origins,
		}, within(s, f.Claims)...)
	}
}

func (p *prov) sentences(s *dossier.Story) {
	for i := range s.Brief {
		b := &s.Brief[i]
		p.made(stepBrief, local(s.ID, "b"+strconv.Itoa(i+1)), attributes{
			"prov:type": name("selisik:Sentence"), "prov:value": b.Text, "selisik:section": b.Section,
		}, within(s, b.Citations)...)
	}
}

// within are the local names of things of a story.
func within(s *dossier.Story, ids []string) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, local(s.ID, id))
	}
	return out
}
