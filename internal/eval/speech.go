package eval

import "github.com/selisik/selisik/internal/dossier"

// quotes matches labelled quotations with the direct ones found, and their
// speakers.
func (t *Tally) quotes(v *view) {
	for _, ref := range v.labels.Articles {
		var found []dossier.Quote
		if a := v.articles[ref]; a != nil {
			for _, q := range a.Quotes {
				if q.Direct && len(words(q.Text)) >= 3 {
					found = append(found, q)
				}
			}
		}
		used := make([]bool, len(found))
		gold, right, speakers := 0, 0, 0
		for _, q := range v.labels.Quotes {
			if q.Article != ref {
				continue
			}
			gold++
			i := closest(q.Text, found, used)
			if i < 0 {
				t.miss("quotes", v.labels.Event, "%s missed «%s»", ref, clip(q.Text, 90))
				t.miss("quotes_with_speaker", v.labels.Event, "%s missed «%s»", ref, clip(q.Text, 90))
				continue
			}
			used[i] = true
			right++
			if sameName(q.Speaker, deref(found[i].Speaker)) {
				speakers++
			} else {
				t.miss("quotes_with_speaker", v.labels.Event, "%s «%s» gold %s got %s", ref, clip(q.Text, 60), q.Speaker, deref(found[i].Speaker))
			}
		}
		for i, q := range found {
			if !used[i] {
				t.miss("quotes", v.labels.Event, "%s extra «%s»", ref, clip(q.Text, 90))
			}
		}
		t.pairs("quotes", right, len(found), right, gold)
		t.pairs("quotes_with_speaker", speakers, len(found), speakers, gold)
	}
}

// closest returns the unused quote most like text, -1 if none is alike enough.
// Of equals the last one wins, as in the labels' scorer.
func closest(text string, found []dossier.Quote, used []bool) int {
	best, at := 0.75, -1
	for i, q := range found {
		if s := sameText(text, q.Text); !used[i] && s >= best {
			best, at = s, i
		}
	}
	return at
}

// reported checks that indirect speech carries its source.
func (t *Tally) reported(v *view) {
	for _, r := range v.labels.Reported {
		ok := false
		for _, c := range v.holding(r.Passage) {
			for _, a := range c.Attribution {
				ok = ok || sameName(r.Source, a.Name)
			}
		}
		t.ratio("reported_speech", ok)
		if !ok {
			t.miss("reported_speech", v.labels.Event, "%s %s <- %s", r.Article, r.Source, clip(r.Text, 90))
		}
	}
}

// origins matches the places from which each article says it knows.
func (t *Tally) origins(v *view) {
	for _, ref := range v.labels.Articles {
		var found []dossier.ArticleSource
		if a := v.articles[ref]; a != nil {
			found = a.Sources
		}
		hit, gold, back := 0, 0, make([]bool, len(found))
		for _, o := range v.labels.Origins {
			if o.Article != ref {
				continue
			}
			gold++
			ok := false
			for i, p := range found {
				if sameName(o.Name, p.Name) {
					ok, back[i] = true, true
				}
			}
			if ok {
				hit++
			} else {
				t.miss("origins", v.labels.Event, "%s missed %s (%s)", ref, o.Name, clip(o.Text, 60))
			}
		}
		right := 0
		for i, p := range found {
			if back[i] {
				right++
			} else {
				t.miss("origins", v.labels.Event, "%s extra %s", ref, p.Name)
			}
		}
		t.pairs("origins", right, len(found), hit, gold)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
