// Package brief writes the few sentences that a reader is given, each with
// the claims that it rests on.
//
// The brief is extractive: a sentence is one claim of the coverage, word for
// word but for a leading pronoun that is replaced by its name in brackets, or a
// fixed phrase of the language pack around quoted evidence. The steps:
//
//  1. what: the findings that are the event itself, then the best attested.
//  2. differs: the points on which the coverage does not say the same, the
//     gravest first.
//  3. agreed: what two or more articles carry.
//  4. quotes: who said what, one sentence a speaker.
//  5. single: notable findings that one article alone has, and what somebody
//     else says beside a finding, as its denial.
//  6. background: what lies well before the coverage began.
//
// Invariant: every sentence cites at least one claim, and every figure in it
// stands in a claim that it cites; a sentence that cannot keep this is left out.
package brief
