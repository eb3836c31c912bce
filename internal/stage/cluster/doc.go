// Package cluster puts articles into stories: one event each. In come articles
// of any number of days, outlets and languages, out come lists of indices.
//
// Steps:
//
//  1. read: the stems of title and text, names, numbers and neighbouring words
//     of each article become sparse vectors, weighted by how rare words are in
//     the news of the language and in this input. In an input of several
//     languages each article also gets a bridge: its words as English ones.
//  2. candidates: an inverted index over the heaviest words finds for each
//     article the earlier ones worth a comparison.
//     Among alike articles words are then weighed anew: what a whole affair
//     shares says nothing about which of its stories an article tells.
//  3. compare: a trained logistic model turns a few similarities of a pair into
//     log-odds that both tell one event.
//  4. agglomerate: the two most alike clusters are joined, again and again, as
//     long as they are alike both as wholes (centroids) and member by member
//     (average link): a quorum, not one lucky pair.
//  5. stragglers: an article left alone is taken into a story whose words it
//     has and its neighbours have not.
//
// The vectors and the trained merge model follow Miranda et al. 2018 ("Multi-
// lingual Clustering of Streaming News"). We differ in grouping a whole input at
// once instead of in order of arrival, so that the result does not depend on
// the order, and in the average link.
//
// It does not name stories, does not look at copying (stage lineage) and knows
// no language: words come from the packs.
package cluster
