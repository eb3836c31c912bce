// Package lineage finds which articles of a story took text from which. In come
// readings, out come links: the copy graph, each edge with the passages that
// both articles have.
//
// Steps, for every two articles:
//
//  1. align: runs of equal words are found and joined over small changes
//     (package similar: shingles, greedy string tiling). Words are compared in
//     lower case, without marks.
//  2. measure: how much of the shorter article is shared, how long the longest
//     run is, how rare its words are, how many sentences follow each other in
//     the same order, whether the outlets have one owner. Words inside quotation
//     marks count apart: two reporters in one room write down the same words
//     without copying each other.
//  3. judge: a small logistic model, trained on pairs that careful readers
//     marked, turns the measures into log-odds; above 0 the pair is a link.
//  4. name: kind by share and by common releases, direction by credits ("this
//     report first appeared in …"), then by time of publication.
//
// Articles of two languages are compared by their names and numbers, sentence
// by sentence (kind translation). An article that names another's outlet as its
// source without sharing text gets a link of kind cites.
//
// It does not decide whether a story's statements are independent: stage
// reconcile does, from the passages.
package lineage
