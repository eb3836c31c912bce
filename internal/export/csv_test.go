package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/text"
)

// records reads a table as maps from column to text, formulas restored.
func records(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	rest, ok := bytes.CutPrefix(data, []byte(mark))
	if !ok {
		t.Fatal("no mark of UTF-8")
	}
	rows, err := csv.NewReader(bytes.NewReader(rest)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, c := range r {
			m[rows[0][i]] = restore(c)
		}
		out = append(out, m)
	}
	return out
}

// restore undoes defuse as its comment says.
func restore(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != s && rest != "" && strings.ContainsRune(active, []rune(rest)[0]) {
		return s[1:]
	}
	return s
}

func TestADefusedTextIsNoFormulaAndCanBeRestored(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+62 812": "'+62 812", "-": "'-", "@SUM": "'@SUM", "＝1": "'＝1", "\t=1": "'\t=1", " =1": "' =1",
		"'=1": "''=1", "'kata'": "'kata'", "'": "'", "": "", "delapan": "delapan", "a=1": "a=1",
	} {
		if got := defuse(in); got != want {
			t.Errorf("defuse(%q) = %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`'*[=+@-]?.*`)).Draw(t, "s")
		got := defuse(s)
		if got != "" && strings.ContainsRune(active, []rune(got)[0]) {
			t.Fatalf("defuse(%q) = %q", s, got)
		}
		if restore(got) != s {
			t.Fatalf("%q came back as %q", s, restore(got))
		}
	})
}

func TestTablesHoldAllThatTheDossierHas(t *testing.T) {
	t.Parallel()
	for name, d := range dossiers(t) {
		in := input(t, d)
		gotClaims, gotQuotes, gotQuantities := records(t, write(t, "claims-csv", in)), records(t, write(t, "quotes-csv", in)), records(t, write(t, "quantities-csv", in))
		for _, s := range d.Stories {
			for _, c := range s.Claims {
				checkRow(t, name, gotClaims[0], map[string]string{"story": s.ID, "claim": c.ID, "article": c.Article, "field": c.Field, "text": c.Text}, c.Span)
				gotClaims = gotClaims[1:]
			}
			for _, a := range s.Articles {
				for _, q := range a.Quotes {
					checkRow(t, name, gotQuotes[0], map[string]string{"story": s.ID, "article": a.ID, "text": q.Text, "direct": strconv.FormatBool(q.Direct)}, q.Span)
					gotQuotes = gotQuotes[1:]
				}
				for _, q := range a.Quantities {
					checkRow(t, name, gotQuantities[0], map[string]string{"article": a.ID, "text": q.Text, "unit": q.Unit, "min": number(q.Min), "max": number(q.Max)}, q.Span)
					gotQuantities = gotQuantities[1:]
				}
			}
		}
		if n := len(gotClaims) + len(gotQuotes) + len(gotQuantities); n > 0 {
			t.Errorf("%s: %d rows too many", name, n)
		}
	}
}

func checkRow(t *testing.T, name string, got, want map[string]string, sp dossier.Span) {
	t.Helper()
	want["start"], want["end"] = strconv.Itoa(sp[0]), strconv.Itoa(sp[1])
	for k, v := range want {
		if got[k] != text.Plain(v) {
			t.Errorf("%s: column %s is %q, want %q", name, k, got[k], v)
		}
	}
}

func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func TestTheZipHoldsTheTables(t *testing.T) {
	t.Parallel()
	in := input(t, facetest.Dossier())
	data := write(t, "csv", in)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, f.Name)
		if want := write(t, strings.Replace(f.Name, ".csv", "-csv", 1), in); !bytes.Equal(got, want) {
			t.Errorf("%s is not what it is alone", f.Name)
		}
	}
	if diff := cmp.Diff([]string{"claims.csv", "quotes.csv", "quantities.csv"}, names); diff != "" {
		t.Error(diff)
	}
}
