package revise

import (
	"cmp"
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Compare returns what changed from one version of an article to the next:
// the title first, then the text in the order of the new version, then byline
// and time of publication. Spacing and paragraphs are no change. The same
// versions give the same revision; At is left to the caller.
//
// Withdrawn is set if the new version says that the article was taken back and
// the old one did not. Cost: linear in texts that are much the same; what
// differs is compared sentence by sentence.
func (r *Reviser) Compare(old, new news.Reading) news.Revision {
	rd := r.reader(new.Article.Language)
	out := news.Revision{
		Article: cmp.Or(new.Article.URL, old.Article.URL), From: old.Article.ID, To: new.Article.ID,
	}
	out.Changes = append(r.title(rd, &old, &new), r.body(rd, &old, &new)...)
	out.Changes = append(out.Changes, beside(&old.Article, &new.Article)...)
	out.Substantive = slices.ContainsFunc(out.Changes, func(c news.Change) bool { return c.Substantive })
	before, after := retraction(r.Notices(old)), retraction(r.Notices(new))
	if before == nil && after != nil {
		out.Withdrawn, out.Substantive, out.Reason = true, true, after.Text
	}
	return out
}

// retraction returns the notice by which an article is taken back, nil if none.
func retraction(list []news.Notice) *news.Notice {
	i := slices.IndexFunc(list, func(n news.Notice) bool { return n.Kind == news.Retraction })
	if i < 0 {
		return nil
	}
	return &list[i]
}

// title compares the headlines as one sentence each.
func (r *Reviser) title(rd *reader, old, new *news.Reading) []news.Change {
	if text.Squash(old.Article.Title) == text.Squash(new.Article.Title) {
		return nil
	}
	a, b := rd.side(old, news.InTitle), rd.side(new, news.InTitle)
	return []news.Change{r.change(rd, a, b, unit{old: whole(a), new: whole(b)})}
}

// whole returns all of a side: one sentence without words if it has none.
func whole(s *side) []sentence {
	if len(s.sentences) == 0 && s.src != "" {
		return []sentence{{Span: text.Span{End: len(s.src)}}}
	}
	return s.sentences
}

// body compares the texts.
func (r *Reviser) body(rd *reader, old, new *news.Reading) []news.Change {
	if old.Article.Text == new.Article.Text {
		return nil
	}
	a, b := rd.side(old, news.InText), rd.side(new, news.InText)
	var out []news.Change
	for _, u := range pair(a, b).units() {
		if len(u.old) > 0 && len(u.new) > 0 && u.exact && text.Squash(spanOf(u.old).Of(a.src)) == text.Squash(spanOf(u.new).Of(b.src)) {
			continue
		}
		out = append(out, r.change(rd, a, b, u))
	}
	return out
}

func spanOf(list []sentence) text.Span {
	if len(list) == 0 {
		return text.Span{}
	}
	return text.Span{Start: list[0].Start, End: list[len(list)-1].End}
}

// change describes one unit.
func (r *Reviser) change(rd *reader, a, b *side, u unit) news.Change {
	out := news.Change{Kind: news.Changed, Field: b.field, Old: spanOf(u.old), New: spanOf(u.new)}
	out.Was, out.Now = out.Old.Of(a.src), out.New.Of(b.src)
	switch {
	case len(u.old) == 0:
		out.Kind = news.Added
		out.What, out.Substantive = r.alone(u.new, out.Now)
	case len(u.new) == 0:
		out.Kind = news.Dropped
		out.What, out.Substantive = r.alone(u.old, out.Was)
	default:
		r.judge(rd, a, b, u, &out)
	}
	return out
}

// judge compares the two sides of a unit.
func (r *Reviser) judge(rd *reader, a, b *side, u unit, out *news.Change) {
	x, y := joined(u.old), joined(u.new)
	switch {
	case x.key == y.key && text.Squash(out.Was) == text.Squash(out.Now):
		out.Kind, out.What = news.Moved, []string{news.WhatOrder}
	case x.key == y.key:
		out.What = []string{news.WhatPunctuation}
	default:
		if what := r.line(out.Was); what != "" && what == r.line(out.Now) && what != news.WhatNotice {
			out.What = []string{what}
			return
		}
		out.What, out.Substantive = newJudgement(rd, a, b, &x, &y).verdict()
	}
}

// alone judges a sentence that only one version has.
func (r *Reviser) alone(list []sentence, words string) ([]string, bool) {
	if what := r.line(words); what != "" {
		return []string{what}, what == news.WhatNotice
	}
	content := 0
	for _, w := range joined(list).words {
		if w.content || w.number {
			content++
		}
	}
	if content < leastContent {
		return []string{news.WhatWording}, false
	}
	return []string{news.WhatStatement}, true
}

// leastContent is how many words of content a sentence has that states
// something.
const leastContent = 2

// beside compares byline and time of publication, which are cosmetic.
func beside(old, new *news.Article) []news.Change {
	var out []news.Change
	add := func(field news.Field, was, now, what string) {
		if was != now {
			out = append(out, news.Change{Kind: kindOf(was, now), Field: field, Was: was, Now: now, What: []string{what}})
		}
	}
	add(news.InByline, text.Squash(old.Byline), text.Squash(new.Byline), news.WhatByline)
	add(news.InPublished, stamp(old.Published), stamp(new.Published), news.WhatStamp)
	return out
}

func kindOf(was, now string) string {
	switch "" {
	case was:
		return news.Added
	case now:
		return news.Dropped
	}
	return news.Changed
}

func stamp(p *news.Published) string {
	if p == nil {
		return ""
	}
	return news.Moment{Time: p.Time, DayOnly: p.Precision == news.Day}.String()
}
