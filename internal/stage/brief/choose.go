package brief

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// The weights by which one claim is chosen among those that say the same, in
// one place.
const (
	inTitle       = -3.0 // headlines are clipped prose
	quoted        = -1.5
	opensBadly    = -2.0
	opensUnnamed  = -3.0 // with a pronoun that nothing names
	opensNamed    = -0.8 // with a pronoun that prose can name
	unnamedWithin = -0.8 // "…, ia mengaku …": who is it?
	tellsNoNews   = -3.0 // a caption, a heading, a signature
	pointsBack    = -1.2 // "insiden itu": what was it?
	pointsFirst   = -2.5 // the same where nothing stands before
	spokenByMe    = -2.5 // "saya" outside quotation marks: whose word is it?
	midQuotation  = -0.8 // goes on with a quotation that began before
	noFullStop    = -1.0
	tooShort      = -2.0
	perHundred    = -0.6 // for each 100 bytes beyond the comfortable length
	perEvidence   = 0.35 // for each figure, time or name, up to five
	perTerm       = 0.05 // for each thing that it tells, up to a dozen
	perGlued      = -0.5 // for each place where two words ran together, up to three
	isStatement   = 0.5  // reconcile's own choice
	otherOrigin   = -1.5 // said by somebody who is none of the origins that count
	briefLanguage = 1.0
	latest        = 1.5  // holds the last of the values that followed one another; the others lose it
	attested      = 2.0  // times how far it and what the other articles say are about the same
	inLead        = 0.8  // stands in the first sentences of its article
	firstInLead   = 1.8  // the same for the first sentence of a brief
	copied        = 0.95 // from which on it is the same sentence
	comfortable   = 180
	short         = 40
	mostTerms     = 12
	mostGlued     = 3
	leadSentences = 2
)

// set is findings that are told together, by one claim.
type set struct {
	claims    []news.ClaimID
	statement string
	newest    map[news.ClaimID]float64 // 1: holds the last value of an update; -1: one before it; nil where that is no matter
	origins   map[string]bool          // names of those that count
}

// setOf joins the claims of findings.
func setOf(findings ...news.Finding) set {
	s := set{newest: map[news.ClaimID]float64{}, origins: map[string]bool{}}
	for _, f := range findings {
		for _, name := range f.OriginNames {
			s.origins[name] = true
		}
		s.statement = cmp.Or(s.statement, f.Statement)
		for _, c := range f.Claims {
			if !slices.Contains(s.claims, c) {
				s.claims = append(s.claims, c)
			}
		}
		for _, x := range f.Differences {
			if x.Kind != news.Update {
				continue
			}
			for i, v := range x.Values {
				for _, c := range v.Claims {
					s.newest[c] = -1
					if i == len(x.Values)-1 {
						s.newest[c] = 1
					}
				}
			}
		}
	}
	return s
}

// byReadability returns the claims of s that can stand alone, the best first:
// a whole sentence of the text, not too short or long, that leans on no other,
// holds figures and names, has what was learned last, says what the others say,
// and has it from an origin that counts. The first sentence of a brief can point back at nothing.
func (d *draft) byReadability(s set) []*news.Claim {
	var out []*news.Claim
	score := map[*news.Claim]float64{}
	for _, id := range s.claims {
		c := d.claims[id]
		if c == nil || unfinished(c.Text) {
			continue
		}
		out = append(out, c)
		newest := s.newest[id]
		if newest == 0 && s.newest != nil && d.outdated[id] {
			newest = -1
		}
		score[c] = d.readability(c) + latest*newest + attested*d.attested(c, s)
		if c.Text == s.statement {
			score[c] += isStatement
		}
		if len(c.Attribution) > 0 && !slices.ContainsFunc(c.Attribution, func(a news.Attribution) bool { return s.origins[d.sourceName(a.Source)] }) {
			score[c] += otherOrigin
		}
	}
	slices.SortStableFunc(out, func(a, b *news.Claim) int { return cmp.Compare(score[b], score[a]) })
	return out
}

// sourceName is the name of a source, "" if the story has none such.
func (d *draft) sourceName(id news.SourceID) string {
	if i := slices.IndexFunc(d.story.Sources, func(s news.Source) bool { return s.ID == id }); i >= 0 {
		return d.story.Sources[i].Name
	}
	return ""
}

// unfinished reports whether a text asks or announces rather than states.
func unfinished(s string) bool {
	s = strings.TrimRight(s, " \"”’)")
	return strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// readability returns how well c can be read alone, at this point of the brief.
func (d *draft) readability(c *news.Claim) float64 {
	t := d.topic(c)
	back, lead := pointsBack, inLead
	if len(d.sentences) == 0 {
		back, lead = pointsFirst, firstInLead
	}
	switch {
	case t.back:
		return t.plain + back
	case t.lead:
		return t.plain + lead
	}
	return t.plain
}

// plainly returns how well c can be read wherever it stands.
func (d *draft) plainly(c *news.Claim, bad bool, about int) float64 {
	s := 0.0
	if c.Field == news.InTitle {
		s += inTitle
	}
	if c.Quoted {
		s += quoted
	}
	switch {
	case bad && d.opensWithPronoun(c) && strings.HasPrefix(d.prose(c), "["):
		s += opensNamed
	case bad && d.opensWithPronoun(c):
		s += opensUnnamed
	case bad:
		s += opensBadly
	}
	if !c.Quoted && goesOn(c.Text) {
		s += midQuotation
	}
	if d.byMe(c) {
		s += spokenByMe
	}
	if !bad && d.unnamed(c) {
		s += unnamedWithin
	}
	if n := len(c.Text); n < short {
		s += tooShort
	} else if n > comfortable {
		s += perHundred * float64(n-comfortable) / 100
	}
	if end, _ := utf8.DecodeLastRuneInString(c.Text); end != '.' && end != '"' && end != '”' {
		s += noFullStop
	}
	s += perEvidence * float64(min(5, len(c.Quantities)+len(c.Times)+len(c.Mentions)))
	s += perTerm * float64(min(mostTerms, about))
	s += perGlued * float64(min(mostGlued, glued(c.Text)))
	if d.language(c) == d.phrases.Tag {
		s += briefLanguage
	}
	return s
}

// byMe reports whether c speaks in the first person outside quotation marks.
func (d *draft) byMe(c *news.Claim) bool {
	me := d.tongue(c).me
	return !c.Quoted && !strings.ContainsAny(c.Text, "\"“”") && slices.ContainsFunc(wordsOf(c.Text), func(w word) bool { return me[w.lower] })
}

// attested returns how far c and the claims of the other articles in s are
// about the same, from 0 to 1: the mean, over those articles, of how much of
// c's terms the nearest claim has and how much of its terms c has. An article
// that has c word for word attests nothing. 0 if there is no other article.
func (d *draft) attested(c *news.Claim, s set) float64 {
	mine := d.topic(c).matter
	var others []news.ArticleID
	best := map[news.ArticleID]float64{}
	for _, id := range s.claims {
		o := d.claims[id]
		if o == nil || o.Article == c.Article {
			continue
		}
		if !slices.Contains(others, o.Article) {
			others = append(others, o.Article)
		}
		other := d.topic(o).matter
		best[o.Article] = max(best[o.Article], (mine.share(other)+other.share(mine))/2)
	}
	sum := 0.0
	n := 0
	for _, a := range others {
		if best[a] < copied {
			sum += best[a]
			n++
		}
	}
	return sum / float64(max(1, n))
}

// opensWithPronoun reports whether c opens with a pronoun.
func (d *draft) opensWithPronoun(c *news.Claim) bool {
	words := wordsOf(d.tongue(c).untied(c.Text))
	return len(words) > 0 && d.tongue(c).pronouns[words[0].lower]
}

// namesNobody reports whether s opens with a pronoun of the third person.
func (t *tongue) namesNobody(s string) bool {
	words := wordsOf(s)
	return len(words) > 0 && words[0].start == 0 && t.pronouns[words[0].lower]
}

// unnamed reports whether c has a pronoun within, of which nothing before it in
// the sentence tells who that is.
func (d *draft) unnamed(c *news.Claim) bool {
	t, told := d.tongue(c), d.prose(c)
	for i, w := range wordsOf(told) {
		if i == 0 || !t.pronouns[w.lower] {
			continue
		}
		return !strings.ContainsAny(told[:w.start], "[:") && !slices.ContainsFunc(c.Mentions, func(m news.Mention) bool {
			return m.Kind != news.Place && named(told[:w.start], m.Name)
		})
	}
	return false
}

// opensBadly reports whether the claim leans on the sentence before it by its
// first word, when what ties it there is left out.
func (d *draft) opensBadly(c *news.Claim) bool {
	t := d.tongue(c)
	words := wordsOf(t.untied(c.Text))
	if len(words) == 0 {
		return true
	}
	first := words[0].lower
	if t.pronouns[first] {
		return true
	}
	_, ties := form(t.openers, words)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.Text, "\"“'‘("))
	return t.connectives[first] || ties > 0 || unicode.IsLower(r)
}

// pointsWithin is among how many words at the head of a sentence one that
// points back is looked for.
const pointsWithin = 5

// pointsBack reports whether the claim speaks at its head of something that
// was named before: "insiden itu".
func (d *draft) pointsBack(c *news.Claim) bool {
	t := d.tongue(c)
	words := wordsOf(c.Text)
	for i := 1; i < min(pointsWithin, len(words)); i++ {
		if k := t.openers[words[i].lower]; k != "back" && k != "points-back" {
			continue
		}
		now := t.spans[words[i-1].lower]
		for j := max(0, i-longestForm+1); j < i && !now; j++ {
			f, n := form(t.openers, words[j:])
			_, day := form(t.days, words[j:])
			now = t.openers[f] == "now" && j+n > i || day > 0 && j+day > i
		}
		if !now {
			return true
		}
	}
	return false
}

// countsKnown reports whether the claim counts at its head, before it names
// anybody, what is known already: "kedua pemimpin".
func (d *draft) countsKnown(c *news.Claim) bool {
	t := d.tongue(c)
	words := wordsOf(c.Text)
	for i, w := range words[:min(pointsWithin, len(words))] {
		if t.collectives[w.lower] && (i == 0 || t.stop[words[i-1].lower]) {
			return !slices.ContainsFunc(c.Mentions, func(m news.Mention) bool { return m.Span.Start < c.Span.Start+w.start })
		}
	}
	return false
}

// glued counts the places at which a word goes on with a capital behind a
// small letter: text whose links lost the spaces around them.
func glued(s string) int {
	n := 0
	before, run := ' ', 0
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(before) && run > 2 {
			n++
		}
		if unicode.IsLower(r) {
			run++
		} else {
			run = 0
		}
		before = r
	}
	return n
}

// scrap reports whether a claim is no whole sentence: a heading, a list mark, a
// line that cleaning left.
func (d *draft) scrap(c *news.Claim) bool {
	return len(strings.Fields(c.Text)) < 5 || !strings.ContainsAny(c.Text[max(0, len(c.Text)-4):], ".!") || d.topic(c).aside
}

// aside reports whether f rests on nothing but what tells no news.
func (d *draft) aside(claims []news.ClaimID) bool {
	return !slices.ContainsFunc(claims, func(id news.ClaimID) bool {
		c := d.claims[id]
		return c != nil && !d.topic(c).aside && !unfinished(c.Text)
	})
}

// aside reports whether s tells no news: a caption, a signature, a heading, what
// an outlet says of itself.
func (t *tongue) aside(s string) bool {
	return t.heading(s) || slices.ContainsFunc(t.asides, func(p *regexp.Regexp) bool { return p.MatchString(s) })
}

// counts reports whether c has a figure in digits.
func counts(c *news.Claim) bool {
	return slices.ContainsFunc(c.Quantities, func(q news.Quantity) bool {
		from, to := q.Span.Start-c.Span.Start, q.Span.End-c.Span.Start
		return from >= 0 && from < to && to <= len(c.Text) && figure.MatchString(c.Text[from:to])
	})
}

// onlyAttributes reports whether s tells no more than who said what stands
// elsewhere: "Hal itu disampaikan …", "This was confirmed by …".
func (t *tongue) onlyAttributes(s string) bool {
	words, n := wordsOf(s), 0
	for n < len(words) && strings.Contains(t.openers[words[n].lower], "points") || n > 0 && n < len(words) && t.openers[words[n].lower] == "back" {
		n++
	}
	if n == 0 || strings.ContainsAny(s, "\"“”:") {
		return false
	}
	for i := n; i < min(n+2, len(words)); i++ { // "this was confirmed by"
		if _, k := form(t.passives, words[i:]); k > 0 {
			return true
		}
	}
	return false
}

// heading reports whether s is a title, a list of names or a signature rather
// than a sentence: it stands in brackets, or it has no full stop and every word
// that says something has a capital; a list of names may end in a full stop.
func (t *tongue) heading(s string) bool {
	whole := strings.TrimRight(s, " .,:;")
	if strings.HasPrefix(whole, "(") && strings.IndexByte(whole, ')') == len(whole)-1 {
		return true
	}
	if strings.HasSuffix(s, ".") && (!strings.Contains(whole, ",") || strings.ToUpper(s) == s) {
		return false
	}
	for i, w := range wordsOf(s) {
		if r, _ := utf8.DecodeRuneInString(s[w.start:]); i > 0 && unicode.IsLower(r) && !t.small(w.lower) {
			return false
		}
	}
	return true
}
