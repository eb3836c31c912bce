package when_test

import (
	"testing"
	"time"

	"github.com/selisik/selisik/internal/nlp/when"
)

func TestRelate(t *testing.T) {
	t.Parallel()
	f, s := finder(t, "id")
	anchor := time.Date(2025, 6, 18, 10, 0, 0, 0, time.FixedZone("WIB", 7*3600))
	one := func(text string) when.Expression {
		e := f.Find(s.Split(text), anchor)
		if len(e) != 1 {
			t.Fatalf("%q holds %d times", text, len(e))
		}
		return e[0]
	}
	for _, c := range []struct {
		a, b string
		want when.Relation
	}{
		{"Senin (16/6)", "16 Juni 2025", when.Equal},
		{"pada Juni 2025", "16 Juni 2025", when.Contains},
		{"16 Juni 2025", "tahun 2025", when.Inside},
		{"Senin malam", "Senin (16/6)", when.Equal},
		{"Senin malam", "Senin pukul 19.15 WIB", when.Contains},
		{"pukul 19.15 WIB", "pukul 20.15 WITA", when.Equal},
		{"pukul 19.15 WIB", "pukul 19.45 WIB", when.Disjoint},
		{"Senin (16/6)", "Selasa (17/6)", when.Disjoint},
		{"akhir Mei 2025", "27 Mei 2025", when.Contains},
		{"akhir Mei 2025", "10 Mei 2025", when.Disjoint},
		{"2004 hingga 2006", "2005 hingga 2008", when.Overlaps},
	} {
		if got := when.Relate(one(c.a), one(c.b)); got != c.want {
			t.Errorf("Relate(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
