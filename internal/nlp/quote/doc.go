// Package quote finds direct quotations with their speakers, and reported
// speech with its chain of attribution.
//
// In goes a text cut into tokens and sentences, with the names found in it;
// out come its quotations and, for each sentence that is said to be someone's,
// the chain of those who say and carry it, innermost first.
//
// Method, in the order of the work:
//
//  1. page (view.go): tokens become words; names, capitalised runs and
//     quotation marks (marks.go) are laid on them; the text is cut into units,
//     sentences in which a whole quotation is one item.
//  2. events (event.go): every cue of the pack's reporting-verbs with the
//     source that its frame says where to look for (source.go).
//  3. focus (focus.go): pronouns and descriptions are read as whoever spoke,
//     or was the subject, last.
//  4. speakers (speaker.go) of quotations and chains (chain.go) of units.
//
// It knows cues and frames, not syntax: an embedded speaker three clauses deep
// is not found. After the cue-centred attribution of Pareti et al. (2013) and
// the sieves of Muzny et al. (2017); here they are one pass over the text.
package quote

import "strings"

// lower is strings.ToLower; tokens carry theirs already.
func lower(s string) string { return strings.ToLower(s) }
