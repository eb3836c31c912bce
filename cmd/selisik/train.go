package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/eval"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/similar"
	"github.com/selisik/selisik/internal/nlp/tagger"
	"github.com/selisik/selisik/internal/train/claims"
	"github.com/selisik/selisik/internal/train/figures"
	"github.com/selisik/selisik/internal/train/idf"
	"github.com/selisik/selisik/internal/train/lexicon"
	"github.com/selisik/selisik/internal/train/lineage"
	"github.com/selisik/selisik/internal/train/names"
	"github.com/selisik/selisik/internal/train/stories"
)

// training is where the data of a training run is, and where its model goes.
type training struct {
	data, out string
	seed      uint64
	packs     *lang.Packs
}

// trainer makes the files of one trained part: path below the packs' folder to
// content, and a report for a person.
type trainer struct {
	name, short string
	run         func(ctx context.Context, t training) (files map[string][]byte, report string, err error)
}

// trainers are the trained parts, in the order in which they build on each
// other.
var trainers = []trainer{
	{"names", "the tagger of names and parts of speech", trainNames},
	{"idf", "how rare words are", trainIDF},
	{"lexicon", "the stemmer's roots and the bilingual table", trainLexicon},
	{"stories", "the model of articles that tell one event", trainStories},
	{"lineage", "the model of copies", trainLineage},
	{"claims", "the scorer of claims that say the same", trainClaims},
	{"figures", "the scorer of figures that answer one question", trainFigures},
}

func (a *app) train() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "train",
		Short: "Make the trained parts of the language packs anew",
		Long: `Train makes a trained part from data and writes it into a folder of packs. The same
data and seed give the same bytes. The packs' model cards tell which data was used.`,
		Example: "  selisik train names --data ../shared --out internal/lang/packs --seed 1",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	t := &training{}
	f := cmd.PersistentFlags()
	f.StringVar(&t.data, "data", "../shared", "`folder` that holds data/ and gold/")
	f.StringVarP(&t.out, "out", "o", "internal/lang/packs", "`folder` of packs to write into")
	f.Uint64Var(&t.seed, "seed", 1, "seed of what is random")
	for _, part := range trainers {
		cmd.AddCommand(&cobra.Command{
			Use: part.name, Short: "Train " + part.short, Args: asUsage(cobra.NoArgs),
			RunE: func(cmd *cobra.Command, _ []string) error { return a.runTrainer(cmd.Context(), part, *t) },
		})
	}
	return cmd
}

// labels are the labelled events.
func (t training) labels() eval.Set { return eval.Set{Dir: filepath.Join(t.data, "gold", "dossiers")} }

func (a *app) runTrainer(ctx context.Context, part trainer, t training) error {
	for _, dir := range []string{t.data, t.out} {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return usage("train %s: %s: not a folder", part.name, dir)
		}
	}
	var err error
	if t.packs, err = a.loadPacks(); err != nil {
		return err
	}
	files, report, err := part.run(ctx, t)
	if err != nil {
		return fmt.Errorf("train %s: %w", part.name, err)
	}
	for name, raw := range files {
		path := filepath.Join(t.out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := replaceFile(path, public, whole(raw)); err != nil {
			return fmt.Errorf("write %s: %w", path, err)
		}
		fmt.Fprintf(a.stdout, "wrote %s, %d bytes\n", path, len(raw))
	}
	fmt.Fprintln(a.stdout, strings.TrimSpace(report))
	return nil
}

func trainNames(_ context.Context, t training) (map[string][]byte, string, error) {
	r, err := names.Train(names.Options{Data: filepath.Join(t.data, "data"), Pack: t.packs.For("id"), Seed: t.seed})
	if err != nil {
		return nil, "", err
	}
	model, err := lang.Shrink(r.Model)
	if err != nil {
		return nil, "", err
	}
	return map[string][]byte{"id/models/" + tagger.File: model, "id/models/models.toml": r.Card()}, r.String(), nil
}

func trainIDF(_ context.Context, t training) (map[string][]byte, string, error) {
	files := map[string][]byte{}
	for _, tag := range []string{"id", "en"} {
		var patterns []string
		for _, s := range idf.Sources(tag) {
			patterns = append(patterns, filepath.Join(t.data, s))
		}
		raw, err := idf.Train(patterns, t.packs.For(tag), idf.Options{})
		if err != nil {
			return nil, "", err
		}
		files[tag+"/models/"+similar.Model] = raw
	}
	return files, "", nil
}

// princeton is where Debian's wordnet-base puts WordNet 3.0.
const princeton = "/usr/share/wordnet"

func trainLexicon(_ context.Context, t training) (map[string][]byte, string, error) {
	tables, err := lexicon.Derive(lexicon.Sources{
		Bahasa:    filepath.Join(t.data, "data/lexicon/wordnet-bahasa/wn-data-ind.tab"),
		NusaX:     filepath.Join(t.data, "data/lexicon/nusax-id-en.csv"),
		Princeton: princeton,
	}, t.packs.For("id"), t.packs.For("en"))
	if err != nil {
		return nil, "", err
	}
	return tables.Files(), fmt.Sprintf("%d roots, %d pairs", len(tables.Roots), len(tables.Bilingual)), nil
}

func trainStories(_ context.Context, t training) (map[string][]byte, string, error) {
	trained, err := stories.TrainAll(t.packs, filepath.Join(t.data, "gold"))
	files, report := map[string][]byte{}, ""
	for _, f := range trained {
		files[f.Name] = f.Raw
		h := f.Report.HeldOut[f.Report.Best]
		report += fmt.Sprintf("%-28s held out: pairs F1 %.3f, B-cubed F1 %.3f\n", f.Name, h.PairF, h.CubeF)
	}
	return files, report, err
}

// trainLineage prints the model: it belongs to no language and lies with its
// stage.
func trainLineage(_ context.Context, t training) (map[string][]byte, string, error) {
	r, err := lineage.Train(t.packs, t.labels())
	if err != nil {
		return nil, "", err
	}
	return nil, fmt.Sprintf("%sheld out: P %.3f  R %.3f  F1 %.3f", r.Model.Format(), r.HeldOut.P, r.HeldOut.R, r.HeldOut.F), nil
}

func trainClaims(ctx context.Context, t training) (map[string][]byte, string, error) {
	r, err := claims.Train(ctx, claims.Options{Set: t.labels(), Packs: t.packs})
	if err != nil {
		return nil, "", err
	}
	report := fmt.Sprintf("%d pairs; each event scored by a model trained on the others:\n", r.Pairs)
	for _, e := range r.Events {
		report += fmt.Sprintf("%-30s %s\n", e.Event, prf(e.Tally))
	}
	return map[string][]byte{"id/models/claims.tsv": r.Bytes()}, report + fmt.Sprintf("%-30s %s", "all", prf(r.All)), nil
}

func trainFigures(ctx context.Context, t training) (map[string][]byte, string, error) {
	r, err := figures.Train(ctx, figures.Options{Window: filepath.Join(t.data, "data", "window-a.jsonl"), Set: t.labels(), Packs: t.packs})
	if err != nil {
		return nil, "", err
	}
	report := fmt.Sprintf("%d pairs of %d stories: AP %.3f (chance %.3f); %d labelled pairs: AP %.3f", r.Pairs, r.Stories, r.AP, r.Base, r.Labelled, r.DifferAP)
	return map[string][]byte{"id/models/figures.tsv": r.Bytes()}, report, nil
}

func prf(t claims.Tally) string {
	p, r, f := t.F1()
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f", p, r, f)
}
