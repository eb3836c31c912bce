package revise

import (
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/text"
)

// What it takes for a claim to be a copy of a passage that was changed.
const (
	copyWords, copyShare     = 6, 0.8  // words in order, and which share of the shorter one
	linkedWords, linkedParts = 4, 0.65 // the same between articles that share text
	passagePart              = 0.5     // of the passage that the claim has
	linkedText               = 25      // words that articles share which share text
)

// aligned says which stretches of two articles count as shared text, as in
// stage lineage.
var aligned = similar.AlignOptions{MinRun: 4, MaxGap: 3, MinSame: 7}

// copyOf is a claim that has a passage as it was.
type copyOf struct {
	passage int // of ledger.passages
	reading int
	field   news.Field
	span    text.Span
}

// copies returns the claims, of articles other than the passages' own, that
// were copied from a passage and still have it the old way: near-verbatim, in an
// article that is not older, and with words that the change took out. Words in
// quotation marks count only between articles that share more text: two
// reporters write down the same words. In the order of passages, then of the
// articles. Cost: passages × claims.
func (l *ledger) copies() []copyOf {
	var out []copyOf
	if len(l.passages) == 0 {
		return nil
	}
	for i := range l.story.Readings {
		r := &l.story.Readings[i]
		rd := l.r.reader(r.Article.Language)
		claims := make([][]string, len(r.Claims))
		for k, c := range r.Claims {
			claims[k] = rd.lows(c.Text)
		}
		linked := map[news.ArticleID]bool{}
		for n := range l.passages {
			p := &l.passages[n]
			source := l.version(p.version)
			if p.field != news.InText || p.article == r.Article.ID || source == nil || source.Language != r.Article.Language || older(&r.Article, source) {
				continue
			}
			if _, ok := linked[p.version]; !ok {
				linked[p.version] = l.linked(p, &r.Article, rd)
			}
			for k, c := range r.Claims {
				if c.Field == news.InText && (!c.Quoted || linked[p.version]) && copied(claims[k], p.words, linked[p.version]) {
					out = append(out, copyOf{n, i, c.Field, c.Span})
				}
			}
		}
	}
	slices.SortStableFunc(out, func(a, b copyOf) int { return a.passage - b.passage })
	return out
}

// older reports whether a was published before b, as far as that is known.
func older(a, b *news.Article) bool {
	if a.Published == nil || b.Published == nil {
		return false
	}
	x, y := a.Published, b.Published
	if x.Precision == news.Day || y.Precision == news.Day {
		return x.Time.Format(time.DateOnly) < y.Time.Format(time.DateOnly)
	}
	return x.Time.Before(y.Time)
}

// linked reports whether an article shares text with the version of a passage,
// or is known to with the article as it is now.
func (l *ledger) linked(p *passage, a *news.Article, rd *reader) bool {
	for _, k := range l.story.Lineage {
		if k.Kind != news.Cites && (k.From == p.article && k.To == a.ID || k.From == a.ID && k.To == p.article) {
			return true
		}
	}
	same := 0
	for _, m := range similar.Align(similar.Hashes(rd.lows(l.version(p.version).Text)), similar.Hashes(rd.lows(a.Text)), aligned) {
		same += m.Same
	}
	return same >= linkedText
}

// copied reports whether a claim has the words of a passage as it was (0) rather
// than as it is (1).
func copied(claim []string, words [2][]string, linked bool) bool {
	least, share := copyWords, copyShare
	if linked {
		least, share = linkedWords, linkedParts
	}
	was := words[0]
	if min(len(claim), len(was)) < least {
		return false
	}
	n := len(text.Common(claim, was))
	if n < least || float64(n) < share*float64(min(len(claim), len(was))) || float64(n) < passagePart*float64(len(was)) {
		return false
	}
	return n > len(text.Common(claim, words[1]))
}
