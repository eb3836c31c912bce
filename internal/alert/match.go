package alert

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/text"
)

// Terms makes the words by which texts are searched; term.Maker is it.
type Terms interface {
	Of(tag, s string) []string
	Asked(question string) [][]string
}

// view is a story with its last dossier, which is opened when a query needs it.
type view struct {
	story store.Story
	made  store.Dossier
	told  told
	terms Terms

	whole *dossier.Story
	items []item
	words []map[string]bool // of each article
}

// found is what a query takes of a view.
type found struct {
	key        string // by which it fires once
	difference *Difference
	change     *Change
}

// match returns what a query takes, nothing if a condition does not hold.
func (v *view) match(q *Query) ([]found, error) {
	if !v.may(q) {
		return nil, nil
	}
	if err := v.open(q); err != nil {
		return nil, err
	}
	if !v.holds(&q.Where, q.When) {
		return nil, nil
	}
	if q.When == StoryMatches {
		return []found{{key: "s " + string(v.story.ID)}}, nil
	}
	return v.fresh(q), nil
}

// may tells by what lists show whether a query can take anything.
func (v *view) may(q *Query) bool {
	w, s := &q.Where, &v.made.Summary
	at := v.made.Made
	if q.When != StoryMatches {
		at = v.told.Made
	}
	switch {
	case q.Paused, at.Before(q.Created),
		q.When != StoryMatches && len(v.told.New) == 0,
		(q.When == DifferenceAppears || w.Differences) && s.Differences == 0,
		(q.When == ContradictionAppear || w.Contradictions) && s.Contested == 0,
		s.Origins < w.MinOrigins, len(v.story.Pages) < w.MinArticles,
		w.Language != "" && !slices.Contains(v.story.Languages, w.Language):
		return false
	}
	return q.When == ArticleChanges || len(w.Stories) == 0 || slices.Contains(w.Stories, v.story.ID)
}

// open reads the dossier if a query has to look into it.
func (v *view) open(q *Query) error {
	w := &q.Where
	if v.whole != nil || q.When == StoryMatches && w.Words+w.Entity+w.Outlet == "" && len(w.Articles) == 0 {
		return nil
	}
	v.whole = &dossier.Story{}
	if err := json.Unmarshal(v.made.JSON, v.whole); err != nil {
		return fmt.Errorf("dossier of %s: %w", v.story.ID, err)
	}
	fresh := map[string]bool{}
	for _, m := range v.told.New {
		fresh[m] = true
	}
	v.items = slices.DeleteFunc(items(v.whole), func(i item) bool { return !fresh[i.mark] })
	return nil
}

// holds tells whether the conditions hold that need the dossier.
func (v *view) holds(w *Where, when When) bool {
	return (w.Words == "" || v.says(w.Words)) && (w.Entity == "" || v.names(w.Entity)) && (w.Outlet == "" || v.reports(w.Outlet)) &&
		(when == ArticleChanges || len(w.Articles) == 0 || v.cites(w.Articles))
}

// says tells whether one article has all words of a question.
func (v *view) says(question string) bool {
	if v.words == nil {
		for i := range v.whole.Articles {
			a, has := &v.whole.Articles[i], map[string]bool{}
			for _, t := range v.terms.Of(a.Language, a.Title+"\n\n"+a.Text) {
				has[t] = true
			}
			v.words = append(v.words, has)
		}
	}
	for _, reading := range v.terms.Asked(question) {
		for _, has := range v.words {
			if !slices.ContainsFunc(reading, func(t string) bool { return !has[t] }) {
				return true
			}
		}
	}
	return false
}

// names tells whether a name stands in the story, whole or as words of a longer
// one.
func (v *view) names(name string) bool {
	name = " " + text.Fold(name) + " "
	is := func(s string) bool { return strings.Contains(" "+text.Fold(s)+" ", name) }
	return slices.ContainsFunc(v.whole.Entities, func(e dossier.Entity) bool {
		return is(e.Name) || slices.ContainsFunc(e.Aliases, is)
	})
}

func (v *view) reports(outlet string) bool {
	outlet = text.Fold(outlet)
	return slices.ContainsFunc(v.whole.Articles, func(a dossier.Article) bool {
		return a.Outlet != nil && (text.Fold(a.Outlet.Name) == outlet || plain(a.Outlet.Domain) == outlet)
	})
}

func (v *view) cites(articles []string) bool {
	return slices.ContainsFunc(v.whole.Articles, func(a dossier.Article) bool { return meet(names(&a), articles) })
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// fresh returns what is new in the dossier and of the kind that a query waits
// for.
func (v *view) fresh(q *Query) (out []found) {
	for _, i := range v.items {
		switch {
		case i.change != nil && q.When == ArticleChanges && v.wants(q, i.change):
			out = append(out, found{key: i.key, change: &i.change.Change})
		case i.difference != nil && (q.When == DifferenceAppears || q.When == ContradictionAppear && i.difference.Disputes()):
			out = append(out, found{key: i.key, difference: v.difference(i)})
		}
	}
	return out
}

// wants tells whether a change is one that a query waits for. In the first
// dossier of a story, which people may have split off, all changes are new: they
// have to have been seen since the query was saved.
func (v *view) wants(q *Query, c *change) bool {
	if q.Where.Substantive && !c.substantive || v.told.First && !since(c.seen, q.Created) {
		return false
	}
	return slices.Contains(q.Where.Stories, v.story.ID) || meet(c.ids, q.Where.Articles)
}

// since tells whether a stamp, which is to the second, is not before t.
func since(stamp *string, t time.Time) bool {
	at, err := time.Parse(time.RFC3339, plain(stamp))
	return err == nil && !at.Before(t.Truncate(time.Second))
}

// mostValues is how many sides of a difference a firing keeps.
const mostValues = 8

// difference is one with the outlets that are on its sides.
func (v *view) difference(i item) *Difference {
	d := i.difference
	out := &Difference{Slot: d.Slot, Kind: d.Kind, Spelling: d.Spelling, Statement: clip(i.finding.Statement, mostPassage), Explanation: clip(d.Explanation, mostPassage)}
	for _, x := range d.Values[:min(len(d.Values), mostValues)] {
		out.Values = append(out.Values, Value{clip(x.Value, mostText), v.outlets(x.Claims)})
	}
	return out
}

// outlets are those of some claims, each once, by name.
func (v *view) outlets(claims []string) []string {
	out := []string{}
	for _, c := range v.whole.Claims {
		if !slices.Contains(claims, c.ID) {
			continue
		}
		for _, a := range v.whole.Articles {
			if a.ID == c.Article && a.Outlet != nil {
				out = append(out, clip(a.Outlet.Name, mostText))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// headline is the story as firings keep it.
func (v *view) headline() Story {
	s := &v.made.Summary
	return Story{
		ID: v.story.ID, Title: clip(v.story.Title, mostPassage), Articles: len(v.story.Pages), Outlets: len(v.story.Outlets),
		Origins: s.Origins, Differences: s.Differences, Contradictions: s.Contested,
	}
}
