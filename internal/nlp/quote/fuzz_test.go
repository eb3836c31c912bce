package quote_test

import (
	"testing"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/text"
)

// seeds are texts whose marks and cues are out of order.
var seeds = []string{
	"",
	`"`,
	`“‘"'”`,
	`"Kami pergi," kata Budi. "Mereka`,
	"“Satu.\n\n“Dua,” ujarnya.",
	`said said said "a" said`,
	`ujarnyaBudi dilansirABC,def "x`,
	`Menurut, menurut (menurut) yang yang mengatakan`,
	"Mr. King, who said who said, \"it\" according to",
	"@akun di X, “ini 6\" itu” kata\n\nAna",
	"\xff\xfe\"\xff\" kata \xff",
}

func FuzzRead(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	desks := []desk{newDesk(f, "id"), newDesk(f, "en"), newDesk(f, "und")}
	f.Fuzz(func(t *testing.T, src string) {
		for _, d := range desks {
			r := d.read(src)
			if !utf8.ValidString(src) {
				continue // clean lets none through; here it must not panic
			}
			last := -1
			for _, q := range r.Quotes {
				valid(t, src, q.Span)
				valid(t, src, q.Cue)
				if q.Start <= last {
					t.Fatalf("quotations out of order: %d after %d", q.Start, last)
				}
				last = q.Start
			}
			for _, a := range r.Attributions {
				valid(t, src, a.Span)
				if len(a.Chain) == 0 {
					t.Fatal("attribution without a source")
				}
				for _, l := range a.Chain {
					valid(t, src, l.Span)
				}
			}
			for _, e := range r.Reports {
				valid(t, src, e.CueSpan)
				valid(t, src, e.Content)
			}
		}
	})
}

func valid(t *testing.T, src string, sp text.Span) {
	t.Helper()
	if !sp.Valid(src) {
		t.Fatalf("span %v is not in the text on rune borders", sp)
	}
}
