package reconcile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// houses makes one origin of those who speak for one institution: an official
// whose role names it ("head of X of the Y agency", Y), officials whose roles
// name the same, holders of one office, members of one government, and two
// spellings of one speaker.
type houses struct {
	index map[news.SourceID]int
	ids   []news.SourceID
	up    unionFind
}

// speaker is a source with the proper names in its roles, folded.
type speaker struct {
	name   []string // words
	also   []string // other names of the same
	full   string
	proper []string
	org    []string // of proper, those that are no part of a place's name
	short  []string // of proper, those in capitals, as they stand
	office []string // roles that hold a proper name, folded
	roles  []string
	rules  []string // countries of whose governments it is a member
	bodies []string // institutions with which its roles end, folded: "polres lembur"
	// account is set for the name of an account on a social network.
	account bool
}

func (t *table) houses() *houses {
	h := &houses{index: map[news.SourceID]int{}}
	speakers := make([]speaker, len(t.story.Sources))
	for i, s := range t.story.Sources {
		h.index[s.ID] = i
		h.ids = append(h.ids, s.ID)
		speakers[i].name = wordsOf(text.Fold(s.Name))
		speakers[i].full = s.Name
		speakers[i].account = strings.Contains(s.Name, "@") // "Instagram @kabar"
		for _, e := range t.story.Entities {
			if e.Name == s.Name || slices.Contains(e.Aliases, s.Name) {
				speakers[i].also = append(slices.Clone(e.Aliases), e.Name)
				for _, r := range e.Roles {
					speakers[i].add(r)
					speakers[i].roles = append(speakers[i].roles, r)
				}
			}
		}
	}
	places := t.placeWords()
	h.up.grow(len(h.ids))
	for i := range t.views {
		for _, a := range t.views[i].Attribution {
			if k, ok := h.index[a.Source]; ok && a.Role != "" {
				speakers[k].add(a.Role)
				speakers[k].roles = append(speakers[k].roles, a.Role)
			}
		}
	}
	for i := range speakers {
		speakers[i].parts(places)
		speakers[i].rules = t.governments(speakers[i].roles)
		speakers[i].bodies = t.bodies(speakers[i].roles)
		if j := t.employer(speakers, i); j >= 0 {
			h.up.join(i, j)
		}
		for j := range i {
			a, b := &speakers[i], &speakers[j]
			if t.sameDesk(i, j) || a.colleagueOf(b) || a.namedIn(b) || b.namedIn(a) {
				h.up.join(i, j)
			}
		}
	}
	return h
}

// colleagueOf reports whether two speakers have an institution, an office or a
// government in common.
func (s *speaker) colleagueOf(o *speaker) bool {
	return oneHouse(s.org, o.org) || meets(s.office, o.office) || meets(s.rules, o.rules) || meets(s.bodies, o.bodies)
}

// bodies returns the institutions with which roles end, folded, where a language
// puts their kind first and their place behind it: "polres lembur" of "Kasat Reskrim
// Polres Lembur" and of "Kasi Humas Polres Lembur".
func (t *table) bodies(roles []string) []string {
	var out []string
	for _, tag := range t.story.Languages {
		w := t.r.words[tag]
		if w == nil || !w.pack.HeadFirst {
			continue
		}
		heads := w.pack.Set("org-words")
		for _, role := range roles {
			words := wordsOf(text.Fold(role))
			for i := len(words) - 2; i > 0; i-- {
				if heads[words[i]] {
					out = append(out, strings.Join(words[i:], " "))
					break
				}
			}
		}
	}
	return out
}

// namedIn reports whether s speaks for o, or its name is one of o's in another
// form.
func (s *speaker) namedIn(o *speaker) bool {
	return s.actsFor(o) || s.spelt(o) || s.shortens(o) || s.swallows(o) || s.sharesAcronym(o) || s.contracts(o)
}

// employer returns the one source whose name begins with what the role of
// speaker i names ("chief executive of Acme": Acme Foods Inc), -1 if there is
// none, or several. Places employ nobody.
func (t *table) employer(speakers []speaker, i int) int {
	own := speakers[i].proper
	if len(own) == 0 || t.isPlace(own) {
		return -1
	}
	found := -1
	for j, o := range speakers {
		if j == i || len(o.name) == 0 || !slices.Contains(own, o.name[0]) || !subset(own, o.name) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = j
	}
	return found
}

// isPlace reports whether words are the name of a place of the story.
func (t *table) isPlace(words []string) bool {
	return slices.ContainsFunc(t.story.Entities, func(e news.Entity) bool {
		return e.Kind == news.Place && slices.Equal(wordsOf(text.Fold(e.Name)), words)
	})
}

// sameDesk reports whether one of two sources is a mere description ("state
// media") and the other the only agency that its articles name beside it.
func (t *table) sameDesk(i, j int) bool {
	a, b := &t.story.Sources[i], &t.story.Sources[j]
	return described(a) && t.onlyAgency(b, a.Articles) || described(b) && t.onlyAgency(a, b.Articles)
}

// described reports whether a carrier is not named but described.
func described(s *news.Source) bool {
	r, _ := utf8.DecodeRuneInString(s.Name)
	return unicode.IsLower(r) && (s.Kind == news.OutletKind || s.Kind == news.Agency)
}

// onlyAgency reports whether s is the only agency that the articles cite.
func (t *table) onlyAgency(s *news.Source, articles []news.ArticleID) bool {
	for i := range t.story.Sources {
		o := &t.story.Sources[i]
		if o.Kind == news.Agency && o.ID != s.ID && slices.ContainsFunc(articles, func(a news.ArticleID) bool { return slices.Contains(o.Articles, a) }) {
			return false
		}
	}
	return s.Kind == news.Agency && slices.ContainsFunc(articles, func(a news.ArticleID) bool { return slices.Contains(s.Articles, a) })
}

// add takes the capitalised words of a role but its first, which is a title.
func (s *speaker) add(role string) {
	for i, w := range strings.Fields(role) {
		w = strings.Trim(w, "(),.")
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		if i > 0 && len(w) > 1 && strings.ToUpper(w) == w {
			s.short = append(s.short, w)
		}
		if i == 0 || !unicode.IsUpper(r) {
			continue
		}
		if !slices.Contains(s.proper, low) {
			s.proper = append(s.proper, low)
		}
		if f := text.Fold(role); !slices.Contains(s.office, f) {
			s.office = append(s.office, f)
		}
	}
}

// parts sets which of the proper names are no places.
func (s *speaker) parts(places map[string]bool) {
	for _, w := range s.proper {
		if !places[w] {
			s.org = append(s.org, w)
		}
	}
}

// speaksFor reports whether s's role holds the whole name of o, and o has no
// role of its own.
func (s *speaker) speaksFor(o *speaker) bool {
	if len(o.name) == 0 || len(o.proper) > 0 || len(s.proper) == 0 {
		return false
	}
	if slices.ContainsFunc(s.short, func(w string) bool { return initials(w, o.full) }) {
		return true
	}
	return subset(o.name, s.proper) || slices.ContainsFunc(o.also, func(n string) bool {
		w := wordsOf(text.Fold(n))
		return len(w) > 0 && subset(w, s.proper)
	})
}

// shortens reports whether each word of s's name is one of o's, a part of it or
// a spelling of it: "Wil", "Wilma Orden".
func (s *speaker) shortens(o *speaker) bool {
	return len(s.name) > 0 && len(s.name) < len(o.name) && !slices.ContainsFunc(s.name, func(x string) bool { return !hasKin(o.name, x) })
}

// actsFor reports whether s speaks for o or is its account.
func (s *speaker) actsFor(o *speaker) bool { return s.speaksFor(o) || s.handleOf(o) }

// How long a name, and two words of one, must be to tell whose an account is.
const (
	handleName  = 4
	handleWords = 10
)

// handleOf reports whether s is an account whose name holds one of o's
// ("@infoXYZ" is XYZ's) or two words of it ("@unionofportworkers").
func (s *speaker) handleOf(o *speaker) bool {
	h := strings.Join(s.name, "")
	holds := func(n string, least int) bool { return len(n) >= least && strings.Contains(h, n) }
	for i := 1; i < len(o.name) && s.account; i++ {
		if holds(o.name[i-1]+o.name[i], handleWords) {
			return true
		}
	}
	return s.account && slices.ContainsFunc(append(slices.Clone(o.also), strings.Join(o.name, "")), func(n string) bool {
		return holds(strings.ToLower(strings.ReplaceAll(n, " ", "")), handleName)
	})
}

// oneHouse reports whether the names of institutions in two roles are one: two
// or more are shared that are half of the fewer, or the fewer are all shared.
func oneHouse(a, b []string) bool {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n >= 2 && 2*n >= min(len(a), len(b)) || n > 0 && n == min(len(a), len(b))
}

// meets reports whether two lists share an element.
func meets(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

// placeWords returns the folded words of the story's places, and the nouns that
// head the name of a place or an institution.
func (t *table) placeWords() map[string]bool {
	out := map[string]bool{}
	for _, e := range t.story.Entities {
		if e.Kind == news.Place {
			for _, w := range wordsOf(text.Fold(e.Name)) {
				out[w] = true
			}
		}
	}
	for _, tag := range t.story.Languages {
		w := t.r.words[tag]
		if w == nil {
			continue
		}
		for _, table := range []string{"org-words", "place-words", "places"} {
			for _, r := range w.pack.Rows(table) {
				for _, x := range wordsOf(text.Fold(r.Cols[0])) {
					out[x] = true
				}
			}
		}
	}
	return out
}

// of is the source that stands for s's house; s itself if it has none.
func (h *houses) of(s news.SourceID) news.SourceID {
	if i, ok := h.index[s]; ok {
		return h.ids[h.up.root(i)]
	}
	return s
}
