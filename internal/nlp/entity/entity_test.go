package entity_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/token"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// finder returns what finds the names of a text in a language.
func finder(t testing.TB, tag string) func(string) []entity.Mention {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p := ps.For(tag)
	f, err := entity.New(p)
	if err != nil {
		t.Fatal(err)
	}
	s := token.New(p)
	return func(src string) []entity.Mention { return f.Find(s.Split(src)) }
}

func TestGolden(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in := string(a.Files[1].Data)
			got := table(in, finder(t, strings.TrimSpace(string(a.Files[0].Data)))(in))
			if *update {
				a.Files[2].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(string(a.Files[2].Data), got); d != "" {
				t.Error(d)
			}
		})
	}
}

// table writes mentions one a line: text, kind, name if it is another, role.
func table(src string, ms []entity.Mention) string {
	var b strings.Builder
	for _, m := range ms {
		fmt.Fprintf(&b, "%s | %s", m.Of(src), m.Kind)
		if m.Name != m.Of(src) {
			fmt.Fprintf(&b, " | = %s", m.Name)
		}
		if m.Role != "" {
			fmt.Fprintf(&b, " | %s", m.Role)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestFindIsDeterministic(t *testing.T) {
	t.Parallel()
	src := strings.Repeat("Bupati Sleman Rani Kusuma bertemu Dirut PT Melati (PTM) Budi Santoso. Rani dan Budi sepakat. ", 5)
	find := finder(t, "id")
	want := find(src)
	if len(want) == 0 {
		t.Fatal("no names")
	}
	for range 3 {
		if d := cmp.Diff(want, find(src)); d != "" {
			t.Fatal(d)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"", "Kata Rani, S.H., M.H.", "(KPK) berinisial A, B dan C (12)", "Dr. . Ir. H. \u0301X", "Ketua dan Ketua dan", "KPK KPK (KPK"} {
		f.Add(s)
	}
	id, en := finder(f, "id"), finder(f, "en")
	f.Fuzz(func(t *testing.T, src string) {
		src = strings.ToValidUTF8(src, "")
		for _, find := range []func(string) []entity.Mention{id, en} {
			at := 0
			for _, m := range find(src) {
				if m.Start < at || m.Len() == 0 || !m.Valid(src) || m.Name == "" {
					t.Fatalf("%+v after %d in %q", m, at, src)
				}
				at = m.End
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	ps, _ := lang.Load(lang.Embedded())
	p := ps.For("id")
	f, err := entity.New(p)
	if err != nil {
		b.Fatal(err)
	}
	src := strings.Repeat("Wali Kota Melati, Rani Putri, mengatakan 1.250 warga Kabupaten Bogor mengungsi pada Senin (9/6). \"Kami siap,\" ujar Rani.\n\n", 20)
	t := token.New(p).Split(src)
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		f.Find(t)
	}
}
