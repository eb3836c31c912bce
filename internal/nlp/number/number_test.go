package number_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/token"
)

// read renders the quantities of text as "span = min..max unit", "~" before
// an approximate one.
func read(t testing.TB, tag, text string) string {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p := packs.For(tag)
	return render(number.New(p), token.New(p), text)
}

func render(f *number.Finder, s *token.Splitter, text string) string {
	var out []string
	for _, q := range f.Find(s.Split(text)) {
		approx := ""
		if q.Approx {
			approx = "~"
		}
		v := bound(q.Min) + ".." + bound(q.Max)
		if q.Min != nil && q.Max != nil && *q.Min == *q.Max {
			v = bound(q.Min)
		}
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s = %s%s %s", q.Of(text), approx, v, q.Unit)))
	}
	return strings.Join(out, "; ")
}

func bound(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func TestIndonesianQuantities(t *testing.T) {
	table(t, "id", [][2]string{
		{"Tiga orang tewas.", "Tiga orang = 3 orang"},
		{"lebih dari 10.000 tentaranya", "lebih dari 10.000 tentaranya = 10000.. tentara"},
		{"sekitar Rp 1,5 triliun", "sekitar Rp 1,5 triliun = ~1500000000000 IDR"},
	})
}

func table(t *testing.T, tag string, cases [][2]string) {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	f, s := number.New(packs.For(tag)), token.New(packs.For(tag))
	for _, c := range cases {
		t.Run(c[0], func(t *testing.T) {
			if diff := cmp.Diff(c[1], render(f, s, c[0])); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
