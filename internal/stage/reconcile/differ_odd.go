package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// oddOnesOut finds claims that put an office of some place where others of f
// name a person: "the president of A" beside "the leader of B, So-and-so". The
// person must be one whom the heads of most articles name, the claim must not
// know him, and its article must, so that he is part of its story too.
func (t *table) oddOnesOut(f *fact) []clash {
	var out []clash
	for _, e := range t.central() {
		for _, c := range f.claims {
			o, ok := t.office(c, e, f)
			if !ok {
				continue
			}
			for _, d := range f.claims {
				if m := t.personIn(d, e); m >= 0 && t.views[d].art != t.views[c].art {
					out = append(out, differ(news.SlotPerson, news.Contradiction, o, t.name(d, t.views[d].Mentions[m])))
				}
			}
		}
	}
	return out
}

// central returns the people whom the heads of most articles name, by id.
func (t *table) central() []news.EntityID {
	if t.people != nil {
		return t.people
	}
	t.people = []news.EntityID{}
	for i := range t.story.Entities {
		e := &t.story.Entities[i]
		heads := 0
		for _, claims := range t.by {
			if slices.ContainsFunc(claims[:min(leadEnd, len(claims))], func(c int) bool { return t.views[c].names[e.ID] }) {
				heads++
			}
		}
		if e.Kind == news.Person && 2*heads > len(t.by) {
			t.people = append(t.people, e.ID)
		}
	}
	return t.people
}

// office finds in claim c an office with a place of its own and no name, which
// the other claims of f do not know. The article of c must name e elsewhere.
func (t *table) office(c int, e news.EntityID, f *fact) (answer, bool) {
	v := &t.views[c]
	if v.names[e] || !t.knows(v.art, e) {
		return answer{}, false
	}
	w := t.wordsOf(v)
	tx := w.split.Split(v.Text)
	for k, m := range v.Mentions {
		if m.Kind != news.Place || t.named(m, f, c) || t.heldBy(m) || k+1 < len(v.Mentions) && v.Mentions[k+1].Kind == news.Person && t.follows(v, m, v.Mentions[k+1]) {
			continue
		}
		i := tx.At(m.Span.Start-v.Span.Start) - 1
		if i < 0 || !w.posts[tx.Lower(i)] {
			continue
		}
		sp := text.Span{Start: tx.Tokens[i].Start + v.Span.Start, End: m.Span.End}
		if t.governed(w, sp.Of(t.source(v))) {
			continue
		}
		return answer{c, text.Fold(sp.Of(t.source(v))), t.label(c, sp)}, true
	}
	return answer{}, false
}

// heldBy reports whether somebody in the story has an office of that place.
func (t *table) heldBy(m news.Mention) bool {
	place := text.Fold(m.Name)
	return slices.ContainsFunc(t.story.Entities, func(e news.Entity) bool {
		return e.Kind == news.Person && slices.ContainsFunc(e.Roles, func(r string) bool { return within(text.Fold(r), place) })
	})
}

// governed reports whether an office is in the government of a country that
// somebody in the story is of, be it the one that goes without saying.
func (t *table) governed(w *words, office string) bool {
	land, ok := w.rule.government(office)
	return ok && slices.ContainsFunc(t.story.Entities, func(e news.Entity) bool {
		return e.Kind == news.Person && slices.Contains(t.governments(e.Roles), land)
	})
}

// knows reports whether an article names e anywhere.
func (t *table) knows(art int, e news.EntityID) bool {
	return slices.ContainsFunc(t.by[art], func(c int) bool { return t.views[c].names[e] })
}

// named reports whether a claim of f other than c mentions what m names.
func (t *table) named(m news.Mention, f *fact, c int) bool {
	return slices.ContainsFunc(f.claims, func(d int) bool { return d != c && t.mentionOf(&t.views[d], m) >= 0 })
}

// follows reports whether y follows x with at most a comma between.
func (t *table) follows(v *view, x, y news.Mention) bool {
	gap := text.Span{Start: x.Span.End, End: y.Span.Start}.Of(t.source(v))
	return len(strings.Trim(gap, " ,")) == 0
}

// personIn returns the index of e's mention in claim d, -1 if none.
func (t *table) personIn(d int, e news.EntityID) int {
	ms := t.views[d].Mentions
	return slices.IndexFunc(ms, func(m news.Mention) bool { return slices.Contains(t.entities.of([]news.Mention{m}), e) })
}

// wordsOf returns what is known of the language of v's article.
func (t *table) wordsOf(v *view) *words {
	if w := t.r.words[t.story.Readings[v.art].Article.Language]; w != nil {
		return w
	}
	return t.r.words["und"]
}
