package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/token"
	"github.com/selisik/selisik/internal/text"
)

func TestAgenciesStandInBracketsOfTheDateline(t *testing.T) {
	split := token.New(lang.Empty("id"))
	for src, want := range map[string]string{
		"Lembur (KBX) - Banjir menerjang desa.":                               "KBX",
		"PORT ELLERY, June 5 (Calder Wire) — Nineteen people were hurt.":      "Calder Wire",
		"Lembur (KBX/TSN) - Banjir menerjang desa.":                           "KBX TSN",
		"LEMBUR (5/6) - Banjir menerjang desa.":                               "",
		"LEMBUR (Tanjung) - Banjir menerjang desa.":                           "",
		"LEMBUR - Banjir menerjang desa (KBX).":                               "",
		"Badan Air (BADAR) menyebut banjir surut.":                            "",
		"Foto banjir (Istimewa)\n\nLEMBUR, Suara Tanjung - Banjir menerjang.": "",
	} {
		f := &field{text: split.Split(src)}
		if i := strings.Index(src, "Tanjung)"); i >= 0 {
			f.mentions = []news.Mention{{Kind: news.Place, Span: text.Span{Start: i, End: i + len("Tanjung")}}}
		}
		var got []string
		for _, sp := range f.agencies(reportBegins(f)) {
			got = append(got, sp.Of(src))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q: %s", src, diff)
		}
	}
}
