package quote_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/entity"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/nlp/token"
)

// desk reads texts of one language.
type desk struct {
	split  *token.Splitter
	names  *entity.Finder
	quotes *quote.Finder
}

func newDesk(t testing.TB, tag string) desk {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	names, err := entity.New(packs.For(tag))
	if err != nil {
		t.Fatal(err)
	}
	return desk{token.New(packs.For(tag)), names, quote.New(packs.For(tag))}
}

func (d desk) read(src string) quote.Reading {
	t := d.split.Split(src)
	return d.quotes.Read(t, d.names.Find(t))
}

// said is a quotation with its speaker.
type said struct {
	Words, Speaker string
	Direct         bool
}

func TestQuotationsHaveTheirSpeakers(t *testing.T) {
	for _, c := range []struct {
		name, tag, src string
		want           []said
	}{
		{"cue and name after", "id", `"Kami sudah menutup jalan itu sejak pagi," kata Bupati Sarno Wibowo, Senin.`,
			[]said{{"Kami sudah menutup jalan itu sejak pagi,", "Sarno Wibowo", true}}},
		{"name and cue before", "id", `Sarno Wibowo mengatakan, "Kami sudah menutup jalan itu."`,
			[]said{{"Kami sudah menutup jalan itu.", "Sarno Wibowo", true}}},
		{"a pronoun is who spoke last", "id", "Bupati Rini Hapsari menjelaskan bahwa air mulai surut.\n\n“Warga boleh pulang besok,” ujarnya.",
			[]said{{"Warga boleh pulang besok,", "Rini Hapsari", true}}},
		{"broken by the attribution", "id", `"Harga naik lagi," kata Rini Hapsari, "dan pasokan berkurang."`,
			[]said{{"Harga naik lagi,", "Rini Hapsari", true}, {"dan pasokan berkurang.", "Rini Hapsari", true}}},
		{"a single term is no speech", "id", `Warga menyebut jembatan itu "si tua".`,
			[]said{{"si tua", "", false}}},
		{"English, name after", "en", `"The bridge was closed at dawn," said Martha Quill, the city engineer.`,
			[]said{{"The bridge was closed at dawn,", "Martha Quill", true}}},
		{"English, pronoun", "en", "Martha Quill told reporters the bridge was safe.\n\n“We checked every bolt twice,” she said.",
			[]said{{"We checked every bolt twice,", "Martha Quill", true}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newDesk(t, c.tag).read(c.src)
			var got []said
			for _, q := range r.Quotes {
				got = append(got, said{q.Of(c.src), q.Speaker, q.Direct})
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}
