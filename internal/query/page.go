package query

import (
	"cmp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
)

// Page is one story ordered for reading. Lists are in the order in which they
// should be shown and are not cut: how much to show is the face's decision.
type Page struct {
	*Index
	Outlets []Outlet
	// Main is the finding that the story is about, nil if none is marked.
	Main        *dossier.Finding
	MainOrigins []string

	What       []Item // the brief's account of what happened
	Agreed     []Item // two or more independent origins
	Shared     []Item // several articles, one origin
	Single     []Item // one article only
	Background []Item
	Disputed   []Item       // disputed without a difference that would say why
	Differs    []Difference // without wordings that Quotes has side by side
	Quotes     []QuoteGroup
	Timeline   []dossier.TimelineEntry
	Copies     []Copy
	Omits      []Omission

	beside map[string]bool // claims that the brief tells for themselves
}

// Item is one statement with what carries it.
type Item struct {
	ID      string // "f3", or "b2" for a sentence of the brief that no finding stands behind
	Text    string
	Finding *dossier.Finding // nil if none
	Origins []string         // names, as many as Finding.Origins; else empty
	Claims  []string
	Marks   []int
}

// Status is that of the finding; of a statement that none stands behind and one
// article makes, single-article; else "".
func (it Item) Status() string {
	switch {
	case it.Finding != nil:
		return it.Finding.Status
	case len(it.Marks) == 1:
		return "single-article"
	}
	return ""
}

// Outlet is a publisher with the numbers of its articles; an article whose
// outlet is not known stands alone.
type Outlet struct {
	Name  string // "" if not known
	Marks []int
}

// NewPage orders a story for reading. Cost: linear, but for quotes, which are
// compared within a finding.
func NewPage(s *dossier.Story) *Page {
	p := &Page{Index: NewIndex(s)}
	p.Outlets = p.outlets()
	if i := slices.IndexFunc(s.Findings, func(f dossier.Finding) bool { return f.Main }); i >= 0 {
		p.Main = &s.Findings[i]
		p.MainOrigins = p.Origins(p.Main)
	}
	p.fill()
	p.Quotes = p.quotes()
	p.Differs = p.differences()
	p.Timeline = p.timeline()
	p.Copies = p.copies()
	p.Omits = p.omissions()
	return p
}

func (p *Page) outlets() []Outlet {
	var out []Outlet
	at := map[string]int{}
	for i := range p.Story.Articles {
		name := OutletName(&p.Story.Articles[i])
		j, ok := at[name]
		if !ok || name == "" {
			j = len(out)
			at[name] = j
			out = append(out, Outlet{Name: name})
		}
		out[j].Marks = append(out[j].Marks, i+1)
	}
	return out
}

// fill puts the brief's sentences first, each in the section of its finding's
// status, then the findings that no sentence speaks of; headlines and scraps
// last, what tells no news not at all. What several sections would say in the
// same words stands in the first of them.
func (p *Page) fill() {
	shown := map[string]bool{}
	p.beside = p.toldBeside()
	for i, b := range p.Story.Brief {
		f := p.tells(b)
		if p.isBeside(b, f) {
			p.Single = append(p.Single, p.item("b"+itoa(i+1), b.Text, nil, b.Citations))
			continue
		}
		list := p.section(b.Section, f)
		if list == nil || f != nil && shown[f.ID] && b.Section != "what" {
			continue
		}
		it := p.item("b"+itoa(i+1), b.Text, f, b.Citations)
		if list == &p.Single && f != nil {
			it.Text = f.Statement // the brief's sentence names the outlet, which the marks do here
		}
		if f != nil {
			shown[f.ID] = true
		}
		if b.Section == "what" {
			p.toldWith(f, b.Citations, shown)
		}
		*list = append(*list, it)
	}
	for i := range p.Story.Findings {
		f := &p.Story.Findings[i]
		if list := p.section("", f); !shown[f.ID] && list != nil && says(f.Statement) {
			*list = append(*list, p.item(f.ID, f.Statement, f, f.Claims))
		}
	}
	p.sayOnce()
	for _, list := range []*[]Item{&p.Agreed, &p.Shared, &p.Single} {
		*list = slices.DeleteFunc(*list, func(it Item) bool { return it.Finding != nil && it.Finding.Aside })
		slices.SortStableFunc(*list, func(a, b Item) int { return rest(a.Text) - rest(b.Text) })
	}
}

// isBeside reports whether a sentence of the brief tells for itself a part of f
// that says something else than f.
func (p *Page) isBeside(b dossier.Sentence, f *dossier.Finding) bool {
	return f != nil && (b.Section == "single" || b.Section == "agreed") && len(b.Citations) < len(f.Claims) && within(b.Citations, f.Claims)
}

// toldBeside returns the claims of such sentences: they do not carry what is told
// of their finding.
func (p *Page) toldBeside() map[string]bool {
	out := map[string]bool{}
	for _, b := range p.Story.Brief {
		if p.isBeside(b, p.tells(b)) {
			for _, c := range b.Citations {
				out[c] = true
			}
		}
	}
	return out
}

// sayOnce drops items that say what one before them says in the same words.
func (p *Page) sayOnce() {
	said := map[string]bool{}
	for _, list := range []*[]Item{&p.What, &p.Agreed, &p.Shared, &p.Single, &p.Background} {
		*list = slices.DeleteFunc(*list, func(it Item) bool {
			key := strings.Join(words(it.Text), " ")
			again := said[key]
			said[key] = true
			return again
		})
	}
}

// tells returns the finding that a sentence of the brief tells. Of those whose
// claims it cites, all of them, it is the one whose statement the sentence is,
// else one that holds a claim in those words, so that nobody is shown to carry
// what they did not say; else the one with the most claims. If it cites no finding
// whole it is the one that most of the cited claims belong to.
func (p *Page) tells(b dossier.Sentence) *dossier.Finding {
	var best *dossier.Finding
	said := false
	for i := range p.Story.Findings {
		f := &p.Story.Findings[i]
		if len(f.Claims) == 0 || !within(f.Claims, b.Citations) {
			continue
		}
		if f.Statement == b.Text {
			return f
		}
		says := slices.ContainsFunc(f.Claims, func(id string) bool { c := p.Claim(id); return c != nil && c.Text == b.Text })
		if best == nil || says && !said || says == said && len(f.Claims) > len(best.Claims) {
			best, said = f, says
		}
	}
	if best == nil {
		best = p.FindingOf(b.Citations)
	}
	return best
}

// within reports whether b has all of a.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
}

// toldWith marks as shown the findings that a sentence of what happened tells
// along with f: it cites all their claims. One that is better attested than f
// is shown for itself.
func (p *Page) toldWith(f *dossier.Finding, cites []string, shown map[string]bool) {
	for i := range p.Story.Findings {
		o := &p.Story.Findings[i]
		if within(o.Claims, cites) && (o.Status != "corroborated" || f != nil && f.Status == o.Status) {
			shown[o.ID] = true
		}
	}
}

// rest is 0 for a whole sentence that states something, 1 for headings,
// questions and scraps, which come last.
func rest(s string) int {
	if len(words(s)) >= 5 && strings.HasSuffix(strings.TrimRight(s, "\"”’)"), ".") {
		return 0
	}
	return 1
}

// says reports whether a statement has at least two words, not all in brackets:
// list marks, lone labels and signatures that cleaning left in tell a reader
// nothing.
func says(statement string) bool {
	s := strings.TrimRight(statement, " .")
	signature := strings.HasPrefix(s, "(") && strings.IndexByte(s, ')') == len(s)-1
	return !signature && len(words(statement)) > 1
}

// section returns the list for a sentence of the brief, or for a finding
// without one (name ""); nil for what is shown by differences and quotes.
func (p *Page) section(name string, f *dossier.Finding) *[]Item {
	switch {
	case name == "what":
		return &p.What
	case name == "background":
		return &p.Background
	case name == "quotes" || name == "differs" || f == nil && name == "":
		return nil
	case f == nil:
		return &p.Single
	}
	switch f.Status {
	case "corroborated":
		return &p.Agreed
	case "single-origin":
		return &p.Shared
	case "single-article":
		return &p.Single
	}
	if len(f.Differences) == 0 {
		return &p.Disputed
	}
	return nil // its differences say more
}

func (p *Page) item(id, text string, f *dossier.Finding, claims []string) Item {
	it := Item{ID: id, Text: text, Finding: f, Claims: claims, Marks: p.Marks(claims)}
	if f != nil {
		it.ID = f.ID
		it.Origins = p.Origins(f)
		it.Claims = slices.DeleteFunc(union(claims, f.Claims), func(c string) bool { return p.beside[c] })
		it.Marks = p.Marks(it.Claims)
	}
	return it
}

// Origins returns the names of the origins that a finding counts: those the
// dossier gives, else the innermost speaker or the outlet of each claim if
// there are exactly as many of them as the dossier counted, else none.
func (x *Index) Origins(f *dossier.Finding) []string {
	if len(f.OriginNames) > 0 {
		return f.OriginNames
	}
	var names []string
	for _, id := range f.Claims {
		c := x.claims[id]
		if c == nil {
			continue
		}
		if name := x.speaker(c); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) != f.Origins {
		return nil
	}
	return names
}

// speaker names the innermost carrier of a claim: the first of its
// attribution, else the article's outlet.
func (x *Index) speaker(c *dossier.Claim) string {
	if len(c.Attribution) > 0 {
		return c.Attribution[0].Name
	}
	if a := x.Article(c.Article); a != nil {
		return OutletName(a)
	}
	return ""
}

func comparePassages(a, b Passage) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), -cmp.Compare(a.Field, b.Field),
		cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(a.Span[1], b.Span[1]))
}

// union returns a's elements, then those of b that a lacks.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
