package reconcile

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// mentionOf returns the index in v of a mention of what m names, -1 if none.
func (t *table) mentionOf(v *view, m news.Mention) int {
	want := t.entities.of([]news.Mention{m})
	return slices.IndexFunc(v.Mentions, func(o news.Mention) bool {
		return slices.Equal(t.entities.of([]news.Mention{o}), want)
	})
}

func (t *table) name(i int, m news.Mention) answer {
	return answer{i, text.Fold(m.Name), t.label(i, m.Span)}
}

// personClashes finds one office held by two people, and one person in two
// offices of a kind.
func (t *table) personClashes(i, j int) []clash {
	a, b := &t.views[i], &t.views[j]
	var out []clash
	for _, x := range a.Mentions {
		for _, y := range b.Mentions {
			rx, ry := t.role(a, x), t.role(b, y)
			if len(rx) < 2 || len(ry) < 2 {
				continue
			}
			same := slices.Equal(t.entities.of([]news.Mention{x}), t.entities.of([]news.Mention{y}))
			switch {
			case !same && !t.daysApart(i, j) && slices.Equal(rx, ry) && t.oneHolder(i, x, j, y):
				out = append(out, differ(news.SlotPerson, news.Contradiction, t.name(i, x), t.name(j, y)))
			case same && !x.Title && !y.Title && t.rivals(x.Role, y.Role):
				out = append(out, differ(news.SlotRole, news.Contradiction,
					answer{i, strings.Join(rx, " "), x.Role + " " + x.Name}, answer{j, strings.Join(ry, " "), y.Role + " " + y.Name}))
			}
		}
	}
	return out
}

// role returns the words of a person's role, places by their full names;
// nothing if the role holds more than a role: brackets, figures,
// somebody else.
func (t *table) role(v *view, m news.Mention) []string {
	if m.Kind != news.Person || strings.ContainsAny(m.Role, "()0123456789") {
		return nil
	}
	role := text.Fold(m.Role)
	for i := range t.story.Entities {
		if e := &t.story.Entities[i]; e.Kind == news.Person && within(role, text.Fold(e.Name)) {
			return nil
		}
	}
	for _, a := range t.wordsOf(v).alias {
		if within(role, a[0]) {
			role = strings.Replace(role, a[0], a[1], 1)
		}
	}
	return wordsOf(role)
}

// within reports whether the words of name stand in s.
func within(s, name string) bool {
	return strings.Contains(" "+s+" ", " "+name+" ")
}

// alike reports whether two names are one but for a few letters, such as a
// slip of the pen makes.
func alike(a, b string) bool {
	ra, rb := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	head := 0
	for head < min(len(ra), len(rb)) && ra[head] == rb[head] {
		head++
	}
	if short := min(len(ra), len(rb)); head >= 6 && 3*head >= 2*short {
		return true // words glued to the name
	}
	return distance(ra, rb) <= max(1, min(len(ra), len(rb))/5)
}

// distance is the number of letters to be put in, taken out or changed.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			d := diagonal
			if a[i] != b[j] {
				d = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
