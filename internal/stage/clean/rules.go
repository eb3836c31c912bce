package clean

import (
	"regexp"
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/lang"
)

// reasons are why something is taken out, in the order in which they are tried.
var reasons = []string{"advert", "markup", "related", "promo", "caption", "credit", "share", "form"}

// rule takes out what its pattern matches, for its reason.
type rule struct {
	reason  string
	pattern *regexp.Regexp
}

// rules are the patterns of all packs, put together once.
type rules struct {
	whole    *guarded       // lines that are junk
	headline *guarded       // lines that are junk if they read as a headline
	glued    *guarded       // junk inside a line
	linked   *guarded       // lead-ins inside a line, before the headline that they announce
	ends     endings        // of those headlines
	lead     *guarded       // lines after which headlines of other articles stand
	notice   *guarded       // what outlets say about their own corrections
	summary  *guarded       // headings of summaries that stand beside the report
	topics   *guarded       // headings of lists of subjects
	end      *guarded       // lines below a report that tell of its authors
	photo    *regexp.Regexp // photographers' names at the ends of captions
	sign     *regexp.Regexp // credits at the end of a report's last sentence
	open     *regexp.Regexp // ends of lines after which the sentence goes on
	author   *regexp.Regexp // words before an author's name
	date     *regexp.Regexp // dates as reports write them: group 1
}

// newRules collects the patterns of the packs: a page mixes languages, above
// all in what is not report.
func newRules(packs []*lang.Pack) *rules {
	r := &rules{
		whole: &guarded{}, headline: &guarded{}, glued: &guarded{}, linked: &guarded{}, lead: &guarded{}, notice: &guarded{},
		summary: &guarded{}, topics: &guarded{}, end: &guarded{},
		photo: either("", kind(packs, "caption-end"), `$`),
		ends:  newEndings(packs),
		sign:  either(`[.!?"”’)…]\s*(`, kind(packs, "sign-credit"), `)\s*$`),
		open:  either("", kind(packs, "open-word"), ""),
		date:  either("", kind(packs, "text-date"), ""),
	}
	if r.author = either(`^\s*`, kind(packs, "byline-lead"), `\s*`); r.author == nil {
		r.author = regexp.MustCompile(`^$`)
	}
	for _, reason := range reasons {
		r.whole.add(reason, "^", kind(packs, "junk-"+reason), "$")
		r.headline.add(reason, "^", kind(packs, "headline-"+reason), "$")
		r.glued.add(reason, "", kind(packs, "glue-"+reason), "")
	}
	for _, k := range noticeKinds {
		r.notice.add("markup", "", kind(packs, k), "")
	}
	r.summary.add("markup", "^", kind(packs, "lead-summary"), "$")
	r.topics.add("share", "^", kind(packs, "lead-topics"), "$")
	r.end.add("credit", "^", kind(packs, "end-credit"), "$")
	r.lead.add("related", "^", kind(packs, "lead-related"), "$")
	r.linked.add("related", "", kind(packs, "glued-title"), "")
	return r
}

// kind returns the patterns of one kind of all packs.
func kind(packs []*lang.Pack, name string) []string {
	var out []string
	for _, p := range packs {
		for _, row := range p.Rows("patterns") {
			if row.Cols[0] == name {
				out = append(out, "(?:"+row.Cols[1]+")")
			}
		}
	}
	return out
}

// either returns one pattern for all, nil if there are none.
func either(before string, patterns []string, after string) *regexp.Regexp {
	if len(patterns) == 0 {
		return nil
	}
	return regexp.MustCompile(before + "(?:" + strings.Join(patterns, "|") + ")" + after)
}

// leadIn reports whether a line is one after which headlines stand.
func (r *rules) leadIn(line string) bool {
	return len(line) <= maxLead && slices.ContainsFunc(r.lead.possible(line), func(x rule) bool { return x.pattern.MatchString(line) })
}

// maxLead is the length of the longest lead-in, in bytes.
const maxLead = 120

// matches is false for a pattern that no pack has.
func matches(re *regexp.Regexp, s string) bool { return re != nil && re.MatchString(s) }

// junk returns why the line is not report, "" if it may be.
func (r *rules) junk(line string) string {
	if len(line) > maxJunk {
		return ""
	}
	if reason := r.bareJunk(line); reason != "" {
		return reason
	}
	if m := bullet.FindString(line); m != "" && len(m) < len(line) {
		return r.bareJunk(line[len(m):])
	}
	return ""
}

// bullet is the mark before an item of a list.
var bullet = regexp.MustCompile(`^[*•·►▪>-]+ *`)

// bareJunk returns why a line is not report.
func (r *rules) bareJunk(line string) string {
	for _, w := range r.whole.possible(line) {
		if w.pattern.MatchString(line) {
			return w.reason
		}
	}
	if reason := markup(line); reason != "" {
		return reason
	}
	for _, w := range r.headline.possible(line) {
		if w.pattern.MatchString(line) && headline(line) {
			return w.reason
		}
	}
	return ""
}

// maxJunk is the length of the longest line, in bytes, that is taken out whole.
const maxJunk = 900
