package revise

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Retire returns the story, not yet reconciled, with Withdrawn and Stale set on
// its readings, so that reconcile counts no origin for what was taken back, for
// what was copied from a passage that its author has since changed or taken
// back, nor for the words of a notice of correction. A wrong report that five
// outlets copied must not look corroborated once its author has withdrawn it:
// whoever copied it knew no more than its author. A claim is retired whole, even
// if only a figure of it changed; that can lose an origin and never adds one.
//
// The readings must be read (claims, notices) and the lineage traced. Without
// history and notices the story comes back as it is.
func (r *Reviser) Retire(s news.Story, h news.History) news.Story {
	l := r.ledger(&s, h)
	copies := l.copies()
	readings := slices.Clone(s.Readings)
	for i := range readings {
		readings[i].Withdrawn = l.withdrawn(readings[i].Article.ID)
		for _, n := range readings[i].Notices {
			if n.Span.Len() > 0 {
				readings[i].Stale = append(slices.Clip(readings[i].Stale), n.Span)
			}
		}
	}
	for _, c := range copies {
		readings[c.reading].Stale = append(slices.Clip(readings[c.reading].Stale), c.span)
	}
	s.Readings, s.Revisions = readings, h.Revisions
	return s
}

// Mark returns the reconciled story with notes: on findings, which of their
// claims lie in passages that changed, in withdrawn articles, or in what others
// copied from either; on the story, the withdrawn articles, and statements that
// an article dropped and that no article makes any more. h is that of Retire.
// Findings and claims stay as they are; notes are in the order of the history.
func (r *Reviser) Mark(s news.Story, h news.History) news.Story {
	l := r.ledger(&s, h)
	copies := l.copies()
	notes := l.findingNotes(copies)
	s.Notes = l.storyNotes(copies)
	if len(notes) == 0 {
		return s
	}
	s.Findings = slices.Clone(s.Findings)
	for i := range s.Findings {
		f := &s.Findings[i]
		for _, n := range notes {
			n.Claims = slices.DeleteFunc(slices.Clone(n.Claims), func(c news.ClaimID) bool { return !slices.Contains(f.Claims, c) })
			if len(n.Claims) > 0 {
				f.Notes = gather(f.Notes, n)
			}
		}
	}
	return s
}

// gather appends a note; where one of the same kind about the same articles and,
// but for what was withdrawn whole, the same passage stands already, that takes
// its claims.
func gather(notes []news.FindingNote, n news.FindingNote) []news.FindingNote {
	i := slices.IndexFunc(notes, func(o news.FindingNote) bool {
		whole := n.Kind == news.NoteWithdrawn || n.Kind == news.NoteOrphan
		return o.Kind == n.Kind && o.Article == n.Article && o.Copy == n.Copy && (whole || o.Old == n.Old && o.New == n.New)
	})
	if i < 0 {
		return append(notes, n)
	}
	for _, c := range n.Claims {
		if !slices.Contains(notes[i].Claims, c) {
			notes[i].Claims = append(notes[i].Claims, c)
		}
	}
	return notes
}

// findingNotes returns the notes with all claims that they are about.
func (l *ledger) findingNotes(copies []copyOf) []news.FindingNote {
	var out []news.FindingNote
	for i := range l.passages {
		p := &l.passages[i]
		if p.kind != news.NoteWithdrawn && p.now != "" {
			out = l.add(out, news.FindingNote{Kind: p.kind, Claims: l.own(p)}, p)
		}
		for _, c := range copies {
			if c.passage != i {
				continue
			}
			kind := news.NoteStale
			if p.kind == news.NoteWithdrawn {
				kind = news.NoteOrphan
			}
			id := l.story.Readings[c.reading].Article.ID
			out = l.add(out, news.FindingNote{Kind: kind, Copy: id, Claims: l.claims(id, c.field, c.span)}, p)
		}
	}
	return append(out, l.withdrawals()...)
}

// add fills a note from its passage and appends it, unless no claim is in it.
func (l *ledger) add(out []news.FindingNote, n news.FindingNote, p *passage) []news.FindingNote {
	if len(n.Claims) == 0 {
		return out
	}
	n.Article, n.Outlet, n.Old, n.New, n.At = p.article, l.outlet(p.article), p.was, p.now, p.at
	return append(out, n)
}

// withdrawals returns one note for every claim of withdrawn articles.
func (l *ledger) withdrawals() []news.FindingNote {
	var out []news.FindingNote
	for i := range l.story.Claims {
		c := &l.story.Claims[i]
		if w := l.withdrawn(c.Article); w != nil {
			out = append(out, news.FindingNote{Kind: news.NoteWithdrawn, Article: c.Article, Outlet: l.outlet(c.Article), Old: c.Text, At: w.At, Claims: []news.ClaimID{c.ID}})
		}
	}
	return out
}

// own returns the claims of the article itself that lie in what took the
// passage's place.
func (l *ledger) own(p *passage) []news.ClaimID {
	r := l.now[p.article]
	if r == nil {
		return nil
	}
	s := r.Article.Text
	if p.field == news.InTitle {
		s = r.Article.Title
	}
	i := strings.Index(s, p.now)
	if i < 0 {
		return nil
	}
	return l.claims(p.article, p.field, text.Span{Start: i, End: i + len(p.now)})
}

// claims returns the claims of an article of which half lies in sp, or in which
// half of sp lies.
func (l *ledger) claims(id news.ArticleID, field news.Field, sp text.Span) []news.ClaimID {
	var out []news.ClaimID
	for _, c := range l.story.Claims {
		lap := min(c.Span.End, sp.End) - max(c.Span.Start, sp.Start)
		if c.Article == id && c.Field == field && lap > 0 && 2*lap >= min(c.Span.Len(), sp.Len()) {
			out = append(out, c.ID)
		}
	}
	return out
}

func (l *ledger) outlet(id news.ArticleID) string {
	if a := l.version(id); a != nil && a.Outlet != nil {
		return a.Outlet.Name
	}
	return ""
}

// storyNotes returns what no article says any more.
func (l *ledger) storyNotes(copies []copyOf) []news.StoryNote {
	var out []news.StoryNote
	for i := range l.passages {
		p := &l.passages[i]
		copied := slices.ContainsFunc(copies, func(c copyOf) bool { return c.passage == i })
		if p.kind != news.NoteWithdrawn && p.now == "" && p.field == news.InText && !copied && !l.said(p) {
			out = append(out, l.note(news.NoteVanished, p.version, p.article, p.was, p.at))
		}
	}
	return append(out, l.takenBackNotes()...)
}

// takenBackNotes returns a note for each withdrawn article, in the order of
// their history, then of the story.
func (l *ledger) takenBackNotes() []news.StoryNote {
	var out []news.StoryNote
	seen := map[news.ArticleID]bool{}
	add := func(version, id news.ArticleID) {
		w, a := l.withdrawn(id), l.version(version)
		if w == nil || a == nil || seen[id] {
			return
		}
		seen[id] = true
		n := l.note(news.NoteWithdrawn, version, id, a.Title, w.At)
		n.Reason = w.Reason
		out = append(out, n)
	}
	for _, v := range l.story.Revisions {
		if v.Withdrawn {
			add(v.From, l.last(v.From))
		}
	}
	for i := range l.story.Readings {
		id := l.story.Readings[i].Article.ID
		add(id, id)
	}
	return out
}

func (l *ledger) note(kind string, version, article news.ArticleID, words string, until time.Time) news.StoryNote {
	n := news.StoryNote{Kind: kind, Article: article, Outlet: l.outlet(version), Text: words, Until: until}
	if a := l.version(version); a != nil && a.Published != nil {
		n.Since = a.Published.Time
	}
	return n
}

// saidAgain is how much like a dropped statement a claim is that makes it.
const saidAgain = 0.6

// said reports whether a claim of the story makes a dropped statement, in words
// much like it and with the same numbers.
func (l *ledger) said(p *passage) bool {
	a := l.version(p.version)
	if a == nil {
		return false
	}
	rd := l.r.reader(a.Language)
	x := rd.one(p.was)
	return slices.ContainsFunc(l.story.Claims, func(c news.Claim) bool {
		y := rd.one(c.Text)
		return alike(&x, &y) >= saidAgain && slices.Equal(numbersOf(x.words), numbersOf(y.words))
	})
}

// one reads words as one sentence.
func (rd *reader) one(s string) sentence {
	t := rd.split.Split(s)
	out := sentence{Span: text.Span{End: len(s)}}
	for _, x := range t.Sentences {
		out.words = append(out.words, rd.sentence(t, x).words...)
	}
	out.key = keyOf(out.words)
	return out
}

// numbersOf returns the numbers among words, sorted.
func numbersOf(words []word) []string {
	var out []string
	for _, w := range words {
		if w.number {
			out = append(out, w.low)
		}
	}
	slices.Sort(out)
	return out
}
