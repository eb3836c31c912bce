package clean

import "strings"

// noticeKinds are the kinds of pattern by which outlets' words about their own
// corrections are told.
var noticeKinds = []string{"notice-retraction", "notice-correction", "notice-update"}

const (
	longestNotice = 600 // bytes
	noticeLinks   = 0.3 // the share of a notice that may be links; headlines elsewhere are all link
)

// notices returns, as lines that are no report, the blocks of a page in which
// the outlet speaks of its own corrections and that the main text left out:
// they stand in asides and footers as often as in the text.
func (r *rules) notices(all []block, lines []line) []line {
	var out []line
	have := ""
	for i := range all {
		b := &all[i]
		if len(b.text) > longestNotice || b.linkShare() > noticeLinks || !r.isNotice(b.text) {
			continue
		}
		if have == "" {
			have = joined(lines)
		}
		if s := spaced(b.text); !strings.Contains(have, s) {
			out = append(out, line{text: s, gap: true, reason: "markup", known: true})
		}
	}
	return out
}

// isNotice reports whether s holds the words of a notice.
func (r *rules) isNotice(s string) bool {
	for _, x := range r.notice.possible(s) {
		if x.pattern.MatchString(s) {
			return true
		}
	}
	return false
}
