package reconcile

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// score is the result of a match as a claim tells it, the winner's count first:
// every desk names its own side first.
type score struct {
	text.Span
	high, low int
}

func (s *score) same(o *score) bool { return s.high == o.high && s.low == o.low }

// scoreForm is two counts with a dash between and nothing else joined to them.
var scoreForm = regexp.MustCompile(`(?:^|[^\d.,:/+–-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?:$|[^\d.,:/+%–-]|[.,](?:\D|$))`)

// scoreOf returns the score that claim i tells; nil if it tells none or several,
// as sets and tables do.
func (t *table) scoreOf(i int) *score { return t.scored.of(i, t.readScore) }

func (t *table) readScore(i int) *score {
	v := &t.views[i]
	all := scoreForm.FindAllStringSubmatchIndex(v.Text, 2)
	if len(all) != 1 {
		return nil
	}
	m := all[0]
	a, _ := strconv.Atoi(v.Text[m[2]:m[3]])
	b, _ := strconv.Atoi(v.Text[m[4]:m[5]])
	return &score{text.Span{Start: m[2], End: m[5]}.Shift(v.Span.Start), max(a, b), min(a, b)}
}

// finalScores finds claims that call another score the final one than the heads
// of most articles tell. Those claims name no other day. Scores on the way to
// the last one are no difference. They are told with the first finding that
// has the score of the heads.
func (t *table) finalScores(facts []*fact) {
	for _, f := range facts {
		var out []clash
		for _, c := range f.claims {
			s := t.scoreOf(c)
			if s == nil || !t.heads(s) {
				continue
			}
			for i := range t.views {
				if o := t.scoreOf(i); o != nil && !o.same(s) && len(t.views[i].Times) == 0 && t.final(i, o) {
					out = append(out, differ(news.SlotQuantity, news.Contradiction, result(c, s), result(i, o)))
				}
			}
		}
		if len(out) > 0 {
			f.asked = append(f.asked, out)
			return
		}
	}
}

// final reports whether claim i calls its score the last one of the match.
func (t *table) final(i int, s *score) bool {
	v := &t.views[i]
	before := text.Fold(strings.TrimRight(v.Text[:s.Start-v.Span.Start], " :"))
	return slices.ContainsFunc(t.wordsOf(v).pack.Rows("final-words"), func(r lang.Row) bool {
		return strings.HasSuffix(" "+before, " "+r.Cols[0])
	})
}

// heads reports whether the heads of most articles tell score s.
func (t *table) heads(s *score) bool {
	n := 0
	for _, claims := range t.by {
		n += int(flag(slices.ContainsFunc(claims[:min(leadEnd, len(claims))], func(c int) bool {
			o := t.scoreOf(c)
			return o != nil && o.same(s)
		})))
	}
	return 2*n > len(t.by)
}

func result(i int, s *score) answer {
	label := strconv.Itoa(s.high) + "-" + strconv.Itoa(s.low)
	return answer{i, label, label}
}
