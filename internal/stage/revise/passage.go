package revise

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// passage is what an article said until it was changed or taken back.
type passage struct {
	kind     string         // news.NoteChanged, NoteCorrected or NoteWithdrawn
	article  news.ArticleID // its version now, or its last one
	version  news.ArticleID // that said so
	field    news.Field
	was, now string // now is "" where nothing took its place
	at       time.Time
	words    [2][]string // of was and now
}

// ledger is what the history of a story's articles tells.
type ledger struct {
	r        *Reviser
	story    *news.Story
	past     map[news.ArticleID]*news.Article
	now      map[news.ArticleID]*news.Reading
	next     map[news.ArticleID]news.ArticleID
	final    map[news.ArticleID]*news.Revision // of each article, by its last version
	passages []passage
}

func (r *Reviser) ledger(s *news.Story, h news.History) *ledger {
	l := &ledger{
		r: r, story: s, past: map[news.ArticleID]*news.Article{}, now: map[news.ArticleID]*news.Reading{},
		next: map[news.ArticleID]news.ArticleID{}, final: map[news.ArticleID]*news.Revision{},
	}
	for i := range h.Past {
		l.past[h.Past[i].ID] = &h.Past[i]
	}
	for i := range s.Readings {
		l.now[s.Readings[i].Article.ID] = &s.Readings[i]
	}
	for _, v := range h.Revisions {
		if v.To != "" && v.To != v.From {
			l.next[v.From] = v.To
		}
	}
	for i := range h.Revisions {
		l.final[l.last(h.Revisions[i].From)] = &h.Revisions[i]
	}
	for i := range h.Revisions {
		l.revision(h.Revisions[i:])
	}
	for i := range s.Readings {
		l.notices(&s.Readings[i])
	}
	l.prune()
	return l
}

// last follows an article from one of its versions to the last; versions that
// come back (A, B, A) end where they began.
func (l *ledger) last(id news.ArticleID) news.ArticleID {
	for range len(l.next) {
		to, ok := l.next[id]
		if !ok || l.now[id] != nil {
			return id
		}
		id = to
	}
	return id
}

// version returns a version of an article, nil if it was not given.
func (l *ledger) version(id news.ArticleID) *news.Article {
	if r := l.now[id]; r != nil {
		return &r.Article
	}
	return l.past[id]
}

// withdrawn returns the withdrawal of an article by its last version, nil if it
// stands: by its history, else by a notice in it.
func (l *ledger) withdrawn(id news.ArticleID) *news.Withdrawal {
	if v := l.final[id]; v != nil {
		if v.Withdrawn {
			return &news.Withdrawal{At: v.At, Reason: v.Reason}
		}
	}
	if r := l.now[id]; r != nil {
		if n := retraction(r.Notices); n != nil && n.Span.Len() > 0 { // beside the text it may be of another article
			return &news.Withdrawal{Reason: n.Text}
		}
	}
	return nil
}

// revision adds the passages that the first of revs changed or took back; the
// others are those that came after it.
func (l *ledger) revision(revs []news.Revision) {
	v := &revs[0]
	id := l.last(v.From)
	if v.Withdrawn {
		if l.final[id] == v {
			l.takenBack(v, id)
		}
		return
	}
	kind := news.NoteChanged
	if l.corrects(v) {
		kind = news.NoteCorrected
	}
	for _, c := range v.Changes {
		if !c.Substantive || c.Kind != news.Changed && c.Kind != news.Dropped || slices.Contains(c.What, news.WhatNotice) {
			continue
		}
		p := passage{kind: kind, article: id, version: v.From, field: c.Field, was: c.Was, now: c.Now, at: v.At}
		for _, later := range revs[1:] {
			if l.last(later.From) == id {
				p.now = follow(p.now, later.Changes)
			}
		}
		l.passages = append(l.passages, p)
	}
}

// follow returns what became of words by later changes.
func follow(words string, changes []news.Change) string {
	for _, c := range changes {
		if words != "" && c.Was == words {
			return c.Now
		}
	}
	return words
}

// corrects reports whether a revision brought a notice of correction.
func (l *ledger) corrects(v *news.Revision) bool {
	count := func(id news.ArticleID) (n int) {
		a := l.version(id)
		if a == nil {
			return 0
		}
		for _, x := range l.r.Notices(news.Reading{Article: *a}) {
			if x.Kind == news.Correction {
				n++
			}
		}
		return n
	}
	return count(v.To) > count(v.From)
}

// takenBack adds all sentences of a withdrawn article.
func (l *ledger) takenBack(v *news.Revision, id news.ArticleID) {
	a := l.version(v.From)
	if a == nil {
		return
	}
	for _, s := range l.r.reader(a.Language).split.Split(a.Text).Sentences {
		l.passages = append(l.passages, passage{kind: news.NoteWithdrawn, article: id, version: v.From, field: news.InText, was: s.Of(a.Text), at: v.At})
	}
}

// notices adds what an article itself says that it got wrong: its sentences
// that have the right words, as they were with the wrong ones.
func (l *ledger) notices(r *news.Reading) {
	if v := l.final[r.Article.ID]; (v == nil || !v.Withdrawn) && l.withdrawn(r.Article.ID) != nil {
		l.takenBack(&news.Revision{From: r.Article.ID}, r.Article.ID)
		return
	}
	for _, n := range r.Notices {
		if n.Wrong == "" {
			continue
		}
		for _, c := range r.Claims {
			was, ok := exchange(c.Text, n.Right, n.Wrong)
			if !ok || c.Field != news.InText || c.Span.Overlaps(n.Span) || l.known(r.Article.ID, c.Text) {
				continue
			}
			l.passages = append(l.passages, passage{kind: news.NoteCorrected, article: r.Article.ID, version: r.Article.ID, field: c.Field, was: was, now: c.Text})
		}
	}
}

// known reports whether the history tells already how words of an article came
// about.
func (l *ledger) known(id news.ArticleID, now string) bool {
	return slices.ContainsFunc(l.passages, func(p passage) bool { return p.article == id && p.now == now })
}

// exchange puts the wrong words back in the place of the right ones; ok is
// false if s does not have these as whole words.
func exchange(s, right, wrong string) (string, bool) {
	right, wrong = core(right, wrong), core(wrong, right)
	i := strings.Index(s, right)
	if i < 0 || right == "" || !boundary(s, i) || !boundary(s, i+len(right)) {
		return "", false
	}
	return s[:i] + wrong + s[i+len(right):], true
}

// core is the part of a that b does not have: from the first word that differs
// to the last.
func core(a, b string) string {
	x, y := strings.Fields(a), strings.Fields(b)
	for len(x) > 1 && len(y) > 1 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 1 && len(y) > 1 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	return strings.Join(x, " ")
}

// boundary reports whether no word of s goes on across byte i.
func boundary(s string, i int) bool {
	return i == 0 || i == len(s) || !wordByte(s[i-1]) || !wordByte(s[i])
}

func wordByte(b byte) bool {
	return b >= 0x80 || digit(b) || 'a' <= b|0x20 && b|0x20 <= 'z'
}

// prune takes out passages that the article has again, and prepares the others
// for being looked for.
func (l *ledger) prune() {
	var out []passage
	for _, p := range l.passages {
		if p.was == p.now || p.kind != news.NoteWithdrawn && l.again(&p) {
			continue
		}
		rd := l.r.reader("und")
		if a := l.version(p.version); a != nil {
			rd = l.r.reader(a.Language)
		}
		p.words = [2][]string{rd.lows(p.was), rd.lows(p.now)}
		out = append(out, p)
	}
	l.passages = out
}

func (l *ledger) again(p *passage) bool {
	r := l.now[p.article]
	if r == nil {
		return false
	}
	s := r.Article.Text
	if p.field == news.InTitle {
		s = r.Article.Title
	}
	return strings.Contains(text.Fold(s), text.Fold(p.was))
}

// lows returns the words of s in lower case, without marks.
func (rd *reader) lows(s string) []string { return lows(rd.one(s).words) }
