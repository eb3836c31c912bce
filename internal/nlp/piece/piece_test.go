package piece_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/piece"
	"github.com/selisik/selisik/internal/nlp/token"
)

func cut(s string) *piece.List { return piece.Cut(token.New(lang.Empty("")).Split(s)) }

func TestCut(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Rp16.258":       "rp 16.258",
		"09-Jun-25":      "09 - jun - 25",
		"ke-80":          "ke - 80",
		"10-15 orang":    "10 - 15 orang",
		"47Km, dan":      "47 km , dan",
		"19.15WIB":       "19.15 wib",
		"60,3%":          "60,3 %",
		"dua-tiga":       "dua - tiga",
		"(9/6/2025)":     "( 9/6/2025 )",
		"pukul 23:55:06": "pukul 23:55:06",
		"1990-an":        "1990 - an",
		"":               "",
	} {
		l := cut(text)
		var got []string
		for i := range l.Len() {
			got = append(got, l.Lower(i))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Cut(%q) (-want +got)\n%s", text, diff)
		}
	}
}

func TestPiecesKnowTheirBorders(t *testing.T) {
	t.Parallel()
	l := cut("Rp5 juta. Ia pergi")
	if !l.At(1).Glued || l.At(2).Glued {
		t.Errorf("glued: %v %v, want true false", l.At(1).Glued, l.At(2).Glued)
	}
	if !l.Same(0, 2) || l.Same(0, 4) || l.Same(-1, 0) {
		t.Error("sentences of pieces are not told apart")
	}
	if got := l.SpanOf(0, 3).Of(l.Source); got != "Rp5 juta" {
		t.Errorf("SpanOf = %q", got)
	}
	if l.Kind(1) != piece.Number || l.Kind(99) != piece.None || l.Lower(-1) != "" || !l.Upper(0) || l.Upper(2) {
		t.Error("kinds and cases of pieces")
	}
}

func TestTableFindsTheLongest(t *testing.T) {
	t.Parallel()
	var b piece.Table[int]
	b.Add("kurang", 1)
	b.Add("kurang dari", 2)
	b.Add("tidak kurang dari", 3)
	b.Add("kurang", 9)
	l := cut("Tidak kurang dari lima, kurang dua")
	for _, c := range []struct{ at, value, pieces int }{{0, 3, 3}, {1, 2, 2}, {2, 0, 0}, {5, 1, 1}, {99, 0, 0}} {
		if v, n := b.Match(l, c.at); v != c.value || n != c.pieces {
			t.Errorf("Match(%d) = %d, %d, want %d, %d", c.at, v, n, c.value, c.pieces)
		}
	}
	if v, n := b.Before(l, 3); v != 3 || n != 3 {
		t.Errorf("Before = %d, %d, want 3, 3", v, n)
	}
	if _, n := b.Before(l, 1); n != 0 {
		t.Errorf("Before = %d pieces, want none", n)
	}
}

func FuzzCut(f *testing.F) {
	f.Add("Rp16.258-an ke-80 İ5")
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, p := range cut(s).Pieces {
			if p.Start < last || p.Len() <= 0 || p.End > len(s) {
				t.Fatalf("piece %v after %d of %q", p.Span, last, s)
			}
			last = p.End
		}
	})
}
