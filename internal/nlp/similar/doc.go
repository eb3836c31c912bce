// Package similar compares texts as bags and as sequences of words: sparse
// vectors weighted by how rare words are (IDF), shingles and their winnowed
// fingerprints, and the alignment of passages that two texts share.
//
// It takes words (or their hashes) and gives numbers and ranges of token
// indices; what a word is (lower case, stem) is the caller's choice, as long
// as it is the same on both sides. All results are deterministic: vectors are
// sorted by key, sums run in that order.
//
// Methods: tf-idf cosine (Salton & Buckley 1988), winnowing (Schleimer,
// Wilkerson & Aiken 2003), greedy string tiling (Wise 1993). It knows no
// language and does not judge: what a similarity means is the stages' affair.
package similar
