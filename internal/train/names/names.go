// Package names trains the tagger of names and parts of speech.
//
// In: a folder of labelled corpora and unlabelled articles, the pack of the
// language, a seed. Out: the bytes of a model and a report. Steps:
//
//  1. Classes of words: clusters and use of capitals from unlabelled articles
//     (only numbers are kept), kinds from corpora whose text is lower-cased or
//     of another genre and so cannot be trained on directly.
//  2. Two conditional random fields over the features of package tagger: names
//     from idner, parts of speech from idner.
//  3. Small weights are dropped, the rest quantised to a byte.
//
// The same data, pack and seed give the same bytes on one architecture (others
// may fuse multiplications).
package names

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/tagger"
	"github.com/selisik/selisik/internal/nlp/token"
)

// Options say what to train on.
type Options struct {
	Data string     // folder of the corpora: names/idner, names/nerp …, window-a.jsonl
	Pack *lang.Pack // its tables give features
	Seed uint64
	Log  func(format string, args ...any) // told of each step; may be nil
}

// Report says what came out.
type Report struct {
	Seed  uint64
	Model []byte  // for models/tagger.bin of the pack
	Names Score   // on the names of idner's dev set
	POS   float64 // share of right parts of speech there
	Words int     // words that have classes
	Kept  [2]int  // features kept: parts of speech, names
}

// String is the report as lines for a person.
func (r Report) String() string {
	sum := sha256.Sum256(r.Model)
	return fmt.Sprintf("names %s\npos accuracy %.4f\nwords %d, features %d pos, %d names\nmodel %d bytes, sha256 %s\n",
		r.Names, r.POS, r.Words, r.Kept[0], r.Kept[1], len(r.Model), hex.EncodeToString(sum[:]))
}

// Card is models.toml: what the model is, and its sum.
func (r Report) Card() []byte {
	sum := sha256.Sum256(r.Model)
	return fmt.Appendf(nil, `# Written by selisik train names. What the trained file is: see README.md.
[tagger]
file = %q
command = "selisik train names --data ../shared --out internal/lang/packs --seed %d"
seed = %[2]d
sha256 = "%x"
data = ["idner-news-2k MIT", "NERP Apache-2.0", "NERGrit Apache-2.0", "window-a counts only"]
names_f1 = %.4f
pos_accuracy = %.4f
`, tagger.File, r.Seed, sum, r.Names.F1(), r.POS)
}

var (
	nameLabels = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}
	posLabels  = []string{
		"NOUN", "PROPN", "VERB", "PUNCT", "ADP", "ADV", "ADJ", "PRON", "DET", "NUM",
		"CCONJ", "SCONJ", "PART", "AUX", "SYM", "X", "INTJ",
	}
)

// The settings that did best on idner's dev set.
var (
	nameSettings = settings{epochs: 20, keep: 10, rate: 0.1, decay: 1, seen: 2, least: 0.01}
	posSettings  = settings{epochs: 6, keep: 3, rate: 0.1, decay: 0.1, seen: 2, least: 0.05}
)

// Train trains a model.
func Train(opt Options) (Report, error) {
	if opt.Log == nil {
		opt.Log = func(string, ...any) {}
	}
	d, err := readData(opt.Data)
	if err != nil {
		return Report{}, fmt.Errorf("train names: %w", err)
	}
	c := d.classes(opt.Pack)
	opt.Log("classes of %d words", len(c))
	packed := c.pack()
	reader, err := tagger.NewReader(opt.Pack, packed)
	if err != nil {
		return Report{}, fmt.Errorf("train names: %w", err)
	}
	pos, names := newProblem(posLabels), newProblem(nameLabels)
	for _, s := range d.train {
		pf, nf := reader.Features(s.words)
		pos.add(pf, s.pos)
		names.add(nf, s.names)
	}
	rng := rand.New(rand.NewPCG(opt.Seed, 0))
	pw := pos.fit(posSettings, rng)
	opt.Log("%d features for parts of speech", len(pw.Features))
	nw := names.fit(nameSettings, rng)
	opt.Log("%d features for names", len(nw.Features))
	rep := Report{Seed: opt.Seed, Model: tagger.Pack(packed, pw, nw), Words: len(c), Kept: [2]int{len(pw.Features), len(nw.Features)}}
	t, err := tagger.Open(opt.Pack, rep.Model)
	if err != nil {
		return Report{}, fmt.Errorf("train names: %w", err)
	}
	rep.Names, rep.POS = Measure(t, d.dev)
	return rep, nil
}

// data is all that is trained and measured on.
type data struct {
	train, dev    []Sentence // idner
	nerp, nergrit []Sentence
	texts         []string
}

func readData(dir string) (d data, err error) {
	for _, f := range []struct {
		to   *[]Sentence
		path string
		read columns
	}{
		{&d.train, "names/idner/train.txt", idner},
		{&d.dev, "names/idner/dev.txt", idner},
		{&d.nerp, "names/nerp/train.txt", foreign},
		{&d.nergrit, "names/nergrit/train.txt", foreign},
	} {
		if *f.to, err = readColumns(filepath.Join(dir, filepath.FromSlash(f.path)), f.read); err != nil {
			return d, err
		}
	}
	d.texts, err = readArticles(filepath.Join(dir, "window-a.jsonl"))
	return d, err
}

// classes induces the classes of words.
func (d data) classes(p *lang.Pack) classes {
	c := classes{}
	induce(c, tokens(token.New(p), d.texts))
	observe(c, lexical, d.nerp)
	observe(c, encyclic, d.nergrit)
	return c
}
