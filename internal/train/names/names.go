// Package names trains the tagger of names and parts of speech.
package names

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/tagger"
)

// Options say what to train on.
type Options struct {
	Data string // the folder of the labelled corpora
	Pack *lang.Pack
	Seed uint64
	Log  func(format string, args ...any)
}

// Report says what came out.
type Report struct {
	Model []byte
	Names Score // on idner's dev set
	POS   float64
}

// Train trains a model.
func Train(opt Options) (Report, error) {
	var rep Report
	in := func(parts ...string) string { return filepath.Join(append([]string{opt.Data}, parts...)...) }
	train, err := readColumns(in("names", "idner", "train.txt"), idner)
	if err != nil {
		return rep, err
	}
	dev, err := readColumns(in("names", "idner", "dev.txt"), idner)
	if err != nil {
		return rep, err
	}
	texts, err := readArticles(in("window-a.jsonl"))
	if err != nil {
		return rep, err
	}
	rng := rand.New(rand.NewPCG(opt.Seed, 0))
	classes := induce(opt, texts, rng)
	opt.Log("classes of %d words", len(classes))
	packed := tagger.PackClasses(classes)
	reader, err := tagger.NewReader(opt.Pack, packed)
	if err != nil {
		return rep, err
	}
	np := newProblem([]string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"})
	pp := newProblem([]string{"NOUN", "PROPN", "VERB", "PUNCT", "ADP", "ADV", "ADJ", "PRON", "DET", "NUM", "CCONJ", "SCONJ", "PART", "AUX", "SYM", "X", "INTJ"})
	for _, s := range train {
		pf, nf := reader.Features(s.words)
		np.add(nf, s.names, 1)
		pp.add(pf, s.pos, 1)
	}
	np.prune(2)
	pp.prune(2)
	opt.Log("%d name features, %d pos features", len(np.hashes), len(pp.hashes))
	names := np.fit(settings{epochs: 20, keep: 10, rate: 0.1, decay: 0.1}, rng).weights(0.01)
	pos := pp.fit(settings{epochs: 6, keep: 3, rate: 0.1, decay: 0.1}, rng).weights(0.05)
	opt.Log("kept %d and %d", len(names.Features), len(pos.Features))
	rep.Model = tagger.Pack(packed, pos, names)
	t, err := tagger.Open(opt.Pack, rep.Model)
	if err != nil {
		return rep, fmt.Errorf("model: %w", err)
	}
	rep.Names, rep.POS = measure(t, dev)
	return rep, nil
}
