package extract

import (
	"time"

	"github.com/selisik/selisik/internal/news"
)

// measure fills the quantities and times of a text.
func (r *reader) measure(a news.Article, f *field) {
	var anchor time.Time
	if a.Published != nil {
		anchor = a.Published.Time
	}
	title := f.name == news.InTitle
	for _, q := range r.numbers.Find(f.text) {
		f.quantities = append(f.quantities, news.Quantity{Span: q.Span, Title: title, Min: q.Min, Max: q.Max, Approx: q.Approx, Unit: q.Unit})
	}
	for _, e := range r.times.Find(f.text, anchor) {
		f.times = append(f.times, news.TimeRef{Span: e.Span, Title: title, Start: news.Moment{Time: e.Start, DayOnly: e.StartDay}, End: news.Moment{Time: e.End, DayOnly: e.EndDay}, Note: e.Note})
	}
}
