package extract

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/when"
)

// measure fills the quantities and times of a text. A number inside an
// expression of time is no quantity, unless it is a span of time by itself
// ("three days" in "three days later").
func (r *reader) measure(a news.Article, f *field) {
	var anchor time.Time
	if a.Published != nil {
		anchor = a.Published.Time
	}
	title := f.name == news.InTitle
	times := slices.DeleteFunc(r.times.Find(f.text, anchor), func(e when.Expression) bool { return f.inName(e) })
	for _, e := range times {
		f.times = append(f.times, timeRef(e, title))
	}
	next := 0
	for _, q := range r.numbers.Find(f.text) {
		for next < len(times) && times[next].Span.End <= q.Start {
			next++
		}
		if next < len(times) && !r.counts(q, times[next]) {
			continue
		}
		f.quantities = append(f.quantities, news.Quantity{Span: q.Span, Title: title, Min: q.Min, Max: q.Max, Approx: q.Approx, Unit: q.Unit})
	}
}

// inName reports whether words without a figure are the end of a name rather
// than a time: Pasar Minggu is a market on every day.
func (f *field) inName(e when.Expression) bool {
	if strings.ContainsAny(e.Span.Of(f.text.Source), "0123456789") {
		return false
	}
	return slices.ContainsFunc(f.mentions, func(m news.Mention) bool {
		return m.Kind != news.Other && m.Span.Start < e.Span.Start && m.Span.Contains(e.Span)
	})
}

// counts reports whether q is a quantity beside the time e.
func (r *reader) counts(q number.Quantity, e when.Expression) bool {
	return !e.Span.Overlaps(q.Span) || !e.Span.Contains(q.Span) || r.numbers.Duration(q.Unit)
}

func timeRef(e when.Expression, title bool) news.TimeRef {
	return news.TimeRef{
		Span: e.Span, Title: title, Note: e.Note,
		Start: news.Moment{Time: e.Start, DayOnly: e.StartDay},
		End:   news.Moment{Time: e.End, DayOnly: e.EndDay},
	}
}
