// Package revise compares versions of an article and tells what of a story
// rests on what was changed or taken back. In come readings of two versions,
// out comes a revision; in come a story and its history, out comes the story
// with what no longer carries anything marked, and with notes.
//
// Steps of a comparison (Compare):
//
//  1. sentences: both texts become rows of sentences, each a row of words
//     without marks (sentence.go).
//  2. align: sentences of the same words in the same order meet first, then
//     those that moved, then those most alike; pieces of a sentence that was
//     cut in two are put together again (align.go).
//  3. judge: the words that differ are judged by what the readers found on
//     them. Other values of quantities and times, other names, other words in
//     quotation marks, a denial or a hedge that came or went, and other words of
//     content are substantive; marks, spelling, synonyms, order, stamps, credits
//     and links are cosmetic (judge.go, values.go, lines.go).
//
// Steps for a story:
//
//  1. Notices finds the lines in which an outlet speaks of its own corrections
//     (notice.go).
//  2. Retire marks, before the story is reconciled, withdrawn articles and the
//     passages that others copied from what was since changed or withdrawn
//     (passage.go, copies.go): their claims count for nothing.
//  3. Mark says afterwards, on each finding, which of its claims these are, and
//     on the story what nobody says any more (mark.go).
//
// Alignment is by longest common subsequence (Hunt & McIlroy 1976) of sentences,
// then of words. Words of language come from the packs. What it does not do: it
// does not know that two people changed places in a sentence of the same words,
// nor that another verb means the same if the pack's synonyms do not say so.
package revise
