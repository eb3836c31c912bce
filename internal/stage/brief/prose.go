package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
)

// byReadability returns the claims of f that can stand alone, the best first:
// a whole sentence of the text, not too short or long, that starts with neither
// a pronoun nor a connective, and holds figures and names.
func (d *draft) byReadability(f news.Finding) []*news.Claim {
	var out []*news.Claim
	score := map[*news.Claim]float64{}
	for _, id := range f.Claims {
		c := d.claims[id]
		if c == nil || strings.HasSuffix(strings.TrimSpace(c.Text), "?") {
			continue
		}
		out = append(out, c)
		score[c] = d.readability(c, f)
	}
	slices.SortStableFunc(out, func(a, b *news.Claim) int { return cmp.Compare(score[b], score[a]) })
	return out
}

// The weights of readability, in one place.
const (
	inTitle       = -3.0 // headlines are clipped prose
	quoted        = -1.5
	opensBadly    = -2.0
	noFullStop    = -1.0
	tooShort      = -2.0
	perHundred    = -0.6 // for each 100 bytes beyond the comfortable length
	perEvidence   = 0.35 // for each figure, time or name, up to five
	isStatement   = 0.5  // reconcile's own choice
	briefLanguage = 1.0
	comfortable   = 180
	short         = 40
)

func (d *draft) readability(c *news.Claim, f news.Finding) float64 {
	s := 0.0
	if c.Field == news.InTitle {
		s += inTitle
	}
	if c.Quoted {
		s += quoted
	}
	if d.opensBadly(c) {
		s += opensBadly
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
	if c.Text == f.Statement {
		s += isStatement
	}
	if d.language(c) == d.phrases.Tag {
		s += briefLanguage
	}
	return s
}

// opensBadly reports whether the claim leans on the sentence before it.
func (d *draft) opensBadly(c *news.Claim) bool {
	first, _ := firstWord(c.Text)
	tag := d.language(c)
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(c.Text, "\"“'‘("))
	return d.w.pronouns[tag][first] || d.w.openers[tag][first] || unicode.IsLower(r)
}

// prose returns the claim as a sentence that can stand alone: a pronoun at its
// head is replaced by the name it stands for, in brackets, and a bare quotation
// gets its speaker.
func (d *draft) prose(c *news.Claim) string {
	s := strings.TrimSpace(c.Text)
	if len(c.Attribution) == 0 || c.Attribution[0].Name == "" {
		return s
	}
	name := c.Attribution[0].Name
	first, rest := firstWord(s)
	if d.w.pronouns[d.language(c)][first] {
		return "[" + name + "]" + rest
	}
	if c.Quoted && !strings.Contains(strings.ToLower(s), strings.ToLower(lastWord(name))) {
		return d.phrases.Phrase("brief.said", "name", name, "text", s)
	}
	return s
}

// scrap reports whether a claim is no whole sentence: a heading, a list mark, a
// line that cleaning left.
func scrap(c *news.Claim) bool {
	return len(strings.Fields(c.Text)) < 5 || !strings.ContainsAny(c.Text[max(0, len(c.Text)-4):], ".!")
}

func (d *draft) language(c *news.Claim) string {
	if a := d.articles[c.Article]; a != nil {
		return a.Language
	}
	return ""
}

// firstWord returns the first word of s in lower case and what follows it.
func firstWord(s string) (word, rest string) {
	i := strings.IndexFunc(s, notWord)
	if i < 0 {
		i = len(s)
	}
	return strings.ToLower(s[:i]), s[i:]
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
