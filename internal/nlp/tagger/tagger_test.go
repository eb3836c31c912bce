package tagger_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/tagger"
)

func pack(t testing.TB, tag string) *lang.Pack {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps.For(tag)
}

func open(t testing.TB) *tagger.Tagger {
	t.Helper()
	tg, err := tagger.New(pack(t, "id"))
	if err != nil {
		t.Fatal(err)
	}
	return tg
}

func TestTag(t *testing.T) {
	t.Parallel()
	tg := open(t)
	for _, c := range []struct{ in, names string }{
		{"Rani Kusuma bertemu warga di Yogyakarta .", "B-PER I-PER O O O B-LOC O"},
		{"Menurut Budi Santoso , Bank Indonesia menunggu .", "O B-PER I-PER O B-ORG I-ORG O O"},
		{"Hujan turun sejak pagi .", "O O O O O"},
		{"", ""},
	} {
		_, names := tg.Tag(strings.Fields(c.in))
		if d := cmp.Diff(c.names, strings.Join(names, " ")); d != "" {
			t.Errorf("%s\n%s", c.in, d)
		}
	}
}

func TestTagGivesPartsOfSpeech(t *testing.T) {
	t.Parallel()
	pos, _ := open(t).Tag(strings.Fields("Warga di Bogor menunggu dua bantuan ."))
	if d := cmp.Diff("NOUN ADP PROPN VERB NUM NOUN PUNCT", strings.Join(pos, " ")); d != "" {
		t.Error(d)
	}
}

func TestTagNeverStartsANameInside(t *testing.T) {
	t.Parallel()
	tg := open(t)
	words := strings.Fields("Dan Kota Raya Jaya KPK PT Melati Rani , Budi dari Bank dan Dinas Air Kota Solo Baru")
	for i := range words {
		last := "O"
		_, names := tg.Tag(words[i:])
		for _, n := range names {
			if strings.HasPrefix(n, "I-") && (last == "O" || last[2:] != n[2:]) {
				t.Errorf("%s after %s in %v", n, last, names)
			}
			last = n
		}
	}
}

func TestTaggerServesSeveralGoroutines(t *testing.T) {
	t.Parallel()
	tg := open(t)
	long := strings.Fields(strings.Repeat("Wali Kota Solo Rani Putri menemui Budi di Jakarta . ", 20))
	_, want := tg.Tag(long)
	var wg sync.WaitGroup
	for k := range 8 {
		wg.Go(func() {
			tg.Tag(long[:3*k])
			if _, got := tg.Tag(long); !cmp.Equal(want, got) {
				t.Error("another answer in another goroutine")
			}
		})
	}
	wg.Wait()
}

func TestStreamKeepsTokensAndSentences(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	in := "Rani\ntiba\n\n\nDi\r\nBogor"
	if err := open(t).Stream(&out, strings.NewReader(in)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, line := range strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if line != "" && len(f) != 3 {
			t.Errorf("%d columns in %q", len(f), line)
		}
		got = append(got, f[0])
	}
	if d := cmp.Diff([]string{"Rani", "tiba", "", "", "Di", "Bogor"}, got); d != "" {
		t.Error(d)
	}
}

func TestNoModelIsNotExist(t *testing.T) {
	t.Parallel()
	if _, err := tagger.New(lang.Empty("und")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestBrokenModelsAreRefused(t *testing.T) {
	t.Parallel()
	p := pack(t, "id")
	good, err := p.Model(tagger.File)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, 8, 12, 1000, len(good) / 2, len(good) - 1} {
		if _, err := tagger.Open(p, good[:n]); err == nil {
			t.Errorf("a model of %d of %d bytes was accepted", n, len(good))
		}
	}
}

func FuzzOpen(f *testing.F) {
	p := pack(f, "id")
	w := tagger.Weights{Labels: []string{"O", "B-PER"}, Features: map[uint32][]float64{7: {1, -1}}, Start: []float64{0, 0}, Next: []float64{0, 0, 0, 0}}
	f.Add(tagger.Pack(tagger.PackClasses(map[string][tagger.Classes]byte{"rani": {1}}), w, w))
	f.Fuzz(func(t *testing.T, b []byte) {
		if tg, err := tagger.Open(p, b); err == nil {
			tg.Tag([]string{"Rani", "tiba"})
		}
	})
}

func FuzzTag(f *testing.F) {
	f.Add("Rani tiba di \xff Bogor \u0301")
	tg := open(f)
	f.Fuzz(func(t *testing.T, in string) {
		words := strings.Split(in, " ")
		pos, names := tg.Tag(words)
		if len(pos) != len(words) || len(names) != len(words) {
			t.Fatalf("%d, %d tags for %d words", len(pos), len(names), len(words))
		}
	})
}

func BenchmarkTag(b *testing.B) {
	tg := open(b)
	words := strings.Fields("Wali Kota Melati Rani Putri mengatakan 1.250 warga mengungsi pada Senin ( 9/6 ) di Kabupaten Bogor .")
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		tg.Tag(words)
		n += len(words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNew(b *testing.B) {
	p := pack(b, "id")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := tagger.New(p); err != nil {
			b.Fatal(err)
		}
	}
}
