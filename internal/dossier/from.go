package dossier

import (
	"math"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// FromStories converts stories, in their order, to the public object.
func FromStories(stories []news.Story) Dossier {
	d := Dossier{Schema: Schema, Stories: []Story{}}
	for i := range stories {
		d.Stories = append(d.Stories, fromStory(&stories[i]))
	}
	return d
}

// FromStoryList converts stories to the list of their members.
func FromStoryList(stories []news.Story) Stories {
	out := Stories{Schema: StoriesSchema, Stories: []StoryList{}}
	for _, s := range stories {
		l := StoryList{ID: string(s.ID), Title: s.Title, Articles: []ArticleRef{}}
		for _, r := range s.Readings {
			l.Articles = append(l.Articles, ArticleRef{string(r.Article.ID), optional(r.Article.Ref), r.Article.Input})
		}
		out.Stories = append(out.Stories, l)
	}
	return out
}

// FromReading converts one article with what was read out of it.
func FromReading(r *news.Reading) Article {
	a := &r.Article
	off := text.NewOffsets(a.Text)
	out := Article{
		ID: string(a.ID), Ref: optional(a.Ref), Input: a.Input, URL: optional(a.URL), Title: a.Title,
		Byline: optional(a.Byline), Language: a.Language, Text: a.Text,
		Removed: []Removed{}, Quotes: []Quote{}, Quantities: []Quantity{}, Times: []Time{}, Sources: []ArticleSource{},
		Version: 1, Revisions: []Revision{}, Notices: fromNotices(r),
	}
	if o := a.Outlet; o != nil {
		out.Outlet = &Outlet{o.Name, optional(o.Domain), optional(o.Group)}
	}
	if p := a.Published; p != nil {
		t := p.Time.Format(time.RFC3339)
		if p.Precision == news.Day {
			t = p.Time.Format("2006-01-02")
		}
		out.Published = &Published{t, string(p.Precision), p.Basis}
	}
	for _, x := range a.Removed {
		out.Removed = append(out.Removed, Removed{x.Text, x.Reason})
	}
	for _, q := range r.Quotes {
		out.Quotes = append(out.Quotes, Quote{off.Points(q.Span), q.Text, optional(q.Speaker), optional(q.Role), optional(q.Cue), q.Direct})
	}
	for _, q := range r.Quantities {
		if !q.Title {
			out.Quantities = append(out.Quantities, Quantity{off.Points(q.Span), q.Span.Of(a.Text), q.Min, q.Max, q.Approx, q.Unit})
		}
	}
	for _, t := range r.Times {
		if !t.Title {
			out.Times = append(out.Times, Time{off.Points(t.Span), t.Span.Of(a.Text), t.Start.String(), t.End.String(), t.Note})
		}
	}
	for _, s := range r.Sources {
		as := ArticleSource{s.Name, s.Kind, []Span{}}
		for _, sp := range s.Spans {
			as.Spans = append(as.Spans, off.Points(sp))
		}
		out.Sources = append(out.Sources, as)
	}
	return out
}

func fromStory(s *news.Story) Story {
	out := Story{
		ID: string(s.ID), Title: s.Title, Languages: list(s.Languages), FirstPublished: stamp(s.First), LastPublished: stamp(s.Last),
		Articles: []Article{}, Entities: []Entity{}, Sources: []Source{}, Lineage: []Link{}, Claims: []Claim{}, Findings: []Finding{},
		Timeline: []TimelineEntry{}, Coverage: []Coverage{}, Brief: []Sentence{}, Notes: fromStoryNotes(s.Notes),
	}
	offsets := map[news.ArticleID][2]*text.Offsets{}
	for i := range s.Readings {
		a := &s.Readings[i].Article
		article := FromReading(&s.Readings[i])
		article.revise(&s.Readings[i], s.Revisions)
		out.Articles = append(out.Articles, article)
		offsets[a.ID] = [2]*text.Offsets{text.NewOffsets(a.Text), text.NewOffsets(a.Title)}
	}
	for _, e := range s.Entities {
		out.Entities = append(out.Entities, Entity{string(e.ID), e.Name, e.Kind, list(e.Aliases), list(e.Roles)})
	}
	for _, x := range s.Sources {
		out.Sources = append(out.Sources, Source{string(x.ID), x.Name, x.Kind, strings(x.Articles)})
	}
	for _, l := range s.Lineage {
		link := Link{string(l.From), string(l.To), l.Kind, round(l.Share), []Passage{}, l.Why}
		for _, p := range l.Passages {
			link.Passages = append(link.Passages, Passage{offsets[l.From][0].Points(p.From), offsets[l.To][0].Points(p.To)})
		}
		out.Lineage = append(out.Lineage, link)
	}
	for i := range s.Claims {
		out.Claims = append(out.Claims, fromClaim(&s.Claims[i], offsets[s.Claims[i].Article]))
	}
	for _, f := range s.Findings {
		out.Findings = append(out.Findings, fromFinding(f))
	}
	for _, t := range s.Timeline {
		out.Timeline = append(out.Timeline, TimelineEntry{t.Start.String(), t.End.String(), t.Text, strings(t.Claims)})
	}
	for _, c := range s.Coverage {
		m := map[string]string{}
		for id, state := range c.Articles {
			m[string(id)] = state
		}
		out.Coverage = append(out.Coverage, Coverage{string(c.Finding), m})
	}
	for _, b := range s.Brief {
		out.Brief = append(out.Brief, Sentence{b.Section, b.Text, strings(b.Citations)})
	}
	return out
}

func fromClaim(c *news.Claim, off [2]*text.Offsets) Claim {
	o := off[0]
	if c.Field == news.InTitle {
		o = off[1]
	}
	out := Claim{
		ID: string(c.ID), Article: string(c.Article), Field: string(c.Field), Span: o.Points(c.Span), Text: c.Text,
		Attribution: []Attribution{}, Polarity: string(c.Polarity), Modality: string(c.Modality),
		Quantities: []ClaimQuantity{}, Times: []ClaimTime{}, Entities: strings(c.Entities),
	}
	for _, a := range c.Attribution {
		out.Attribution = append(out.Attribution, Attribution{a.Name, string(a.Source), a.Cue, a.Via})
	}
	for _, q := range c.Quantities {
		out.Quantities = append(out.Quantities, ClaimQuantity{q.Min, q.Max, q.Unit})
	}
	for _, t := range c.Times {
		out.Times = append(out.Times, ClaimTime{t.Start.String(), t.End.String()})
	}
	return out
}

func fromFinding(f news.Finding) Finding {
	out := Finding{
		ID: string(f.ID), Statement: f.Statement, Main: f.Main, Aside: f.Aside, Status: string(f.Status), Origins: f.Origins,
		OriginNames: list(f.OriginNames), Claims: strings(f.Claims), Differences: []Difference{}, Why: []Reason{},
		Notes: fromFindingNotes(f.Notes),
	}
	for _, d := range f.Differences {
		dd := Difference{Slot: d.Slot, Kind: d.Kind, Values: []Value{}, Explanation: d.Explanation, About: d.About, Rank: d.Rank, Spelling: d.Spelling}
		for _, v := range d.Values {
			dd.Values = append(dd.Values, Value{v.Value, strings(v.Claims)})
		}
		out.Differences = append(out.Differences, dd)
	}
	for _, w := range f.Why {
		out.Why = append(out.Why, Reason{w.Label, round(w.Score)})
	}
	return out
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func stamp(t time.Time) *string {
	if t.IsZero() {
		return nil
	}
	return optional(t.Format(time.RFC3339))
}

func list(s []string) []string { return append([]string{}, s...) }

func strings[T ~string](ids []T) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		out = append(out, string(id))
	}
	return out
}

// round keeps four decimals, so that the JSON does not depend on the last bits
// of a sum.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
