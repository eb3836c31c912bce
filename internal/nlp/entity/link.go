package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/phrase"
)

// Sighting is a mention in one of several articles.
type Sighting struct {
	Article int    // which article
	Text    string // as it stands there
	Name    string // as Find gave it
	Kind    string
	Role    string
}

// Entity is what several sightings name.
type Entity struct {
	Name      string   // the fullest of the most frequent forms
	Kind      string   // person|organisation|place|other
	Aliases   []string // its other forms, sorted
	Roles     []string // most frequent first
	Sightings []int    // indexes of the sightings, ascending
	// Variants are indexes of entities whose names differ from this one's only
	// a little: other spellings, or errors. They are not joined, because a
	// wrong name is something that a reader should be told.
	Variants []int
}

// Linker joins the mentions of several articles, in any of its languages. It is
// immutable and safe for use by several goroutines.
type Linker struct{ places []*phrase.Table[entry] }

// NewLinker builds a linker from the packs' places.
func NewLinker(packs ...*lang.Pack) *Linker {
	l := &Linker{}
	for _, p := range packs {
		l.places = append(l.places, &newLexicon(p).places)
	}
	return l
}

// Link groups sightings into entities, in order of their first sighting.
//
// Joined are: places with one name in the packs; an acronym and the name that
// any article introduces it with; persons of whom one is named by a part of the
// other's name, in order, if no second name holds that part; and equal names.
// Cost: the square of the number of different names.
func (l *Linker) Link(seen []Sighting) []Entity {
	g := l.group(seen)
	byKey := map[string]int{}
	var out []Entity
	for i, s := range seen {
		key := g.find(g.key(s))
		k, ok := byKey[key]
		if !ok {
			k = len(out)
			byKey[key] = k
			out = append(out, Entity{})
		}
		out[k].Sightings = append(out[k].Sightings, i)
	}
	for k := range out {
		describeEntity(&out[k], seen)
	}
	variants(out)
	return out
}

// groups is a forest over the keys of names.
type groups struct {
	linker *Linker
	parent map[string]string
	short  map[string]string // acronym to full name, "" if two articles differ
}

func (l *Linker) group(seen []Sighting) *groups {
	g := &groups{linker: l, parent: map[string]string{}, short: map[string]string{}}
	for _, s := range seen {
		if s.Kind == Organisation && s.Text != s.Name && acronym(s.Text) {
			if old, ok := g.short[s.Text]; ok && old != s.Name {
				g.short[s.Text] = ""
			} else if !ok {
				g.short[s.Text] = s.Name
			}
		}
	}
	var people []string
	for _, s := range seen {
		if s.Kind == Person {
			people = append(people, g.key(s))
		}
	}
	slices.Sort(people)
	g.joinPeople(slices.Compact(people))
	return g
}

// key is the form by which names are compared.
func (g *groups) key(s Sighting) string {
	switch s.Kind {
	case Place:
		return Place + " " + g.linker.place(s.Name)
	case Person:
		return Person + " " + fold(s.Name)
	}
	name := s.Name
	if full := g.short[name]; full != "" {
		name = full
	}
	return "name " + fold(name)
}

// place returns the folded name that the packs show a place by.
func (l *Linker) place(name string) string {
	for range 2 { // from one language's name to another's
		for _, t := range l.places {
			w := fields(strings.Fields(name))
			if n, e := t.At(w, 0, len(w)); n > 0 && n == len(w) {
				name = e.name
			}
		}
	}
	return fold(name)
}

// fields is a sequence of words.
type fields []string

func (f fields) Word(i int) string  { return f[i] }
func (f fields) Lower(i int) string { return strings.ToLower(f[i]) }

func (g *groups) find(k string) string {
	for g.parent[k] != "" {
		k = g.parent[k]
	}
	return k
}

// joinPeople joins each name with the only longer one that holds it.
func (g *groups) joinPeople(names []string) {
	for _, short := range names {
		var longer []string
		for _, long := range names {
			if partOf(short, long) {
				longer = append(longer, long)
			}
		}
		if top := chainTop(longer); top != "" {
			g.parent[short] = top
		}
	}
}

// partOf reports whether the person key short is part of long: all its words
// in order and, if it is one word, the first or the last.
func partOf(short, long string) bool {
	s, l := strings.Fields(short), strings.Fields(long)
	if len(s) >= len(l) || len(s) < 2 {
		return false
	}
	s, l = s[1:], l[1:] // without the kind
	if len(s) == 1 {
		return s[0] == l[0] || s[0] == l[len(l)-1]
	}
	return inOrder(s, l)
}

// inOrder reports whether the words of s stand in l in their order.
func inOrder(s, l []string) bool {
	i := 0
	for _, w := range l {
		if i < len(s) && w == s[i] {
			i++
		}
	}
	return i == len(s)
}

// chainTop returns the longest of names if it holds all the others, else "".
func chainTop(names []string) string {
	if len(names) == 0 {
		return ""
	}
	top := slices.MaxFunc(names, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	for _, n := range names {
		if n != top && !partOf(n, top) {
			return ""
		}
	}
	return top
}

// describeEntity fills an entity from its sightings.
func describeEntity(e *Entity, seen []Sighting) {
	names, kinds, roles := map[string]int{}, map[string]int{}, map[string]int{}
	for _, i := range e.Sightings {
		names[seen[i].Name]++
		kinds[seen[i].Kind]++
		if r := seen[i].Role; r != "" {
			roles[r]++
		}
	}
	e.Kind = ranked(kinds)[0]
	order := ranked(names)
	e.Name = order[0]
	for _, n := range order[1:] {
		if len(strings.Fields(n)) > len(strings.Fields(e.Name)) {
			e.Name = n
		}
	}
	aliases := map[string]bool{}
	for _, i := range e.Sightings {
		aliases[seen[i].Name], aliases[seen[i].Text] = true, true
	}
	delete(aliases, e.Name)
	for a := range aliases {
		e.Aliases = append(e.Aliases, a)
	}
	slices.Sort(e.Aliases)
	e.Roles = ranked(roles)
}

// ranked returns the keys, most frequent first, then by their letters.
func ranked(count map[string]int) []string {
	out := make([]string, 0, len(count))
	for k := range count {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return out
}

// variants notes entities of one kind whose names differ a little.
func variants(es []Entity) {
	for i := range es {
		for j := i + 1; j < len(es); j++ {
			if es[i].Kind == es[j].Kind && alike(fold(es[i].Name), fold(es[j].Name)) {
				es[i].Variants = append(es[i].Variants, j)
				es[j].Variants = append(es[j].Variants, i)
			}
		}
	}
}

// alike reports whether two folded names of five letters or more differ by one
// letter, by two if they are long, or by blanks alone.
func alike(a, b string) bool {
	a, b = strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", "")
	n := min(len(a), len(b))
	if n < 5 || max(len(a), len(b))-n > 2 {
		return false
	}
	limit := 1
	if n >= 8 {
		limit = 2
	}
	return distance([]rune(a), []rune(b)) <= limit
}

// distance is the Levenshtein distance.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := diagonal
			if x != y {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// fold writes a name in small letters, without diacritics and marks.
func fold(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case !unicode.IsMark(r) && b.Len() > 0 && r != '\'' && r != '’':
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
