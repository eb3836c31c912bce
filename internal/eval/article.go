package eval

import (
	"strings"
	"time"
)

func contains(s, sub string) bool { return strings.Contains(s, sub) }

// together counts how many of the event's articles are in one story.
func (t *Tally) together(v *view) {
	n := 0
	if v.best != nil {
		for _, a := range v.best.Articles {
			if a.Ref != nil && contains("\x00"+strings.Join(v.labels.Articles, "\x00")+"\x00", "\x00"+*a.Ref+"\x00") {
				n++
			}
		}
	}
	for i := range v.labels.Articles {
		t.ratio("one_story", i < n)
	}
	if n < len(v.labels.Articles) {
		t.miss("one_story", v.labels.Event, "%d of %d articles in one story", n, len(v.labels.Articles))
	}
}

// evidence checks that every claim's span is the text that it says.
func (t *Tally) evidence(v *view) {
	for _, ref := range v.refs() {
		for _, c := range v.claims[ref] {
			ok := c.article != nil && squash(spanText(c)) == squash(c.Text)
			t.ratio("evidence_resolves", ok)
			if !ok {
				t.miss("evidence_resolves", v.labels.Event, "%s %s", ref, clip(c.Text, 80))
			}
		}
	}
}

// refs returns every ref that claims were filed under, the event's first.
func (v *view) refs() []string {
	seen := map[string]bool{}
	var out []string
	add := func(r string) {
		if !seen[r] && len(v.claims[r]) > 0 {
			seen[r] = true
			out = append(out, r)
		}
	}
	for _, r := range v.labels.Articles {
		add(r)
	}
	add("")
	return out
}

func spanText(c claim) string {
	field := c.article.Text
	if c.Field == "title" {
		field = c.article.Title
	}
	r := []rune(field)
	if c.Span[0] < 0 || c.Span[1] > len(r) || c.Span[0] > c.Span[1] {
		return ""
	}
	return string(r[c.Span[0]:c.Span[1]])
}

// cleaning checks what had to go, what had to stay, and times of publication.
func (t *Tally) cleaning(v *view) {
	for _, j := range v.labels.Junk {
		a := v.articles[j.Article]
		ok := a != nil && !contains(squash(a.Text), squash(j.Text))
		t.ratio("junk_removed", ok)
		if !ok {
			t.miss("junk_removed", v.labels.Event, "%s %s", j.Article, clip(j.Text, 100))
		}
	}
	for _, k := range v.labels.Keep {
		a := v.articles[k.Article]
		ok := a != nil && (contains(squash(a.Text), squash(k.Text)) || contains(squash(a.Title), squash(k.Text)))
		t.ratio("text_kept", ok)
		if !ok {
			t.miss("text_kept", v.labels.Event, "%s %s", k.Article, clip(k.Text, 100))
		}
	}
	for _, ref := range v.labels.Articles {
		want := v.labels.Published[ref]
		if want == nil {
			continue
		}
		got := ""
		if a := v.articles[ref]; a != nil && a.Published != nil {
			got = a.Published.Time
		}
		ok := got != "" && sameTime(*want, got)
		t.ratio("published", ok)
		if !ok {
			t.miss("published", v.labels.Event, "%s gold %s got %s", ref, *want, got)
		}
	}
}

// sameTime reports whether got is the time that gold gives, at gold's precision.
func sameTime(gold, got string) bool {
	if len(gold) > 10 && len(got) > 10 {
		g, p := instant(gold), instant(got)
		return !g.IsZero() && g.Equal(p)
	}
	return day(gold) == day(got)
}

func instant(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.Truncate(time.Minute)
}

func day(s string) string { return s[:min(10, len(s))] }

// measures checks labelled quantities and times; unlabelled ones do not count.
func (t *Tally) measures(v *view) {
	for _, q := range v.labels.Quantities {
		ok := false
		if a := v.articles[q.Article]; a != nil {
			for _, p := range a.Quantities {
				ok = ok || sameWords(q.Text, p.Text) && equal(q.Min, p.Min) && equal(q.Max, p.Max) && sameUnit(q.Unit, p.Unit)
			}
		}
		t.ratio("quantities", ok)
		if !ok {
			t.miss("quantities", v.labels.Event, "%s %s (%s)", q.Article, q.Text, q.Unit)
		}
	}
	for _, x := range v.labels.Times {
		ok := false
		if a := v.articles[x.Article]; a != nil {
			for _, p := range a.Times {
				ok = ok || sameWords(x.Text, p.Text) && sameTime(x.Start, p.Start) && day(x.End) == day(p.End)
			}
		}
		t.ratio("times", ok)
		if !ok {
			t.miss("times", v.labels.Event, "%s %s = %s – %s", x.Article, x.Text, x.Start, x.End)
		}
	}
}

func sameWords(a, b string) bool { return max(covered(a, b), covered(b, a)) >= 0.6 }

func equal(a, b *float64) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	return *a == *b
}

func sameUnit(gold, got string) bool {
	g, p := strings.ToLower(gold), strings.ToLower(got)
	if g == "" || p == "" || g == p || prefix4(g) == prefix4(p) {
		return true
	}
	for _, w := range words(p) {
		for _, u := range words(g) {
			if w == u {
				return true
			}
		}
	}
	return false
}

func prefix4(s string) string {
	r := []rune(s)
	return string(r[:min(4, len(r))])
}

func clip(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}
