package phrase_test

import (
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/nlp/phrase"
)

type fields []string

func (f fields) Word(i int) string  { return f[i] }
func (f fields) Lower(i int) string { return strings.ToLower(f[i]) }

func TestAt(t *testing.T) {
	t.Parallel()
	var tab phrase.Table[string]
	for _, p := range []string{"wali kota", "wali", "AS", "wali kota muda senior"} {
		tab.Add(strings.Fields(p), p)
	}
	tab.Add([]string{"wali"}, "another")
	tab.Add(nil, "nothing")
	for _, c := range []struct {
		in   string
		end  int
		n    int
		want string
	}{
		{"Wali Kota Muda", 3, 2, "wali kota"},
		{"Wali Kota", 1, 1, "wali"},
		{"WALI kota muda senior", 4, 4, "wali kota muda senior"},
		{"AS menunggu", 2, 1, "AS"},
		{"as roda", 2, 0, ""},
		{"kota", 1, 0, ""},
		{"wali", 0, 0, ""},
	} {
		n, v := tab.At(fields(strings.Fields(c.in)), 0, c.end)
		if n != c.n || v != c.want {
			t.Errorf("%q: %d %q, want %d %q", c.in, n, v, c.n, c.want)
		}
	}
}

func TestEmptyTable(t *testing.T) {
	t.Parallel()
	var tab phrase.Table[int]
	if n, _ := tab.At(fields{"a"}, 0, 1); n != 0 {
		t.Error(n)
	}
}
