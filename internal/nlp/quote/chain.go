package quote

// chain fills a with who says what unit u says: the speaker of its first event
// (before it a source that "menurut" names), then those who carry the words.
func (p *page) chain(u *unit, evs []event, said source, a *Attribution) {
	var inner, outer, carriers []Link
	p.carried(evs)
	for i := range evs {
		e := &evs[i]
		l := e.src.Link
		l.Cue, l.Via = e.cue.Of(p.src), e.via
		switch {
		case e.via:
			carriers = append(carriers, l)
			a.Whole = a.Whole || e.credit
		case len(outer) == 0:
			outer = append(outer, l)
			a.Denied = e.denies
		case len(inner) == 0 && (e.verb.frame == prep || evs[0].verb.frame == prep):
			inner = append(inner, l)
		}
		if !e.via {
			carriers = append(carriers, p.recipients(u, e)...)
		}
	}
	if len(inner) > 0 && evs[0].verb.frame == prep {
		inner, outer = outer, inner
	}
	if len(outer) == 0 && said.found {
		outer = append(outer, said.Link)
	}
	for _, l := range append(append(inner, outer...), carriers...) {
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
// Reuters".
func (p *page) recipients(u *unit, e *event) []Link {
	j := max(e.end, e.src.end)
	for k := e.end; k < len(u.items) && k < j+8; k++ {
		it := u.items[k]
		if it.class == quoted || it.class == verb && k > e.end {
			break
		}
		if it.class != name || k == 0 || it.word == 0 {
			continue
		}
		if kind, ok := p.carrierKind(it.name); ok && p.toldTo(u, e, k) {
			n := p.names[it.name]
			return []Link{{Name: n.name, Kind: kind, Cue: p.words[u.items[k-1].word].Of(p.src), Via: true, Span: n.Span}}
		}
	}
	return nil
}

// toldTo reports whether the name at item k is the recipient of event e.
func (p *page) toldTo(u *unit, e *event, k int) bool {
	for i := k - 1; i >= e.end && i >= k-5; i-- {
		if u.items[i].class == toWord {
			return true
		}
	}
	return k == e.end && e.verb.frame == before
}

// carried makes agencies and outlets that say what somebody else of the unit
// says carriers: "Budi mengatakan …, kata Antara".
func (p *page) carried(evs []event) {
	speakers := 0
	for _, e := range evs {
		if !e.via && e.src.Kind != "agency" && e.src.Kind != "outlet" {
			speakers++
		}
	}
	for i := range evs {
		if k := evs[i].src.Kind; speakers > 0 && (k == "agency" || k == "outlet") {
			evs[i].via = true
		}
	}
}
