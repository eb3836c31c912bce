// Package tagger gives the words of a sentence their parts of speech
// (Universal POS) and their names (BIO over PER, ORG, LOC).
//
// Both are linear-chain conditional random fields (Lafferty et al. 2001)
// decoded with Viterbi. Features are hashes of words, affixes, shapes, the
// pack's tables and word classes that the trainer induced from unlabelled
// text; nothing in the features names a language. internal/train/names trains
// the models and writes the file that New reads.
//
// The file is read where it lies: no parsing, no copy. Layout, little-endian:
//
//	"SLKTAG1\n"
//	for each of the three tables (words, pos, names):
//	  uint32 length of the table's bytes, then the table (see table.go)
//	for pos and names: labels joined by blanks, transition weights
package tagger
