package brief

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// Story returns s with its brief and with what else is shown out of its context
// made to stand alone: the statement of each finding and the text of each entry
// of the timeline are told by the best claim they rest on, and each difference
// has the sentence it is about and its rank. s is not changed.
func (w *Writer) Story(s news.Story, tag string) news.Story {
	rest := standing(s)
	d := newDraft(w, &rest, w.packs.For(tag))
	s.Brief = d.write()
	ranks := d.ranks(rest.Findings)
	s.Findings = slices.Clone(s.Findings)
	said := map[string]bool{}
	for i := range s.Findings {
		f := &s.Findings[i]
		f.Statement, f.Aside = d.statement(*f, said), d.aside(f.Claims) || d.oldHeadline(*f)
		said[f.Statement] = true
		f.Differences = slices.Clone(f.Differences)
		for j := range f.Differences {
			x := &f.Differences[j]
			x.About, x.Rank = d.question(*x), ranks[point{f.ID, j}]
		}
	}
	s.Timeline = d.dates(s.Timeline)
	return s
}

// oldHeadline reports whether f rests on headlines alone that tell what a sentence
// of the brief tells.
func (d *draft) oldHeadline(f news.Finding) bool {
	return !f.Main && !slices.ContainsFunc(f.Claims, func(id news.ClaimID) bool {
		c := d.claims[id]
		return c != nil && (c.Field == news.InText && !unfinished(c.Text) || !d.repeated(d.terms(c)))
	})
}

// statement tells f by its best claim of news that states no finding before it and
// tells nothing that happened beside f; by its best one if there is none. Without a
// claim that stands f keeps its statement.
func (d *draft) statement(f news.Finding, said map[string]bool) string {
	best := d.byReadability(setOf(f))
	for _, c := range best {
		if told := d.prose(c); !d.topic(c).aside && !said[told] && !d.elsewhere(told, f) {
			return told
		}
	}
	if len(best) > 0 {
		return d.prose(best[0])
	}
	return f.Statement
}

// elsewhere reports whether a sentence of what happened has these words and
// tells other findings than f.
func (d *draft) elsewhere(told string, f news.Finding) bool {
	return slices.ContainsFunc(d.sentences, func(s news.Sentence) bool {
		return s.Section == What && s.Text == told && slices.ContainsFunc(f.Claims, func(c news.ClaimID) bool { return !slices.Contains(s.Citations, c) })
	})
}

// telling returns the claim by which a set is told, nil if none of its claims
// stands.
func (d *draft) telling(s set) *news.Claim {
	if best := d.byReadability(s); len(best) > 0 {
		return best[0]
	}
	return nil
}

// asked are the slots whose value is a part of a sentence.
var asked = []string{news.SlotQuantity, news.SlotTime, news.SlotPlace, news.SlotPerson, news.SlotRole, news.SlotOrganisation, news.SlotWording}

// question returns what a difference is about: the best sentence in which one
// of its values stands, with a gap for it: "[?] orang mengungsi". Where no value
// is a part of a sentence, the sentence as it is.
func (d *draft) question(x news.Difference) string {
	type option struct {
		told  string
		score float64
	}
	var best option
	for _, v := range x.Values {
		value := tidy(strings.Trim(v.Value, "\"“”'‘’ "))
		for _, id := range v.Claims {
			c := d.claims[id]
			if c == nil || unfinished(c.Text) {
				continue
			}
			o := option{d.prose(c), d.readability(c)}
			if slices.Contains(asked, x.Slot) && value != "" {
				if gap := strings.Replace(o.told, value, d.phrases.Phrase("face.gap"), 1); gap != o.told {
					o.told = gap
					o.score += hasGap
				}
			}
			if best.told == "" || o.score > best.score {
				best = o
			}
		}
	}
	return best.told
}

// hasGap is what a sentence is worth that holds the value a difference is about.
const hasGap = 4.0

// dates returns the timeline told by the best claim of each entry; entries of
// one day that say the same are one, at the sharper time.
func (d *draft) dates(entries []news.TimelineEntry) []news.TimelineEntry {
	var out []news.TimelineEntry
	var about []terms
	for _, e := range entries {
		if d.aside(e.Claims) || d.onlyNamed(e) {
			continue
		}
		c := d.telling(set{claims: e.Claims})
		if c == nil {
			out, about = append(out, e), append(about, nil)
			continue
		}
		i := 0
		for i < len(out) && !(meet(out[i], e) && same(about[i], d.terms(c))) {
			i++
		}
		if i == len(out) {
			e.Text = d.prose(c)
			out, about = append(out, e), append(about, d.terms(c))
			continue
		}
		o := &out[i]
		if covers(*o, e) {
			o.Start, o.End = e.Start, e.End
		}
		o.Claims = union(o.Claims, e.Claims)
		c = d.telling(set{claims: o.Claims})
		o.Text, about[i] = d.prose(c), d.terms(c)
	}
	out = onceEach(out)
	slices.SortStableFunc(out, func(a, b news.TimelineEntry) int {
		return cmp.Or(a.Start.Time.Compare(b.Start.Time), a.End.Time.Compare(b.End.Time), cmp.Compare(a.Text, b.Text))
	})
	return out
}

// onlyNamed reports whether e is of a year that its claims have in names alone:
// what is to happen at "Piala Dunia 2030" is told of today, and a law of "Nomor 34
// Tahun 2017" applies.
func (d *draft) onlyNamed(e news.TimelineEntry) bool {
	found := false
	for _, id := range e.Claims {
		c := d.claims[id]
		if c == nil {
			continue
		}
		for _, x := range c.Times {
			from, to := x.Span.Start-c.Span.Start, x.Span.End-c.Span.Start
			if x.Title != (c.Field == news.InTitle) || from < 0 || to > len(c.Text) || from >= to || x.Start != e.Start || x.End != e.End {
				continue
			}
			if !d.tongue(c).yearOfName(c.Text, from, to) {
				return false
			}
			found = true
		}
	}
	return found
}

// yearOfName reports whether s[from:to] is a year that belongs to a name: a word
// with a capital stands before it that opens no sentence, or the number of a law.
func (t *tongue) yearOfName(s string, from, to int) bool {
	when, before := wordsOf(s[from:to]), wordsOf(s[:from])
	if len(when) == 0 || len(when) > 2 || !isYear(when[len(when)-1].lower) {
		return false
	}
	if len(when) == 2 { // "Tahun 2017", not "Mei 2017"
		return t.spans[when[0].lower] && endsInNumber(before)
	}
	if len(before) < 2 || strings.TrimSpace(s[before[len(before)-1].end:from]) != "" {
		return false
	}
	last := before[len(before)-1]
	if t.spans[last.lower] {
		return endsInNumber(before[:len(before)-1])
	}
	r, _ := utf8.DecodeRuneInString(s[last.start:])
	return unicode.IsUpper(r)
}

// endsInNumber reports whether the last of the words is one in digits.
func endsInNumber(words []word) bool {
	return len(words) > 0 && strings.Trim(words[len(words)-1].lower, "0123456789") == ""
}

// isYear reports whether w is a number of four digits.
func isYear(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == ""
}

// onceEach keeps of the entries that are told by the same sentence the one that
// most claims carry, of those that tie the one of the fewest days, then the
// earliest: the other times of the sentence are mostly of when it was said, or
// was to be.
func onceEach(entries []news.TimelineEntry) []news.TimelineEntry {
	kept := map[string]news.TimelineEntry{}
	for _, e := range entries {
		k, ok := kept[e.Text]
		if !ok || cmp.Or(cmp.Compare(len(k.Claims), len(e.Claims)), cmp.Compare(days(e), days(k)), e.Start.Time.Compare(k.Start.Time)) < 0 {
			kept[e.Text] = e
		}
	}
	return slices.DeleteFunc(entries, func(e news.TimelineEntry) bool {
		k := kept[e.Text]
		return e.Start != k.Start || e.End != k.End
	})
}

// days is over how many days an entry goes.
func days(e news.TimelineEntry) int {
	return int(e.End.Time.Sub(e.Start.Time) / (24 * time.Hour))
}

// meet reports whether one of two entries is a day or less and holds the other.
func meet(a, b news.TimelineEntry) bool { return covers(a, b) || covers(b, a) }

// covers reports whether a is a day or less and holds all of b.
func covers(a, b news.TimelineEntry) bool {
	day := a.Start.Time.Format(time.DateOnly)
	if day != a.End.Time.Format(time.DateOnly) || day != b.Start.Time.Format(time.DateOnly) || day != b.End.Time.Format(time.DateOnly) {
		return false
	}
	return a.Start.DayOnly || !b.Start.DayOnly && !a.Start.Time.After(b.Start.Time) && !a.End.Time.Before(b.End.Time)
}

func union(a, b []news.ClaimID) []news.ClaimID {
	out := slices.Clone(a)
	for _, c := range b {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}
