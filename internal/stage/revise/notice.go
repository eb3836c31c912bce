package revise

import (
	"regexp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// notices finds the lines in which outlets speak of their own corrections.
type notices struct {
	// words are parts of words, by kind: no paragraph is a notice that has not
	// a sign, or an act and an object.
	words map[string][]string
	kinds []noticeKind
	pairs []*regexp.Regexp // "it said X, it should be Y": groups wrong and right
}

type noticeKind struct {
	kind    string
	pattern *regexp.Regexp
}

// newNotices collects the patterns of all packs, since desks do not always
// write their notices in the language of the report.
func newNotices(packs *lang.Packs) *notices {
	n := &notices{words: map[string][]string{}}
	for _, tag := range packs.Tags() {
		p := packs.For(tag)
		for _, r := range p.Rows("notice-words") {
			n.words[r.Cols[1]] = append(n.words[r.Cols[1]], r.Cols[0])
		}
		n.pairs = append(n.pairs, p.Patterns("notice-pair")...)
	}
	for _, kind := range []string{news.Retraction, news.Correction, news.UpdateNote} {
		if p := either(packs, "notice-"+kind, "", ""); p != nil {
			n.kinds = append(n.kinds, noticeKind{kind, p})
		}
	}
	return n
}

// kind returns what kind of notice s holds, the gravest if several; "" if none.
func (n *notices) kind(s string) string {
	kind, _ := n.find(s)
	return kind
}

// find is kind with where in s the notice was recognised.
func (n *notices) find(s string) (kind string, at int) {
	low := strings.ToLower(s)
	has := func(kind string) bool {
		return slices.ContainsFunc(n.words[kind], func(w string) bool { return strings.Contains(low, w) })
	}
	if !has("sign") && !(has("act") && has("object")) {
		return "", 0
	}
	for _, k := range n.kinds {
		if m := k.pattern.FindStringIndex(s); m != nil {
			return k.kind, m[0]
		}
	}
	return "", 0
}

// Notices returns what an article says about its own corrections: those in its
// text, in order, then those that cleaning took out as junk. What somebody says
// in quotation marks is none. Cost: linear; paragraphs without a word of the
// pack's table are passed over.
func (r *Reviser) Notices(in news.Reading) []news.Notice {
	var out []news.Notice
	for start, s := range paragraphs(in.Article.Text) {
		if len(out) > 0 && start < out[len(out)-1].Span.End {
			continue
		}
		if n, ok := r.notice(&in, s, start); ok {
			out = append(out, n)
		}
	}
	for _, x := range in.Article.Removed {
		if kind := r.notes.kind(x.Text); kind != "" {
			out = append(out, r.notes.read(news.Notice{Kind: kind, Text: text.Squash(x.Text)}))
		}
	}
	return out
}

// paragraphs yields the paragraphs of s with where they begin.
func paragraphs(s string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for at := 0; at < len(s); {
			end := at + len(s[at:])
			if i := strings.Index(s[at:], gap); i >= 0 {
				end = at + i
			}
			if end > at && !yield(at, s[at:end]) {
				return
			}
			at = end + len(gap)
		}
	}
}

const (
	gap          = "\n\n" // between paragraphs
	wholeNotice  = 700    // bytes of a paragraph that is a notice to its end
	shortHeading = 60     // bytes of a notice that only announces the next paragraph
)

// notice returns the notice in a paragraph: from the sentence that is
// recognised on to the paragraph's end, or, in a long one, that sentence.
func (r *Reviser) notice(in *news.Reading, s string, start int) (news.Notice, bool) {
	kind, at := r.notes.find(s)
	if kind == "" || quoted(in, start+at) {
		return news.Notice{}, false
	}
	sp := r.sentenceAt(in.Article.Language, s, at)
	if len(s)-sp.Start <= wholeNotice {
		sp.End = len(s)
	}
	sp = text.Span{Start: start + sp.Start, End: start + sp.End}
	if sp.Len() < shortHeading && !strings.HasSuffix(sp.Of(in.Article.Text), ".") {
		sp.End = nextParagraph(in.Article.Text, sp.End)
	}
	n := r.notes.at(in.Article.Text, kind, sp)
	if n.Wrong == "" && sp.Start > start { // what was wrong may stand before
		before := r.sentenceAt(in.Article.Language, s, sp.Start-start-1)
		if more := r.notes.at(in.Article.Text, kind, text.Span{Start: start + before.Start, End: sp.End}); more.Wrong != "" {
			n = more
		}
	}
	return n, true
}

// at is the notice that stands in sp, of a kind that the whole of it can change.
func (n *notices) at(s, kind string, sp text.Span) news.Notice {
	out := news.Notice{Kind: kind, Span: sp, Text: sp.Of(s)}
	if k := n.kind(out.Text); k != "" {
		out.Kind = k
	}
	return n.read(out)
}

func (r *Reviser) sentenceAt(tag, s string, at int) text.Span {
	t := r.reader(tag).split.Split(s)
	if i := t.SentenceAt(at); i >= 0 {
		return t.Sentences[i].Span
	}
	return text.Span{End: len(s)}
}

// nextParagraph returns the end of the paragraph after the one that ends at
// end, end itself if it is the last.
func nextParagraph(s string, end int) int {
	from := end + len(gap)
	if from >= len(s) {
		return end
	}
	if i := strings.Index(s[from:], gap); i >= 0 {
		return from + i
	}
	return len(s)
}

// quoted reports whether a place of the text is in somebody's quotation.
func quoted(in *news.Reading, at int) bool {
	return slices.ContainsFunc(in.Quotes, func(q news.Quote) bool { return q.Direct && q.Span.Start <= at && at < q.Span.End })
}

// read adds to a notice what it says was wrong and is right.
func (n *notices) read(in news.Notice) news.Notice {
	if in.Kind != news.Correction && in.Kind != news.UpdateNote {
		return in
	}
	for _, p := range n.pairs {
		m := p.FindStringSubmatch(in.Text)
		if m == nil {
			continue
		}
		wrong, right := bare(m[p.SubexpIndex("wrong")]), bare(m[p.SubexpIndex("right")])
		if wrong != "" && right != "" && wrong != right {
			in.Wrong, in.Right = wrong, right
			in.Kind = news.Correction
			return in
		}
	}
	return in
}

// bare is s without the marks around it.
func bare(s string) string { return strings.Trim(text.Squash(s), " .,;:\"'()") }
