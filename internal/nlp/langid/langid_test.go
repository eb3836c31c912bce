package langid_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/langid"
)

var update = flag.Bool("update", false, "rewrite the packs' markers from ../shared")

func identifier(t testing.TB) *langid.Identifier {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return langid.New(ps)
}

func TestLanguagesAreTold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"indonesian report", "Bupati Wanareja mengatakan jembatan itu akan dibuka kembali pada Senin karena perbaikan sudah selesai.", "id"},
		{"indonesian headline", "Jembatan Wanareja Ditutup, Warga Harus Memutar 12 Kilometer", "id"},
		{"english report", "The mayor of Wanareja said on Monday that the bridge would reopen after the repairs were finished.", "en"},
		{"english headline", "Bridge closed after the flood, thousands of people have to walk", "en"},
		{"malay report", "Polis berkata mangsa ialah seorang lelaki berusia 40 tahun yang cedera kerana kemalangan kereta pada hari Isnin, manakala siasatan masih dijalankan oleh pihak berkuasa.", "ms"},
		{"indonesian with malay words", "Perdana Menteri Malaysia tiba di Jakarta, kata Kementerian Luar Negeri, karena ingin membahas perdagangan dengan pemerintah Indonesia.", "id"},
		{"french", "Le maire a déclaré lundi que le pont serait rouvert après la fin des travaux dans la ville.", "und"},
		{"german", "Der Bürgermeister sagte am Montag, dass die Brücke nach den Arbeiten wieder geöffnet wird.", "und"},
		{"dutch", "De burgemeester zei maandag dat de brug na de werkzaamheden weer open gaat voor het verkeer.", "und"},
		{"spanish", "El alcalde dijo el lunes que el puente se abrirá de nuevo cuando terminen las obras.", "und"},
		{"japanese", "市長は月曜日、橋が再開されると述べた。", "und"},
		{"numbers", "12 34 56", "und"},
		{"empty", "", "und"},
	}
	id := identifier(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := id.Identify(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMarkersComeFromFrequencies(t *testing.T) {
	got := langid.Derive([]langid.Corpus{
		{Tag: "xx", Texts: []string{"ka ka ka ka mo topic topic shared"}},
		{Tag: "xx", Texts: []string{"ka ka mo shared shared shared"}},
		{Tag: "yy", Texts: []string{"mo lu lu lu shared shared shared shared"}},
	}, "xx", 10)
	if diff := cmp.Diff([]langid.Marker{{Form: "ka", Weight: 4}}, got); diff != "" {
		t.Error(diff)
	}
}

// The tables of markers are what Derive makes of the texts beside the
// checkout: go test ./internal/nlp/langid -run Derived -update
func TestEmbeddedMarkersAreDerived(t *testing.T) {
	corpora := append(parallel(t), langid.Corpus{Tag: "id", Texts: indonesian(t)}, langid.Corpus{Tag: "en", Texts: english(t)})
	for _, tag := range []string{"id", "en"} {
		var b strings.Builder
		b.WriteString("# Written for Selisik, Apache-2.0. Derived: go test ./internal/nlp/langid -run Derived -update\nform\tweight\n")
		for _, m := range langid.Derive(corpora, tag, 300) {
			fmt.Fprintf(&b, "%s\t%.1f\n", m.Form, m.Weight)
		}
		root, err := goldtest.Root()
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(root, "internal/lang/packs", tag, "markers.tsv")
		if *update {
			if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		have, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(have), b.String()); diff != "" {
			t.Errorf("%s: %s", file, diff)
		}
	}
}

// parallel returns the sentences that were translated into both languages.
func parallel(t *testing.T) []langid.Corpus {
	raw, err := os.ReadFile(goldtest.Path(t, "data/parallel/ntrex-1-60.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	id, en := langid.Corpus{Tag: "id"}, langid.Corpus{Tag: "en"}
	for _, l := range strings.Split(string(raw), "\n") {
		if f := strings.Split(l, "\t"); len(f) == 3 {
			en.Texts, id.Texts = append(en.Texts, f[1]), append(id.Texts, f[2])
		}
	}
	return []langid.Corpus{id, en}
}

// indonesian returns every fourth article of the unlabelled week.
func indonesian(t *testing.T) []string {
	f, err := os.Open(goldtest.Path(t, "data/window-a.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for n := 0; sc.Scan(); n++ {
		var r struct{ Text string }
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		if n%4 == 0 {
			out = append(out, r.Text)
		}
	}
	return out
}

// english returns the training texts of the attribution set.
func english(t *testing.T) []string {
	files, err := filepath.Glob(filepath.Join(goldtest.Path(t, "data/attributions-en/train/text"), "*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(raw))
	}
	return out
}

func FuzzIdentify(f *testing.F) {
	f.Add("Bupati mengatakan")
	f.Add("\xff'\x00é")
	id := identifier(f)
	f.Fuzz(func(t *testing.T, s string) {
		if id.Identify(s) == "" {
			t.Error("no tag")
		}
	})
}

func BenchmarkIdentify(b *testing.B) {
	s := strings.Repeat("Bupati Wanareja mengatakan jembatan itu akan dibuka kembali pada Senin. ", 100)
	id := identifier(b)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		id.Identify(s)
	}
}
