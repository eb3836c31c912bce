package quote

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/nlp/token"
)

// readUnit fills the quotes that stand in unit i, and its attribution.
func (p *page) readUnit(i int, r *Reading) {
	u := &p.units[i]
	evs := p.resolved(u)
	r.Reports = append(r.Reports, p.reports(u, evs)...)
	said := p.assign(u, evs, r)
	evs = slices.DeleteFunc(evs, func(e event) bool { return p.vague(e.src) })
	p.heard(evs)
	a := Attribution{Span: u.Span}
	p.chain(u, evs, said, &a)
	if len(a.Chain) > 0 {
		r.Attributions = append(r.Attributions, a)
	}
	p.focus.named = source{}
	if len(evs) == 0 && !said.found {
		p.subject(u)
		p.sole(u)
	}
}

// resolved returns the events of u with their pronouns resolved, one by one, so
// that a later one may mean the speaker of an earlier one.
func (p *page) resolved(u *unit) []event {
	evs := p.events(u)
	kept := evs[:0]
	for _, e := range evs {
		if e.src = p.resolve(e.src); !e.src.found || e.src.Name == "" {
			continue
		}
		e.src.Stance = p.stance(u, e)
		kept = append(kept, e)
		if !e.via && !p.vague(e.src) {
			p.spoke(e.src)
		}
	}
	return kept
}

// stance returns the stance of the cue of e; who is quoted with an opinion has
// spoken.
func (p *page) stance(u *unit, e event) string {
	if e.verb.stance != opinion {
		return e.verb.stance
	}
	for k := e.end; k < len(u.items) && u.items[k].class != verb; k++ {
		if u.items[k].class != quoted || p.marks[u.items[k].mark].single || p.titled(u, k) || p.namesWork(u, k) {
			continue
		}
		if p.marks[u.items[k].mark].words >= 3 || p.lex.likening[p.low(u.items[k-1].word)] {
			return saying.stance
		}
	}
	return e.verb.stance
}

// opinion is the stance of cues that tell what somebody thinks or wants.
const opinion = "opinion"

// heard makes the main speaker of a unit the one in focus: who is named after
// the words, else the first.
func (p *page) heard(evs []event) {
	main := -1
	for i, e := range evs {
		if !e.via && (main < 0 || e.verb.frame == after) {
			main = i
		}
	}
	if main >= 0 {
		p.spoke(evs[main].src)
	}
}

// assign finds the speaker of each quotation of u; it returns the speaker of
// the last one that needed no event.
func (p *page) assign(u *unit, evs []event, r *Reading) source {
	var said source
	for k, it := range u.items {
		if it.class != quoted {
			continue
		}
		q, m := &r.Quotes[it.mark], p.marks[it.mark]
		if p.titled(u, k) {
			continue
		}
		e, near := p.eventOf(u, k, evs)
		switch {
		case p.namesWork(u, k):
		case e != nil && (near && (m.words >= 3 || m.sentence) || m.words >= 3 && !m.single):
			q.Direct, q.Cue = true, e.cue
			if !p.vague(e.src) {
				q.give(e.src)
			}
		case e == nil && !m.single && m.words >= 3:
			if s, direct := p.cueless(u, k, m); direct {
				q.Direct = true
				q.give(s)
				said = s
			}
		}
	}
	return said
}

func (q *Quote) give(s source) {
	q.Speaker, q.Role, q.Kind = s.Name, s.Role, s.Kind
}

// eventOf returns the event that gives the quotation at item k, and whether
// nothing but marks stands between them.
func (p *page) eventOf(u *unit, k int, evs []event) (*event, bool) {
	var prev, next *event
	for i := range evs {
		e := &evs[i]
		if e.via && len(evs) > 1 {
			continue
		}
		if e.at < k {
			prev = e
		} else if next == nil {
			next = e
		}
	}
	if prev != nil && (p.gap(u, max(prev.end, prev.src.end), k) == 0 || p.gap(u, prev.end, k) == 0) {
		return prev, true
	}
	if prev != nil && p.partial(k, u) {
		return prev, false
	}
	if next != nil && (prev == nil && p.partial(k, u) || !hasClass(u, k+1, next.at, quoted)) {
		from := next.at
		if g := p.gap(u, k+1, from); g == 0 || next.verb.frame == before || next.verb.frame == clause || next.verb.frame == either || next.verb.frame == adds {
			return next, g == 0 || prev == nil
		}
		if prev == nil {
			return next, false
		}
	}
	if prev != nil {
		return prev, false
	}
	return nil, false
}

// partial reports whether the quotation at item k is a part of a sentence: it
// starts small.
func (p *page) partial(k int, u *unit) bool {
	m := p.marks[u.items[k].mark]
	for i := m.first; i <= m.last; i++ {
		if p.words[i].kind != token.Mark {
			return !p.words[i].up && p.words[i].kind == token.Word
		}
	}
	return false
}

// gap counts the items of [i, j) that are more than marks and small words.
func (p *page) gap(u *unit, i, j int) int {
	n := 0
	for ; i < j; i++ {
		switch u.items[i].class {
		case comma, thatWord, adverb, as:
		case mark:
			if strings.Contains(".!?", p.low(u.items[i].word)) {
				n++
			}
		default:
			n++
		}
	}
	return n
}

// namesWork reports whether a word such as "berjudul" stands before item k.
func (p *page) namesWork(u *unit, k int) bool {
	for i := k - 1; i >= 0 && i >= k-2; i-- {
		if u.items[i].class == work {
			return true
		}
		if u.items[i].class == verb || u.items[i].class == comma {
			return false
		}
		if p.low(u.items[i].word) == ":" && k-i == 1 {
			k--
		}
	}
	return false
}

// titled reports whether the quotation at item k is the title of a document: it
// stands in the middle of its sentence, most of its words in capitals.
func (p *page) titled(u *unit, k int) bool {
	m := p.marks[u.items[k].mark]
	if m.stops || k == 0 || k+1 >= len(u.items) {
		return false
	}
	words, up := 0, 0
	for i := m.first; i <= m.last; i++ {
		if p.words[i].kind == token.Word {
			words++
			if p.words[i].up {
				up++
			}
		}
	}
	return words > 2 && 3*up >= 2*words && !m.sentence
}

// cueless finds the speaker of a quotation in a unit without event: named with
// a colon before it, as a document after it, or whoever is speaking already.
func (p *page) cueless(u *unit, k int, m marked) (source, bool) {
	if k >= 2 && p.low(u.items[k-1].word) == ":" {
		if s := p.resolve(p.left(u, k-1, 0)); s.found && s.Name != "" {
			p.spoke(s)
			return s, true
		}
	}
	if j := k + 1; j < len(u.items) {
		thus := u.items[j].class == as && m.sentence
		for j < len(u.items) && (u.items[j].class == comma || u.items[j].class == as || u.items[j].class == other && j < k+3) {
			j++
		}
		if j < len(u.items) && (u.items[j].class == noun || u.items[j].class == name) {
			s := p.phrase(u, j, p.phraseEnd(u, j, true))
			said := s.document || m.sentence
			if s = p.resolve(s); s.found && s.Name != "" && said {
				p.spoke(s)
				return s, true
			}
			if said && m.sentence {
				return source{}, true
			}
		}
		if thus {
			return source{}, true
		}
	}
	alone := p.gap(u, 0, len(u.items)) <= 2
	if !alone || !m.stops && m.words < 6 {
		return source{}, false
	}
	if p.focus.last.found {
		return p.focus.last, true
	}
	return source{}, true
}
