package names

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/tagger"
)

func pack(t testing.TB) *lang.Pack {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps.For("id")
}

// write makes a folder of small corpora of invented sentences.
func write(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{}
	var train, texts strings.Builder
	for i := range 40 {
		who, where := []string{"Rani", "Budi", "Sari", "Tono"}[i%4], []string{"Melati", "Kenanga", "Cempaka"}[i%3]
		fmt.Fprintf(&train, "%s PROPN B-PER\npergi VERB O\nke ADP O\nKota PROPN B-LOC\n%s PROPN I-LOC\n. PUNCT O\n\n", who, where)
		fmt.Fprintf(&texts, "{\"text\": \"Kemarin %s pergi ke %s. Lalu %s pulang dari %s.\"}\n", who, where, who, where)
	}
	files["names/idner/train.txt"] = train.String()
	files["names/idner/dev.txt"] = "Budi PROPN B-PER\npergi VERB O\nke ADP O\nKota PROPN B-LOC\nMelati PROPN I-LOC\n. PUNCT O\n"
	files["names/nerp/train.txt"] = "rani B-PPL\ndi O\nmelati B-PLC\nbakso B-FNB\n"
	files["names/nergrit/train.txt"] = "Rani B-PERSON\ndi O\nMelati B-PLACE\n"
	files["window-a.jsonl"] = texts.String()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTrainLearnsAndRepeatsItselfToTheByte(t *testing.T) {
	t.Parallel()
	opt := Options{Data: write(t), Pack: pack(t), Seed: 7}
	a, err := Train(opt)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Train(opt)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Model, b.Model) {
		t.Error("two runs give two models")
	}
	if a.Names.F1() != 1 || a.POS != 1 {
		t.Errorf("did not learn: %s", a)
	}
	opt.Seed = 8
	c, err := Train(opt)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(a.Model, c.Model) {
		t.Error("the seed changes nothing")
	}
}

func TestTrainNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	_, err := Train(Options{Data: t.TempDir(), Pack: pack(t)})
	if err == nil || !strings.Contains(err.Error(), "train.txt") {
		t.Errorf("%v", err)
	}
}

// TestModelInPack holds the committed model to its score.
func TestModelInPack(t *testing.T) {
	t.Parallel()
	dev, err := readColumns(goldtest.Path(t, "data/names/idner/dev.txt"), idner)
	if err != nil {
		t.Fatal(err)
	}
	tg, err := tagger.New(pack(t))
	if err != nil {
		t.Fatal(err)
	}
	score, pos := Measure(tg, dev)
	t.Logf("names %s, parts of speech %.4f", score, pos)
	if score.F1() < 0.84 || pos < 0.92 {
		t.Errorf("names %s, parts of speech %.4f", score, pos)
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	got := spans(strings.Fields("B-PER I-PER B-PER O I-LOC I-ORG"))
	want := map[span]bool{{0, 2, "PER"}: true, {2, 3, "PER"}: true, {4, 5, "LOC"}: true, {5, 6, "ORG"}: true}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(span{})); d != "" {
		t.Error(d)
	}
}

func TestScore(t *testing.T) {
	t.Parallel()
	if got := (Score{}).F1(); got != 0 {
		t.Error(got)
	}
	if got := (Score{Right: 3, Found: 4, There: 6}).String(); got != "P 0.7500 R 0.5000 F1 0.6000" {
		t.Error(got)
	}
}

// TestLatticeCountsAllPaths compares forward-backward with the sum over every
// path.
func TestLatticeCountsAllPaths(t *testing.T) {
	t.Parallel()
	const k, n = 3, 4
	rng := rand.New(rand.NewPCG(1, 2))
	l := newLattice(k)
	l.grow(n)
	emit, trans := make([]float64, n*k), make([]float64, (k+1)*k)
	for i := range emit {
		emit[i] = rng.NormFloat64()
	}
	for i := range trans {
		trans[i] = rng.NormFloat64()
	}
	node, edge, total := make([]float64, n*k), make([]float64, k*k), 0.0
	for code := range k * k * k * k {
		path := [n]int{code % k, code / k % k, code / k / k % k, code / k / k / k}
		sum := trans[path[0]]
		for i, b := range path {
			sum += emit[i*k+b]
			if i > 0 {
				sum += trans[(path[i-1]+1)*k+b]
			}
		}
		p := math.Exp(sum)
		total += p
		for i, b := range path {
			node[i*k+b] += p
			if i > 0 {
				edge[path[i-1]*k+b] += p
			}
		}
	}
	copy(l.emit, emit)
	l.run(n, trans)
	for i := range node {
		if got, want := l.node[i], node[i]/total; math.Abs(got-want) > 1e-9 {
			t.Errorf("node %d: %g, want %g", i, got, want)
		}
	}
	for i := range edge {
		if got, want := l.edge[i], edge[i]/total; math.Abs(got-want) > 1e-9 {
			t.Errorf("edge %d: %g, want %g", i, got, want)
		}
	}
}

func TestObserveTellsTheKindAndHowSurely(t *testing.T) {
	t.Parallel()
	c := classes{}
	data := []Sentence{{words: strings.Fields("Rani rani di di"), names: strings.Fields("B-PER O O O")}}
	observe(c, lexical, data)
	if a, b := c["rani"][lexical], c["di"][lexical]; a == b || a == 0 || b != 3 {
		t.Errorf("rani %d, di %d", a, b)
	}
}

func TestKMeansPartsWhatIsUsedDifferently(t *testing.T) {
	t.Parallel()
	vs := []vector{{[]int32{1}, []float64{1}}, {[]int32{5}, []float64{1}}, {[]int32{1, 2}, []float64{0.9, 0.1}}, {[]int32{5, 7}, []float64{0.8, 0.2}}}
	if d := cmp.Diff([]int{0, 1, 0, 1}, kmeans(vs, 2)); d != "" {
		t.Error(d)
	}
}

// TestModelCardNamesTheModel compares the recorded sum with the file.
func TestModelCardNamesTheModel(t *testing.T) {
	t.Parallel()
	p := pack(t)
	model, err := p.Model(tagger.File)
	if err != nil {
		t.Fatal(err)
	}
	card, err := p.Model("models.toml")
	if err != nil {
		t.Fatal(err)
	}
	var record struct {
		Tagger struct{ SHA256 string }
	}
	if err := toml.Unmarshal(card, &record); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(model)
	if got := hex.EncodeToString(sum[:]); got != record.Tagger.SHA256 {
		t.Errorf("tagger.bin is %s, models.toml says %s", got, record.Tagger.SHA256)
	}
}
