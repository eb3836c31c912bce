package reconcile

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// names merges the ways in which a story names the same thing. Add all names,
// then call merge once; after that root and groups answer.
//
// Two names are one if they are equal when case is folded, if alias says so, if
// one is the other's initials, if one's words are all in exactly one longer
// name of the same kind (surnames), or if they are full names of people that
// differ in one letter or in how they are parted. Cost: names of a kind, squared; a story has
// some hundreds.
type names struct {
	index map[string]int // folded name → entry
	list  []nameEntry
	up    unionFind
}

type nameEntry struct {
	name  string
	kind  string   // the one that it was used with most
	words []string // folded
	count int
	kinds map[string]int
}

func newNames() *names { return &names{index: map[string]int{}} }

// add counts one use of name and returns its entry; -1 for an empty name.
func (n *names) add(name, kind string) int {
	key := text.Fold(name)
	if key == "" {
		return -1
	}
	i, ok := n.index[key]
	if !ok {
		i = len(n.list)
		n.index[key] = i
		n.list = append(n.list, nameEntry{name: text.Squash(name), kind: kind, words: wordsOf(key), kinds: map[string]int{}})
		n.up.grow(i + 1)
	}
	e := &n.list[i]
	e.count++
	if e.kinds[kind]++; e.kinds[kind] > e.kinds[e.kind] {
		e.kind = kind
	}
	return i
}

// find returns the entry of a name that was added, -1 else.
func (n *names) find(name string) int {
	if i, ok := n.index[text.Fold(name)]; ok {
		return i
	}
	return -1
}

// alias declares two added names to be one.
func (n *names) alias(a, b string) {
	if i, j := n.find(a), n.find(b); i >= 0 && j >= 0 {
		n.up.join(i, j)
	}
}

// merge joins initials and shortened names.
func (n *names) merge() {
	for i := range n.list {
		long, ways := -1, 0
		for j := range n.list {
			if i == j {
				continue
			}
			if initials(n.list[i].name, n.list[j].name) || i < j && n.misspelt(i, j) {
				n.up.join(i, j)
			}
			if n.related(i, j) && shortened(n.list[i].words, n.list[j].words) {
				if long < 0 || n.up.root(long) != n.up.root(j) && !subset(n.list[long].words, n.list[j].words) && !subset(n.list[j].words, n.list[long].words) {
					ways++
				}
				if long < 0 || len(n.list[j].words) < len(n.list[long].words) {
					long = j
				}
			}
		}
		if ways == 1 {
			n.up.join(i, long)
		}
	}
}

// misspeltLetters is the least length of a full name for one letter of it to
// be a slip.
const misspeltLetters = 9

// misspelt reports whether two names of people are one that is spelt in two
// ways: they differ in one letter, or in their blanks alone.
func (n *names) misspelt(i, j int) bool {
	a, b := &n.list[i], &n.list[j]
	if family(a.kind) != news.Person || family(b.kind) != news.Person || len(a.words) < 2 || len(b.words) < 2 {
		return false
	}
	x, y := []rune(strings.Join(a.words, "")), []rune(strings.Join(b.words, ""))
	return min(len(x), len(y)) >= misspeltLetters && oneLetter(x, y)
}

// oneLetter reports whether a and b are equal but for at most one letter that
// is another, lacking or too many.
func oneLetter(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}

// related reports whether one of two names may be a shortened form of the
// other: they are of one family, or the shorter has two words or more.
func (n *names) related(i, j int) bool {
	a, b := &n.list[i], &n.list[j]
	if a.kind == news.Place || b.kind == news.Place {
		return false
	}
	return family(a.kind) != "" && family(a.kind) == family(b.kind) || len(a.words) > 1 && len(b.words) > 1
}

// groups returns the merged entries, in order of first use, each with its
// fullest much-used name first.
func (n *names) groups() [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range n.list {
		r := n.up.root(i)
		g, ok := at[r]
		if !ok {
			g = len(out)
			at[r] = g
			out = append(out, nil)
		}
		out[g] = append(out[g], i)
	}
	for _, g := range out {
		slices.SortStableFunc(g, func(a, b int) int {
			x, y := &n.list[a], &n.list[b]
			return cmp.Or(cmp.Compare(min(len(y.words), 4), min(len(x.words), 4)), cmp.Compare(y.count, x.count), cmp.Compare(a, b))
		})
	}
	return out
}

// shortened reports whether short's words are a proper part of long's.
func shortened(short, long []string) bool {
	return len(short) < len(long) && subset(short, long) && utf8.RuneCountInString(strings.Join(short, "")) > 2
}

func subset(short, long []string) bool {
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	return true
}

// initials reports whether short ("BMKG") is made of the first letters of
// long's words, small words skipped or not.
func initials(short, long string) bool {
	n := utf8.RuneCountInString(short)
	if n < 2 || n > 8 || strings.ToUpper(short) != short || strings.Contains(short, " ") {
		return false
	}
	var all, caps []rune
	for _, w := range strings.Fields(long) {
		r, _ := utf8.DecodeRuneInString(w)
		all = append(all, unicode.ToUpper(r))
		if unicode.IsUpper(r) {
			caps = append(caps, r)
		}
	}
	return len(all) > 1 && (string(all) == short || string(caps) == short)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// unionFind is a disjoint-set forest whose roots are the smallest members.
type unionFind struct{ parent []int }

func (u *unionFind) grow(n int) {
	for len(u.parent) < n {
		u.parent = append(u.parent, len(u.parent))
	}
}

func (u *unionFind) root(i int) int {
	for u.parent[i] != i {
		u.parent[i] = u.parent[u.parent[i]]
		i = u.parent[i]
	}
	return i
}

func (u *unionFind) join(i, j int) {
	a, b := u.root(i), u.root(j)
	if a > b {
		a, b = b, a
	}
	u.parent[b] = a
}

// family is the class of kinds inside which a name may be shortened; "" for
// kinds where a part of a name names something else, as with places.
func family(kind string) string {
	switch kind {
	case news.Person, news.Official, news.Witness:
		return news.Person
	case news.Organisation, news.Institution, news.Agency, news.OutletKind:
		return news.Organisation
	}
	return ""
}
