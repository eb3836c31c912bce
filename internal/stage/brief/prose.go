package brief

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// prose returns the claim as a sentence that can stand alone. Nothing is said
// in other words: what ties it to the sentence before is left out ("Namun, "),
// a pronoun that stands for the speaker gives way to the name, in brackets, as
// the date goes behind "kemarin"; quotation marks that the cut took are set
// again, and a bare quotation gets its speaker.
func (d *draft) prose(c *news.Claim) string {
	return d.alone(c, d.tongue(c).untied(d.tongue(c).tidy(strings.TrimSpace(d.dated(c)))))
}

// sentence returns c as prose with the claims that it is made of: a sentence that
// goes on with a quotation and leans on its beginning is told with it.
func (d *draft) sentence(c *news.Claim) (string, []news.ClaimID) {
	b := d.opening(c)
	if b == nil {
		return d.prose(c), []news.ClaimID{c.ID}
	}
	whole := d.dated(b) + " " + d.dated(c)
	return d.alone(c, d.tongue(c).tidy(strings.TrimSpace(whole))), []news.ClaimID{b.ID, c.ID}
}

// mostTogether is how long two sentences of a quotation are that are told
// together, in bytes.
const mostTogether = 240

// opening returns the sentence before c if it opens the quotation that c goes on
// with, and c opens with a word that says nothing alone: "Semuanya".
func (d *draft) opening(c *news.Claim) *news.Claim {
	b, t := d.before[c.ID], d.tongue(c)
	words := wordsOf(c.Text)
	if b == nil || b.Field != news.InText || c.Field != news.InText || !goesOn(c.Text) || len(words) == 0 || !t.stop[words[0].lower] || t.me[words[0].lower] {
		return nil
	}
	if !opensQuote(b.Text) || closed(b.Text) == b.Text || len(b.Text)+len(c.Text) > mostTogether || d.opensBadly(b) {
		return nil
	}
	return b
}

// goesOn reports whether s begins within a quotation that it ends.
func goesOn(s string) bool {
	whole := closed(s)
	return len(whole) > len(s) && strings.HasSuffix(whole, s)
}

// alone returns s, the words of c, as a sentence that can stand alone.
func (d *draft) alone(c *news.Claim, s string) string {
	t := d.tongue(c)
	if upper(s) != s {
		s = "… " + s // the beginning is lost
	}
	name := speaker(c)
	who := name
	if who == "" || named(s, who) {
		who = ""
	} else if said, ok := t.named(s, who, t.suits(c.Attribution[0])); ok {
		s, who = said, ""
	}
	if who == "" || !d.says(c) {
		if subject := d.antecedent(c); subject != "" && !named(s, subject) {
			s = t.replacePronoun(s, subject)
		}
	}
	if c.Field == news.InText {
		s = ended(bracketsClosed(closed(s)))
	}
	if c.Quoted && !strings.ContainsAny(s, "\"“”") {
		s = "“" + s + "”" // from the middle of a quotation
	}
	if who != "" && (c.Quoted || opensQuote(s) && !t.toldBehind(s)) {
		return d.phrases.Phrase("brief.said", "name", upper(name), "text", s)
	}
	return s
}

// toldBehind reports whether a sentence that opens with a quotation goes on with a
// verb of saying: it has a speaker of its own.
func (t *tongue) toldBehind(s string) bool {
	i := strings.LastIndexAny(s, "\"”")
	if i < 0 {
		return false
	}
	return t.speaks(wordsOf(s[i:]))
}

// untidy is a space before a mark that closes, or behind one that opens.
var untidy = regexp.MustCompile(`[ \x{a0}]+([,;)\]”]|[.!?]+(?:[ \x{a0}]|$))|([(\[“])[ \x{a0}]+`)

// address is one that a post ends in.
var address = regexp.MustCompile(`\s*(?:https?://|pic\.twitter\.com/)\S+$`)

// tidy returns s as tidy does, words that the page ran together apart.
func (t *tongue) tidy(s string) string { return tidy(t.words.Split(s).Spaced()) }

// tidy returns s without the spaces that a link's markup leaves beside marks,
// "Bupati , ( Rejo )", and without the address that a post ends in.
func tidy(s string) string {
	return untidy.ReplaceAllString(address.ReplaceAllString(s, ""), "$1$2")
}

// bracketed returns the name in brackets, with a capital where a sentence
// begins with it.
func bracketed(name string, head bool) string {
	if head {
		name = upper(name)
	}
	return "[" + name + "]"
}

// speaker returns who says c, "" if it is the outlet's word or only carried.
func speaker(c *news.Claim) string {
	if len(c.Attribution) == 0 || c.Attribution[0].Via {
		return ""
	}
	return c.Attribution[0].Name
}

// says reports whether c has a speaker.
func (d *draft) says(c *news.Claim) bool { return speaker(c) != "" }

// named reports whether s holds a part of the name that tells whose it is.
func named(s, name string) bool {
	parts := map[string]bool{}
	for _, w := range wordsOf(name) {
		parts[w.lower] = utf8.RuneCountInString(w.lower) > 2
	}
	for _, w := range wordsOf(s) {
		if parts[w.lower] {
			return true
		}
	}
	return false
}

// dated returns the text of c with the date behind the first word for a day
// that only the reader of its day of publication understands.
func (d *draft) dated(c *news.Claim) string {
	t := d.tongue(c)
	for _, x := range c.Times {
		from, to := x.Span.Start-c.Span.Start, x.Span.End-c.Span.Start
		if x.Title != (c.Field == news.InTitle) || from < 0 || to > len(c.Text) || from >= to {
			continue
		}
		start, end := x.Start.Time, x.End.Time
		if start.IsZero() || start.Format("20060102") != end.Format("20060102") || strings.ContainsAny(c.Text[from:to], "0123456789") {
			continue
		}
		words := wordsOf(c.Text[from:to])
		if len(words) == 0 || inName(c.Text, from) && !t.weekdays[words[0].lower] {
			continue
		}
		if len(words) > 1 && t.weekdays[words[0].lower] {
			words = words[1:]
		}
		if w, _ := form(t.days, words); w != "" {
			return c.Text[:to] + " " + d.date(x) + c.Text[to:]
		}
	}
	return c.Text
}

// inName reports whether the word at byte i of s has a capital where no sentence
// and no quotation begins: "USA TODAY".
func inName(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s[:i], " "))
	return unicode.IsUpper(r) && unicode.IsLetter(before)
}

// date writes the day on which t begins, with its year if that is not the
// coverage's.
func (d *draft) date(t news.TimeRef) string {
	at := t.Start.Time
	months := strings.Fields(d.phrases.Phrase("face.months"))
	month := at.Format("01")
	if len(months) == 12 {
		month = months[at.Month()-1]
	}
	key := "brief.date"
	if at.Year() != d.story.First.Year() {
		key = "brief.date.year"
	}
	out := d.phrases.Phrase(key, "day", at.Format("2"), "month", month, "year", strconv.Itoa(at.Year()))
	d.written[out] = true
	return out
}

// untied returns s without what ties its beginning to the sentence before.
func (t *tongue) untied(s string) string {
	s = strings.TrimLeft(s, " -–—•*·")
	for {
		words := wordsOf(s)
		tie, n := form(t.openers, words)
		bare := t.openers[tie] == "bare"
		if n == 0 || !bare && t.openers[tie] != "tie" || words[0].start > 0 {
			return s
		}
		rest, ok := strings.CutPrefix(s[words[n-1].end:], ",")
		if rest = strings.TrimSpace(rest); !ok && !bare || rest == "" {
			return s
		}
		s = upper(rest)
	}
}

// named returns s with the name for the pronoun that says it, and whether it
// has one: at the head ("Ia menyebut …", "Menurutnya, …"), behind what stands
// before it ("Soal izin, ia menyebut …") or what was said ("…," ujarnya; "…," he
// said). suits tells which pronouns may stand for it.
func (t *tongue) named(s, name string, suits func(string) bool) (string, bool) {
	words := wordsOf(s)
	for i, w := range words {
		head := i == 0 || behindSaid(s[:w.start])
		if f, n := form(t.saysOf, words[i:]); n > 0 && t.saysOf[f] != "" {
			if end := words[i+n-1].end; head || aside(s, w.start, end) {
				verb := s[w.start:min(w.start+len(t.saysOf[f]), len(s))]
				return s[:w.start] + verb + " " + bracketed(name, false) + s[end:], true
			}
		}
		if v, n := form(t.says, words[i:]); v != "" && i+n < len(words) && suits(words[i+n].lower) {
			if p := words[i+n]; head || aside(s, w.start, p.end) {
				return s[:p.start] + bracketed(name, false) + s[p.end:], true
			}
		}
		if (head || strings.HasSuffix(s[:w.start], ", ")) && suits(w.lower) && t.speaks(words[i+1:]) {
			return s[:w.start] + bracketed(name, i == 0) + s[w.end:], true
		}
	}
	return s, false
}

// suits returns which pronouns stand for a source: one person is no "they", and a
// ministry no "she"; "retired generals" may be either.
func (t *tongue) suits(a news.Attribution) func(pronoun string) bool {
	body := slices.Contains([]string{news.Agency, news.OutletKind, news.Institution, news.Document}, a.Kind)
	one := !body && (a.Kind == news.PersonKind || a.Role != "")
	return func(pronoun string) bool {
		return t.pronouns[pronoun] && !(body && t.one[pronoun]) && !(one && t.many[pronoun])
	}
}

// speaks reports whether one of the next words is a verb of saying.
func (t *tongue) speaks(words []word) bool {
	for i := range words[:min(3, len(words))] {
		if _, n := form(t.says, words[i:]); n > 0 {
			return true
		}
	}
	return false
}

// behindSaid reports whether what was said ends here: with a quotation mark, or
// a comma at the end of a quotation.
func behindSaid(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, `"`) || strings.HasSuffix(s, "”") || strings.HasSuffix(s, `",`) || strings.HasSuffix(s, "”,")
}

// aside reports whether commas part s[from:to] from the sentence: ", kata dia,".
func aside(s string, from, to int) bool {
	return strings.HasSuffix(strings.TrimRight(s[:from], " "), ",") && to < len(s) && (s[to] == ',' || s[to] == '.')
}

// replacePronoun returns s with the name of one for the pronoun of one that it
// opens with.
func (t *tongue) replacePronoun(s, name string) string {
	if words := wordsOf(s); len(words) > 1 && words[0].start == 0 && t.pronouns[words[0].lower] && !t.many[words[0].lower] {
		return bracketed(name, true) + s[words[0].end:]
	}
	return s
}

// subjectWithin is within how many bytes of its beginning a sentence names what
// it is about.
const subjectWithin = 60

// antecedent returns the person that the sentence before c begins with, if it
// names no other: whom a pronoun at the head of c stands for. "" if it is not
// that clear.
func (d *draft) antecedent(c *news.Claim) string {
	p := d.before[c.ID]
	if p == nil || p.Field != c.Field || speaker(p) != "" && !named(p.Text, speaker(p)) {
		return ""
	}
	name := ""
	for _, m := range p.Mentions {
		if m.Kind != news.Person {
			continue
		}
		if name != "" && m.Name != name || name == "" && m.Span.Start-p.Span.Start > subjectWithin {
			return ""
		}
		name = m.Name
	}
	if d.named[name] < 2 {
		return "" // read as a name here alone: perhaps it is none
	}
	return name
}

// closed returns s with the quotation marks that were cut from its ends; one
// that is curved and closed by a straight one, or the other way round, is closed
// as it was opened.
func closed(s string) string {
	curved := strings.Count(s, "“") - strings.Count(s, "”")
	straight, first, last := 0, -1, -1
	before := ' '
	for i, r := range s {
		if r == '"' {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); (unicode.IsSpace(before) || before == '(' || before == ':') && !unicode.IsSpace(next) && i+1 < len(s) {
				straight++
				first = i
			} else {
				straight--
				last = i
			}
		}
		before = r
	}
	switch {
	case curved == 1 && straight == -1:
		return s[:last] + "”" + s[last+1:]
	case curved == -1 && straight == 1:
		return s[:first] + "“" + s[first+1:]
	case curved == 1:
		s += "”"
	case curved == -1:
		s = "“" + s
	}
	switch straight {
	case 1:
		s += `"`
	case -1:
		s = `"` + s
	}
	return single(s)
}

// endsSingle is the end of a quotation in single marks.
var endsSingle = regexp.MustCompile(`[.,!?]['’]|['’]$`)

// single returns s with the end of a quotation in single marks that it opens.
func single(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	next, _ := utf8.DecodeRuneInString(s[n:])
	if (r != '\'' && r != '‘') || !unicode.IsUpper(next) || endsSingle.MatchString(s[n:]) {
		return s
	}
	if r == '‘' {
		return s + "’"
	}
	return s + "'"
}

// bracketsClosed returns s with the last bracket that it opens closed, before its
// full stop.
func bracketsClosed(s string) string {
	if strings.Count(s, "(") != strings.Count(s, ")")+1 || strings.LastIndexByte(s, '(') < strings.LastIndexByte(s, ')') {
		return s
	}
	if rest, ok := strings.CutSuffix(s, "."); ok {
		return rest + ")."
	}
	return s + ")"
}

func opensQuote(s string) bool { return strings.HasPrefix(s, `"`) || strings.HasPrefix(s, "“") }

// ended returns s with a full stop, if it ends with none and no other mark.
func ended(s string) string {
	if r, _ := utf8.DecodeLastRuneInString(s); unicode.IsLetter(r) || unicode.IsDigit(r) || r == ')' {
		return s + "."
	}
	return s
}

// upper returns s with a capital at its head; a name that is written otherwise
// ("iPhone") stays.
func upper(s string) string {
	words := wordsOf(s)
	if len(words) == 0 || words[0].start > 0 || strings.IndexFunc(s[:words[0].end], unicode.IsUpper) > 0 {
		return s
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func (d *draft) language(c *news.Claim) string {
	if a := d.articles[c.Article]; a != nil {
		return a.Language
	}
	return ""
}
