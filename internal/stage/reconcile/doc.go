// Package reconcile lets the claims of a story meet. In go the readings of a
// story with its copy graph; out come entities, sources, numbered claims,
// findings with statuses and typed differences, a timeline and the coverage.
//
// The steps, in the order of Reconciler.Story:
//
//  1. enroll: claims get ids; mentions become entities, attributions sources.
//  2. view: each claim becomes weighted stems, names, quantities, times.
//  3. pair: claims that share something rare are compared (candidates.go); a
//     trained linear model says how likely two claims say the same (model.go).
//  4. group: average-link agglomeration of the pairs, with a veto where two
//     claims cannot be the same; a claim may also serve a second finding.
//  5. differ: inside a finding, aligned slots with other values make
//     differences, each with its kind.
//  6. origin: who carries each claim in the end, and how many carriers of a
//     finding are independent.
//  7. rank: main findings first; timeline; coverage.
//
// Method: pairwise classification and agglomeration, as in entity resolution
// (Fellegi and Sunter 1969; Bansal et al. 2004 for the clustering view), with
// features of textual similarity (Bär et al. 2012). It does not decide what is
// true, does not read outside knowledge, and joins only within one story.
package reconcile
