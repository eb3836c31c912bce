package web

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func TestRowsAlignWhatBothHave(t *testing.T) {
	t.Parallel()
	a, b := "Awal A. Satu dua tiga. Tengah A. Empat lima.", "Empat lima. Satu dua tiga! Akhir B."
	shared := []dossier.Passage{
		{From: dossier.Span{8, 21}, To: dossier.Span{12, 25}}, // Satu dua tiga
		{From: dossier.Span{33, 43}, To: dossier.Span{0, 10}}, // Empat lima, crossing
		{From: dossier.Span{8, 99}, To: dossier.Span{0, 5}},   // does not fit
	}
	var got []string
	for _, r := range rows([]rune(a), []rune(b), shared) {
		got = append(got, r.Class+"|"+said(r.A)+"|"+said(r.B))
	}
	want := []string{"|Awal A.|Empat lima.", "p1|Satu dua tiga.|Satu dua tiga!", "|Tengah A. Empat lima.|Akhir B."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func said(pieces []query.Piece) string {
	var all []string
	for _, p := range pieces {
		all = append(all, strings.TrimSpace(p.Text))
	}
	return strings.Join(all, " ")
}

func FuzzRows(f *testing.F) {
	f.Add("satu dua", "dua tiga", 0, 4, 4, 8)
	f.Fuzz(func(t *testing.T, a, b string, from, to, start, end int) {
		ra, rb := []rune(a), []rune(b)
		shared := []dossier.Passage{{From: dossier.Span{from, to}, To: dossier.Span{start, end}}, {From: dossier.Span{to, from}, To: dossier.Span{0, 1}}, {From: dossier.Span{0, 2}, To: dossier.Span{end, end + 2}}}
		for _, side := range rows(ra, rb, shared) {
			if side.N > 0 && (len(side.A) == 0 || len(side.B) == 0) && face.Line(a) != "" && face.Line(b) != "" && len(face.Block(a)) == len(a) && len(face.Block(b)) == len(b) {
				t.Errorf("a shared row has one side: %+v", side)
			}
		}
	})
}

func TestWhatAReaderSawComesBackFromTheCookie(t *testing.T) {
	t.Parallel()
	want := []seen{{"s-7be0", 7, 29000001, 29000004, 2, 1}, {"s-1", 1, 2, 3, 0, 0}}
	if diff := cmp.Diff(want, readSeen(writeSeen(want)), cmp.AllowUnexported(seen{})); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"", "~~~", "s-1.2", "s-1.a.b.c.d.e", strings.Repeat("s.1.1.1.1.1~", 500)} {
		if got := readSeen(bad); len(got) > mostSeen {
			t.Errorf("%d of %.20q", len(got), bad)
		}
	}
}

func TestNamesAreMarkedWholeAndOnce(t *testing.T) {
	t.Parallel()
	w := face.In(facetest.Packs(t), "id")
	r := reader{W: w, T: w.Of("web")}
	entities := []dossier.Entity{{Name: "Budi Santoso", Kind: "person", Aliases: []string{"Budi"}}, {Name: "Budiman", Kind: "person"}}
	text := "Budi Santoso dan Budiman; Budi hadir."
	var got []string
	for _, m := range r.nameMarks(entities, text) {
		got = append(got, string([]rune(text)[m.Span[0]:m.Span[1]]))
	}
	if diff := cmp.Diff([]string{"Budi Santoso", "Budiman", "Budi"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestStretchesGiveTheTextBack(t *testing.T) {
	t.Parallel()
	s := facetest.Fire()
	p := query.NewPage(&s)
	w := face.In(facetest.Packs(t), "id")
	r := reader{W: w, T: w.Of("web")}
	for i := range s.Articles {
		a := &s.Articles[i]
		marks := r.marks(p, a)
		var all []string
		for _, para := range r.paragraphs(a.Text, marks) {
			one := ""
			for _, x := range para {
				one += x.Text
			}
			all = append(all, one)
		}
		if got, want := face.Line(strings.Join(all, " ")), face.Line(a.Text); got != want {
			t.Errorf("article %d: got %q, want %q", i+1, got, want)
		}
		if layers := r.layers(marks); len(layers) == 0 {
			t.Errorf("article %d has no layer", i+1)
		}
	}
}

func TestAStoryIsNamedByItsIdOrItsAddress(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"/stories/s-1?x=y": "s-1", " http://127.0.0.1:80/stories/s-2/#s1-f1": "s-2", "s-3": "s-3", "": ""} {
		if got := lastPart(in); got != want {
			t.Errorf("lastPart(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSparkAndStripStayInTheirSize(t *testing.T) {
	t.Parallel()
	var counts [24]int
	for i := range counts {
		counts[i] = i * i * 1000
	}
	if got := newSpark(counts); strings.Count(got.Path, "z") != 24 || strings.Contains(got.Path, "v-21") {
		t.Errorf("%s", got.Path)
	}
	if got := newStrip(400, 3); len(got.Dots) != mostDots || !got.Dots[2].On || got.Dots[3].On {
		t.Errorf("%+v", got)
	}
}
