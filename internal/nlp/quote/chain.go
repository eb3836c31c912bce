package quote

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/text"
)

// chain fills a with who says what unit u says: the speaker of its first event
// (before it a source that "menurut" names), then those who carry the words.
func (p *page) chain(u *unit, evs []event, said source, a *Attribution) {
	var inner, outer, more, carriers []Link
	p.carried(evs)
	for i := range evs {
		e := &evs[i]
		l := e.src.Link
		l.Cue, l.Via = e.cue.Of(p.src), e.via
		switch {
		case e.via:
			switch n := len(carriers); {
			case e.at > 0 && u.items[e.at-1].class == relative:
				carriers = append([]Link{l}, carriers...)
			case e.origin && n > 0:
				carriers = slices.Insert(carriers, n-1, l)
			default:
				carriers = append(carriers, l)
			}
			a.Whole = a.Whole || e.credit
		case len(outer) == 0:
			outer = append(outer, l)
			a.Denied = e.denies
		case len(inner) == 0 && (e.verb.frame == prep || evs[0].verb.frame == prep):
			inner = append(inner, l)
		case i > 0 && e.verb.frame == before && (evs[i-1].verb.frame == carrier || !inserted(evs[i-1].verb.frame)) && !p.within(u, evs[i-1], *e) && hasClass(u, evs[i-1].end, e.at, comma):
			more = append(more, l) // another clause of the sentence
		}
		if !e.via {
			carriers = append(carriers, p.recipients(u, e)...)
			carriers = append(carriers, p.spokenTo(u, e)...)
		}
	}
	if post, ok := p.post(u, evs); ok && len(outer) > 0 {
		carriers = append(carriers, post)
	}
	if len(inner) > 0 && evs[0].verb.frame == prep {
		inner, outer = outer, inner
	}
	if len(outer) == 0 && said.found {
		outer = append(outer, said.Link)
	}
	for _, l := range slices.Concat(inner, outer, more, carriers) {
		if !hasName(a.Chain, l.Name) {
			a.Chain = append(a.Chain, l)
		}
	}
}

func hasName(chain []Link, name string) bool {
	for _, l := range chain {
		if l.Name == name {
			return true
		}
	}
	return name == ""
}

// recipients returns the outlet or agency that words were said to: "told
// Reuters", "kepada penyiar ORF", "saat memberi keterangan kepada ORF".
func (p *page) recipients(u *unit, e *event) []Link {
	for k := e.end; k < len(u.items) && k < max(e.end, e.src.end)+recipient; k++ {
		switch u.items[k].class {
		case quoted, thatWord:
			return nil
		case verb:
			if u.items[k-1].class != inWord && u.items[k].first {
				return nil
			}
		case toWord:
			return p.told(u, k+1)
		case name, determiner, article:
			if k == e.end && (e.verb.frame == before || e.verb.frame == clause) {
				return p.told(u, k)
			}
		}
	}
	return nil
}

// recipient is how many items behind a cue, or its source, the recipient stands
// at most.
const recipient = 6

// spokenTo returns the outlet or agency that an adverbial before the cue of e
// says it was told to: "Berbicara kepada Reuters, seorang pejabat mengatakan", "in
// an interview with ORF, she said".
func (p *page) spokenTo(u *unit, e *event) []Link {
	talk := -1
	for k := 0; k+1 < e.at; k++ {
		switch it := u.items[k]; {
		case it.class == quoted || it.class == verb && talk < 0:
			return nil
		case p.lex.talks[p.low(it.word)]:
			talk = k
		case talk >= 0 && k <= talk+2 && (it.class == toWord || it.class == inWord):
			return p.told(u, k+1)
		}
	}
	return nil
}

// told returns a link for the carrier named at item k, if it is one.
func (p *page) told(u *unit, k int) []Link {
	if k < len(u.items) && u.items[k].class == name && p.channel(u.items[k].name) {
		sp := p.names[u.items[k].name].Span
		return []Link{{Name: p.names[u.items[k].name].name, Kind: kindOutlet, Via: true, Cue: p.words[u.items[k-1].word].Of(p.src), Span: sp}}
	}
	s := p.right(u, k, false)
	if !s.found || s.Kind != kindAgency && s.Kind != kindOutlet || !hasClass(u, k, min(s.end, len(u.items)), name) {
		return nil
	}
	l := s.Link
	l.Via, l.Cue = true, p.words[u.items[k-1].word].Of(p.src)
	return []Link{l}
}

// channel reports whether a name can only be that of a site or a station:
// "kabarlamara.com", "KLMR5".
func (p *page) channel(n int) bool {
	name := p.names[n].name
	call := strings.TrimRight(name, "0123456789")
	return site(p.lex, name) || len(call) < len(name) && len(call) >= callSign && capitals(call)
}

// callSign is how many letters a station's name has at least before its number.
const callSign = 3

// carried makes agencies and outlets that say what somebody else of the unit
// says carriers: "Budi mengatakan …, kata Antara".
func (p *page) carried(evs []event) {
	speakers := 0
	for _, e := range evs {
		if !e.via && !handsOn(e) {
			speakers++
		}
	}
	for i := range evs {
		if speakers > 0 && handsOn(evs[i]) {
			evs[i].via = true
		}
	}
}

// handsOn reports whether the source of e reports what others say.
func handsOn(e event) bool {
	return e.src.Kind == kindAgency || e.src.Kind == kindOutlet || e.verb.frame == basis
}

// post returns the social network that u says its words were posted on, with
// the speaker it was posted by: "X (Budi Santoso)".
func (p *page) post(u *unit, evs []event) (Link, bool) {
	for _, e := range evs {
		if e.via || strings.HasPrefix(e.src.Name, "@") {
			continue
		}
		for k := range u.items {
			if name, ok := p.network(u, k); ok {
				l := Link{Name: name + " (" + e.src.Name + ")", Kind: kindSocial, Via: true, Span: p.spanOf(u, k, k+1)}
				if a := p.account(u); a != "" {
					l.Name = name + " " + a
				}
				return l, true
			}
		}
	}
	return Link{}, false
}

// account returns the account that u names, "" if it names none.
func (p *page) account(u *unit) string {
	for _, it := range u.items {
		if w := p.words[it.word]; it.class == name && strings.HasPrefix(w.low, "@") {
			return w.Span.Of(p.src)
		}
	}
	return ""
}

// network returns the name of the social network at item k, where something may
// be posted: after a preposition or a word such as "account". One whose name is
// a single letter stands alone there.
func (p *page) network(u *unit, k int) (string, bool) {
	if k == 0 {
		return "", false
	}
	c, w := u.items[k-1].class, p.words[u.items[k].word].Span.Of(p.src)
	posted := c == social || c == inWord || c == byWord || c == noun
	if u.items[k].class == platform {
		return strings.ToUpper(w[:1]) + w[1:], posted
	}
	if len(w) != 1 || u.items[k].class != name && u.items[k].class != capital || w < "A" || w > "Z" {
		return "", false
	}
	return w, c == social || posted && p.followsNothing(u, k+1)
}

// followsNothing reports whether the phrase ends before item k.
func (p *page) followsNothing(u *unit, k int) bool {
	return k >= len(u.items) || u.items[k].class == comma || u.items[k].class == mark || u.items[k].class == inWord || u.items[k].class == thatWord || u.items[k].class == toWord
}

// reports lists the events of u with the stretch that each gives: what follows
// a cue that has its source before it, what precedes one that has it after,
// up to the next event. An event right behind a cue is part of what that says
// ("she said she hopes"); if it only tells what its pronoun thinks it is none.
func (p *page) reports(u *unit, evs []event) []Report {
	var out []Report
	for i, e := range evs {
		if i > 0 && e.verb.stance == "opinion" && p.within(u, evs[i-1], e) {
			continue
		}
		l := e.src.Link
		l.Cue, l.Via = e.cue.Of(p.src), e.via
		r := Report{Link: l, CueSpan: e.cue, Vague: p.vague(e.src), Content: text.Span{Start: max(e.cue.End, e.src.Span.End), End: u.End}}
		if i+1 < len(evs) && !p.within(u, e, evs[i+1]) {
			if next := min(evs[i+1].cue.Start, evs[i+1].src.Span.Start); next > r.Content.Start {
				r.Content.End = next
			}
		}
		if e.src.Span.Start >= e.cue.Start && e.at > 0 && p.afterSpeech(u, e.at) || p.looksBack(u, e) {
			r.Content = text.Span{Start: u.Start, End: min(e.cue.Start, max(u.Start, e.src.Span.Start))}
			if e.src.Span.Start >= e.cue.Start {
				r.Content.End = e.cue.Start
			}
			if i > 0 {
				r.Content.Start = min(max(evs[i-1].cue.End, evs[i-1].src.Span.End), e.cue.Start)
			}
		}
		if r.Content.Start < r.Content.End {
			out = append(out, r)
		}
	}
	return out
}

// within reports whether inner opens what outer says: its source stands behind
// the cue of outer, with nothing but small words between them.
func (p *page) within(u *unit, outer, inner event) bool {
	if outer.via || inner.at <= outer.end || inner.src.Span.Start < outer.cue.End || outer.src.Span.Start > outer.cue.Start {
		return false
	}
	k := outer.end
	for k < inner.at && p.words[u.items[k].word].Start < inner.src.Span.Start {
		switch u.items[k].class {
		case thatWord, adverb, article, determiner, title:
		default:
			return false
		}
		k++
	}
	return true
}

// looksBack reports whether what e gives stands before it: a quotation that
// touches its source while none follows its cue, or anything where nothing
// follows that the cue could give. What opens with "as" looks ahead.
func (p *page) looksBack(u *unit, e event) bool {
	if p.speaks(u, e.end) || p.asBefore(u, e.at) == 0 {
		return false
	}
	if p.quotedSource(u, e) && !hasClass(u, e.end, len(u.items), thatWord) {
		return true
	}
	for i := e.end; i < len(u.items); i++ {
		switch u.items[i].class {
		case mark, comma:
			return e.at > 0 && (i+1 >= len(u.items) || p.preceded(u, e))
		case adverb, date:
		case inWord, number, toWord:
			said := hasClass(u, 0, e.at, quoted) && !hasClass(u, e.end, len(u.items), quoted)
			return said || p.trails(u, e, i)
		default:
			return false
		}
	}
	return e.at > 0
}

// preceded reports whether more than small words stand before the source of e, or
// before its cue where that comes first: something that e may give.
func (p *page) preceded(u *unit, e event) bool {
	for k := 0; k < e.at && p.words[u.items[k].word].Start < e.src.Span.Start; k++ {
		switch u.items[k].class {
		case adverb, and, as, comma, mark, determiner, article, title, date, inWord:
		default:
			return true
		}
	}
	return e.src.Span.Start >= e.cue.Start && e.at > 0
}

// trails reports whether e ends a sentence that it gives: a comma stands before
// its source, more than an adverbial before that, and behind its cue, from item
// i on, only where it was said.
func (p *page) trails(u *unit, e event, i int) bool {
	k := e.at - 1
	for k > 0 && u.items[k].class != comma {
		k--
	}
	if e.verb.stance != "say" || k < trailed || u.items[0].class == inWord || u.items[0].class == verb || u.items[i].class != inWord || p.words[u.items[k].word].Start > e.src.Span.Start {
		return false
	}
	for ; i < len(u.items); i++ {
		switch u.items[i].class {
		case verb, pronoun, thatWord, comma, be, modal, quoted, toWord:
			return false
		}
	}
	return true
}

// trailed is how many items a sentence before its source has at least.
const trailed = 4

// quotedSource reports whether the source of e follows a quotation that ends with
// a comma or like a sentence, and precedes its cue.
func (p *page) quotedSource(u *unit, e event) bool {
	k := e.at - 1
	for k >= 0 && p.words[u.items[k].word].Start >= e.src.Span.Start {
		k--
	}
	for k >= 0 && (u.items[k].class == article || u.items[k].class == determiner || u.items[k].class == title || u.items[k].class == adverb) {
		k--
	}
	return k >= 0 && k < e.at-1 && u.items[k].class == quoted && p.marks[u.items[k].mark].sentence
}
