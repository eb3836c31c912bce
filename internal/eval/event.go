package eval

import (
	"slices"

	"github.com/selisik/selisik/internal/dossier"
)

// key names a claim across the stories of a dossier.
type key struct{ story, claim string }

// view is a dossier indexed for scoring one event.
type view struct {
	labels   *Labels
	articles map[string]*dossier.Article // by ref
	claims   map[string][]claim          // by ref, in order
	byKey    map[key]*dossier.Claim
	findings []finding
	links    [][3]string // refs from, to; kind
	brief    []sentence
	best     *dossier.Story // the story with most of the event's articles
}

type claim struct {
	key
	*dossier.Claim
	article *dossier.Article
}

type finding struct {
	story string
	*dossier.Finding
}

type sentence struct {
	*dossier.Sentence
	keys []key
}

func newView(labels *Labels, d *dossier.Dossier) *view {
	v := &view{labels: labels, articles: map[string]*dossier.Article{}, claims: map[string][]claim{}, byKey: map[key]*dossier.Claim{}}
	most := -1
	for i := range d.Stories {
		s := &d.Stories[i]
		if n := v.addStory(s); n > most {
			most, v.best = n, s
		}
	}
	return v
}

// addStory indexes s and returns how many of the event's articles it holds.
func (v *view) addStory(s *dossier.Story) int {
	refs, n := map[string]string{}, 0
	byID := map[string]*dossier.Article{}
	for i := range s.Articles {
		a := &s.Articles[i]
		byID[a.ID] = a
		if a.Ref == nil {
			continue
		}
		refs[a.ID] = *a.Ref
		v.articles[*a.Ref] = a
		if slices.Contains(v.labels.Articles, *a.Ref) {
			n++
		}
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		k := key{s.ID, c.ID}
		v.byKey[k] = c
		v.claims[refs[c.Article]] = append(v.claims[refs[c.Article]], claim{k, c, byID[c.Article]})
	}
	for i := range s.Findings {
		v.findings = append(v.findings, finding{s.ID, &s.Findings[i]})
	}
	for _, l := range s.Lineage {
		v.links = append(v.links, [3]string{refs[l.From], refs[l.To], l.Kind})
	}
	for i := range s.Brief {
		b := sentence{Sentence: &s.Brief[i]}
		for _, c := range b.Citations {
			b.keys = append(b.keys, key{s.ID, c})
		}
		v.brief = append(v.brief, b)
	}
	return n
}

// holding returns the claims that hold a statement.
func (v *view) holding(p Passage) []claim {
	all := v.claims[p.Article]
	texts := make([]string, len(all))
	for i, c := range all {
		texts[i] = c.Text
	}
	var out []claim
	for _, i := range Holders(p.Text, texts) {
		out = append(out, all[i])
	}
	return out
}

// Event adds the scores of one event's dossier to the tally.
func (t *Tally) Event(labels *Labels, d *dossier.Dossier) {
	v := newView(labels, d)
	t.together(v)
	t.evidence(v)
	t.cleaning(v)
	t.quotes(v)
	t.reported(v)
	t.origins(v)
	t.measures(v)
	t.copies(v)
	t.facts(v)
	t.differences(v)
	t.independence(v)
	t.briefs(v)
}
