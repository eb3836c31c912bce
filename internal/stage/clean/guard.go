package clean

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
)

// guarded is rules with, for each, the words of which a text must hold one for
// its pattern to match. One pass over a text finds the words; patterns are tried
// only where a word of theirs stands. After Cox 2012, "Regular Expression
// Matching with a Trigram Index", with whole words in place of trigrams.
type guarded struct {
	rules  []rule
	always []int // rules that no word guards
	first  [1 << 10]uint64
	words  map[string][]needle // by their first three bytes
}

// needle is a word in small letters that guards a rule.
type needle struct {
	word string
	rule int
}

// keyLen is how many bytes of a word are looked up.
const keyLen = 3

// add appends a rule for every pattern.
func (g *guarded) add(reason, before string, patterns []string, after string) {
	for _, p := range patterns {
		re := regexp.MustCompile(before + p + after)
		g.rules = append(g.rules, rule{reason, re})
		g.guard(len(g.rules)-1, re)
	}
}

func (g *guarded) guard(n int, re *regexp.Regexp) {
	tree, err := syntax.Parse(re.String(), syntax.Perl)
	var words []string
	if err == nil {
		words = required(tree.Simplify())
	}
	if len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return len(w) < keyLen }) {
		g.always = append(g.always, n)
		return
	}
	if g.words == nil {
		g.words = map[string][]needle{}
	}
	for _, w := range words {
		h := hash(w)
		g.first[h>>6] |= 1 << (h & 63)
		g.words[w[:keyLen]] = append(g.words[w[:keyLen]], needle{w, n})
	}
}

// hash maps the first three bytes of s to 0..65535.
func hash(s string) uint32 {
	return (uint32(s[0])<<11 ^ uint32(s[1])<<5 ^ uint32(s[2])) & 0xffff
}

// possible returns the rules that may match s, in order.
func (g *guarded) possible(s string) []rule {
	if len(g.rules) == 0 {
		return nil
	}
	ids := slices.Clone(g.always)
	low := strings.ReplaceAll(strings.ToLower(s), "ς", "σ")
	for i := 0; i+keyLen <= len(low); i++ {
		h := hash(low[i:])
		if g.first[h>>6]&(1<<(h&63)) == 0 {
			continue
		}
		for _, n := range g.words[low[i:i+keyLen]] {
			if strings.HasPrefix(low[i:], n.word) && !slices.Contains(ids, n.rule) {
				ids = append(ids, n.rule)
			}
		}
	}
	slices.Sort(ids)
	out := make([]rule, len(ids))
	for i, id := range ids {
		out[i] = g.rules[id]
	}
	return out
}

// required returns strings of which every match holds at least one, in small
// letters; nil if that cannot be told. After Cox 2012, "Regular Expression
// Matching with a Trigram Index", with whole literals in place of trigrams.
func required(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpLiteral:
		return []string{strings.Map(smallest, string(re.Rune))}
	case syntax.OpCapture, syntax.OpPlus:
		return required(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return required(re.Sub[0])
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			words := required(sub)
			if words == nil {
				return nil
			}
			all = append(all, words...)
		}
		return all
	case syntax.OpConcat:
		return best(re.Sub)
	}
	return nil
}

// smallest returns the small letter by which a literal is looked up. Patterns
// that fold case hold the least of the letters that fold to one, which in Greek
// is none that texts have.
func smallest(r rune) rune {
	if unicode.SimpleFold(r) == r {
		return r
	}
	return unicode.ToLower(unicode.ToUpper(r))
}

// best returns the requirement whose shortest word is longest, of single parts
// and of runs of parts all of whose texts can be listed.
func best(subs []*syntax.Regexp) []string {
	var out []string
	length := 0
	take := func(words []string) {
		if len(words) == 0 {
			return
		}
		if n := len(slices.MinFunc(words, func(a, b string) int { return len(a) - len(b) })); n > length {
			out, length = words, n
		}
	}
	for i, sub := range subs {
		take(required(sub))
		run := texts(sub)
		for _, next := range subs[i+1:] {
			longer := products(run, texts(next))
			if longer == nil {
				break
			}
			run = longer
		}
		take(run)
	}
	return out
}

// mostTexts is how many texts of a part are listed at the most.
const mostTexts = 256

// texts lists what a pattern matches, in small letters; nil if that is too much.
func texts(re *syntax.Regexp) []string {
	switch re.Op {
	case syntax.OpEmptyMatch:
		return []string{""}
	case syntax.OpLiteral:
		return required(re)
	case syntax.OpCapture:
		return texts(re.Sub[0])
	case syntax.OpQuest:
		if of := texts(re.Sub[0]); of != nil {
			return append([]string{""}, of...)
		}
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			of := texts(sub)
			if of == nil || len(all)+len(of) > mostTexts {
				return nil
			}
			all = append(all, of...)
		}
		return all
	case syntax.OpConcat:
		all := []string{""}
		for _, sub := range re.Sub {
			if all = products(all, texts(sub)); all == nil {
				return nil
			}
		}
		return all
	}
	return nil
}

// products returns every text of a with every one of b behind it, nil if they are
// too many or either is not known.
func products(a, b []string) []string {
	if len(a)*len(b) == 0 || len(a)*len(b) > mostTexts {
		return nil
	}
	var out []string
	for _, x := range a {
		for _, y := range b {
			out = append(out, x+y)
		}
	}
	return out
}
