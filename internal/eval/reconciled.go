package eval

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

type pair [2]string

func sorted(a, b string) pair { return pair{min(a, b), max(a, b)} }

// copies compares the pairs of articles whose wording is not independent.
func (t *Tally) copies(v *view) {
	gold, found := map[pair]bool{}, map[pair]bool{}
	for _, c := range v.labels.Copies {
		gold[sorted(c.A, c.B)] = true
	}
	for _, l := range v.links {
		if l[2] != "cites" && l[0] != l[1] && slices.Contains(v.labels.Articles, l[0]) && slices.Contains(v.labels.Articles, l[1]) {
			found[sorted(l[0], l[1])] = true
		}
	}
	right := 0
	for _, p := range sortedPairs(gold, found) {
		switch {
		case gold[p] && found[p]:
			right++
		case gold[p]:
			t.miss("copies", v.labels.Event, "missed %s %s", p[0], p[1])
		default:
			t.miss("copies", v.labels.Event, "extra %s %s", p[0], p[1])
		}
	}
	t.pairs("copies", right, len(found), right, len(gold))
}

func sortedPairs(sets ...map[pair]bool) []pair {
	all := map[pair]bool{}
	for _, s := range sets {
		for p := range s {
			all[p] = true
		}
	}
	out := make([]pair, 0, len(all))
	for p := range all {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b pair) int { return strings.Compare(a[0]+"\x00"+a[1], b[0]+"\x00"+b[1]) })
	return out
}

// statement is a labelled passage with the facts it states and the findings
// that its claims are in.
type statement struct {
	Passage
	facts, findings map[string]bool
}

// statements merges the passages of facts and of what one article alone has.
func (v *view) statements() []*statement {
	home := map[key][]string{}
	for _, f := range v.findings {
		for _, c := range f.Claims {
			home[key{f.story, c}] = append(home[key{f.story, c}], f.story+"\x00"+f.ID)
		}
	}
	byPassage := map[Passage]*statement{}
	var out []*statement
	add := func(p Passage, fact string) {
		s := byPassage[p]
		if s == nil {
			s = &statement{p, map[string]bool{}, map[string]bool{}}
			byPassage[p] = s
			out = append(out, s)
			for _, c := range v.holding(p) {
				for _, f := range home[c.key] {
					s.findings[f] = true
				}
			}
		}
		s.facts[fact] = true
	}
	for _, f := range v.labels.Facts {
		for _, p := range f.Statements {
			add(p, f.ID)
		}
	}
	for i, p := range v.labels.Only {
		add(p, "only"+string(rune('0'+i)))
	}
	return out
}

// facts asks of every two statements in different articles whether they are one
// fact, and whether they meet in one finding.
func (t *Tally) facts(v *view) {
	st := v.statements()
	right, pred, gold := 0, 0, 0
	for i := range st {
		for j := range i {
			a, b := st[j], st[i]
			if a.Article == b.Article {
				continue
			}
			g, p := meet(a.facts, b.facts), meet(a.findings, b.findings)
			gold, pred, right = gold+one(g), pred+one(p), right+one(g && p)
			if g != p {
				verdict := "wrongly joined"
				if g {
					verdict = "not joined"
				}
				t.miss("facts", v.labels.Event, "%s: %s «%s» | %s «%s»", verdict, a.Article, clip(a.Text, 80), b.Article, clip(b.Text, 80))
			}
		}
	}
	t.pairs("facts", right, pred, right, gold)
}

func meet(a, b map[string]bool) bool {
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// independence compares the number of origins behind the main fact.
func (t *Tally) independence(v *view) {
	if v.labels.Independent.N == nil || v.best == nil {
		return
	}
	got := -1
	for _, f := range v.findings {
		if f.Main {
			got = max(got, f.Origins)
		}
	}
	ok := got == *v.labels.Independent.N
	t.ratio("independence", ok)
	if !ok {
		t.miss("independence", v.labels.Event, "gold %d got %d", *v.labels.Independent.N, got)
	}
}

var figure = regexp.MustCompile(`\d+(?:[.,]\d+)*`)

// briefs checks citations, figures, and that what happened is told first.
func (t *Tally) briefs(v *view) {
	cited, told := map[key]bool{}, 0
	for _, b := range v.brief {
		ok := len(b.keys) > 0
		evidence := ""
		for _, k := range b.keys {
			c := v.byKey[k]
			if c == nil {
				ok = false
				continue
			}
			evidence += " " + c.Text + asJSON(c.Times) + asJSON(c.Quantities)
		}
		t.ratio("brief_cited", ok)
		grounded := true
		for _, n := range figure.FindAllString(b.Text, -1) {
			grounded = grounded && (contains(evidence, n) || contains(evidence, strings.ReplaceAll(n, ".", "")))
		}
		t.ratio("brief_numbers_grounded", grounded)
		if !grounded {
			t.miss("brief_numbers_grounded", v.labels.Event, "%s", clip(b.Text, 120))
		}
		if b.Section == "what" && told < 5 {
			told++
			for _, k := range b.keys {
				cited[k] = true
			}
		}
	}
	for _, f := range v.labels.Facts {
		if f.Main {
			ok := slices.ContainsFunc(f.Statements, func(p Passage) bool {
				return slices.ContainsFunc(v.holding(p), func(c claim) bool { return cited[c.key] })
			})
			t.ratio("main_facts_in_brief", ok)
			if !ok {
				t.miss("main_facts_in_brief", v.labels.Event, "%s", f.Gist)
			}
		}
	}
}

func asJSON(v any) string {
	b, _ := json.Marshal(v) // plain structs of numbers and strings
	return string(b)
}
