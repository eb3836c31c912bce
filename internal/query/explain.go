package query

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
)

// ExplanationSchema names the version of an Explanation as JSON.
const ExplanationSchema = "selisik.explanation/1"

// Explanation is the walk from an id back to the passages it rests on.
type Explanation struct {
	Schema      string           `json:"schema,omitempty"`
	Story       string           `json:"story,omitempty"`
	Languages   []string         `json:"languages,omitempty"` // of the story
	Kind        string           `json:"kind"`                // story|article|sentence|finding|difference|value|claim|source|entity
	ID          string           `json:"id"`
	Text        string           `json:"text"`
	Label       string           `json:"label,omitempty"` // status, kind of difference (or Spelling), source or entity
	Slot        string           `json:"slot,omitempty"`
	Origins     int              `json:"origins,omitempty"`
	OriginNames []string         `json:"origin_names,omitempty"`
	Aliases     []string         `json:"aliases,omitempty"`
	Roles       []string         `json:"roles,omitempty"`
	Why         []dossier.Reason `json:"why,omitempty"`
	Article     *Head            `json:"article,omitempty"`
	Evidence    []Evidence       `json:"evidence"`
	Parts       []Explanation    `json:"parts"`
}

// Explain walks from an id to its evidence. Ids are those of the dossier:
// stories ("s-7be0…"), articles ("a-3f9c…"), findings ("f3"), differences
// ("f3.d1"), claims ("c12"), sources ("s2"), entities ("e4") and sentences of the
// brief ("b2"). Where several stories have an id, it is named with its story's
// place or id before it: "2/f3", "s-7be0…/f3"; ids of stories and articles may
// be cut short. Errors wrap news.ErrNotFound, or news.ErrInvalid if the id
// means several things.
func Explain(d dossier.Dossier, id string) (Explanation, error) {
	story, local, narrowed := strings.Cut(id, "/")
	if !narrowed {
		local, story = id, ""
	}
	var found []Explanation
	var where []string
	for i := range d.Stories {
		s := &d.Stories[i]
		if story != "" && story != strconv.Itoa(i+1) && !(len(story) > 3 && strings.HasPrefix(s.ID, story)) {
			continue
		}
		if e, ok := NewIndex(s).Explain(local); ok {
			found = append(found, e)
			where = append(where, strconv.Itoa(i+1)+"/"+local)
		}
	}
	switch len(found) {
	case 0:
		return Explanation{}, fmt.Errorf("explain %s: %w", id, news.ErrNotFound)
	case 1:
		found[0].Schema = ExplanationSchema
		return found[0], nil
	}
	return Explanation{}, fmt.Errorf("explain %s: several stories have it, say which (%s): %w", id, strings.Join(where, ", "), news.ErrInvalid)
}

// Explain walks from an id of this story to its evidence.
func (x *Index) Explain(id string) (Explanation, bool) {
	for _, find := range []func(string) (Explanation, bool){
		x.explainFinding, x.explainDifference, x.explainClaim, x.explainSentence,
		x.explainSource, x.explainEntity, x.explainArticle, x.explainStory,
	} {
		if e, ok := find(id); ok {
			e.Story, e.Languages = x.Story.ID, x.Story.Languages
			return e.whole(), true
		}
	}
	return Explanation{}, false
}

// whole makes absent lists empty, so that they are [] in JSON.
func (e Explanation) whole() Explanation {
	if e.Evidence == nil {
		e.Evidence = []Evidence{}
	}
	if e.Parts == nil {
		e.Parts = []Explanation{}
	}
	for i := range e.Parts {
		e.Parts[i] = e.Parts[i].whole()
	}
	return e
}

func (x *Index) explainFinding(id string) (Explanation, bool) {
	f := x.findings[id]
	if f == nil {
		return Explanation{}, false
	}
	e := x.finding(f)
	e.Evidence = x.evidence(f.Claims)
	for j := range f.Differences {
		e.Parts = append(e.Parts, x.difference(f, j))
	}
	return e, true
}

// finding tells of a finding without its evidence.
func (x *Index) finding(f *dossier.Finding) Explanation {
	return Explanation{
		Kind: "finding", ID: f.ID, Text: f.Statement, Label: f.Status,
		Origins: f.Origins, OriginNames: x.Origins(f), Why: f.Why,
	}
}

func (x *Index) explainDifference(id string) (Explanation, bool) {
	name, nth, found := strings.Cut(id, ".d")
	f := x.findings[name]
	n, err := strconv.Atoi(nth)
	if !found || f == nil || err != nil || n < 1 || n > len(f.Differences) {
		return Explanation{}, false
	}
	e := x.difference(f, n-1)
	e.Parts = append(e.Parts, x.finding(f))
	return e, true
}

func (x *Index) difference(f *dossier.Finding, j int) Explanation {
	d := &f.Differences[j]
	e := Explanation{Kind: "difference", ID: f.ID + ".d" + itoa(j+1), Text: cmp.Or(d.Explanation, f.Statement), Label: kindOf(d), Slot: d.Slot}
	for _, v := range d.Values {
		e.Parts = append(e.Parts, Explanation{Kind: "value", Text: v.Value, Evidence: x.evidence(v.Claims)})
	}
	return e
}

func (x *Index) explainClaim(id string) (Explanation, bool) {
	c := x.claims[id]
	if c == nil {
		return Explanation{}, false
	}
	e := Explanation{Kind: "claim", ID: id, Text: c.Text, Evidence: x.evidence([]string{id})}
	e.Parts = x.carried([]string{id})
	return e, true
}

// carried tells of the findings that claims belong to, without evidence.
func (x *Index) carried(claims []string) []Explanation {
	var out []Explanation
	var seen []string
	for _, c := range claims {
		for _, f := range x.carriers[c] {
			if !slices.Contains(seen, f.ID) {
				seen = append(seen, f.ID)
				out = append(out, x.finding(f))
			}
		}
	}
	return out
}

func (x *Index) explainSentence(id string) (Explanation, bool) {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "b"))
	if err != nil || !strings.HasPrefix(id, "b") || n < 1 || n > len(x.Story.Brief) {
		return Explanation{}, false
	}
	b := &x.Story.Brief[n-1]
	return Explanation{Kind: "sentence", ID: id, Text: b.Text, Evidence: x.evidence(b.Citations), Parts: x.carried(b.Citations)}, true
}
