package token_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/token"
)

func splitter(t testing.TB, tag string) *token.Splitter {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return token.New(ps.For(tag))
}

func words(t *token.Text) []string {
	var out []string
	for i := range t.Tokens {
		out = append(out, t.Word(i))
	}
	return out
}

func TestTokens(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, tag, in, want string }{
		{"numbers keep their inner marks", "id", "naik 10.000 jadi 12,5 persen pukul 19.15 (15/8)", "naik|10.000|jadi|12,5|persen|pukul|19.15|(|15/8|)"},
		{"hyphens, sites and ampersands join", "id", "orang-orang Warta6.com A&B", "orang-orang|Warta6.com|A&B"},
		{"a missing blank parts sentences", "id", "usai rapat.Dia pulang", "usai|rapat|.|Dia|pulang"},
		{"currency stays with its number", "id", "Rp10 juta", "Rp10|juta"},
		{"road marks", "id", "KM 01+200", "KM|01|+|200"},
		{"a lost link before a capital", "id", "di wilayahBanten dan yang dilansirAP", "di|wilayah|Banten|dan|yang|dilansir|AP"},
		{"a dateline's place", "id", "JAKARTA-Menteri Rani", "JAKARTA|-|Menteri|Rani"},
		{"letters and a word", "id", "KPK-Polri dan JAKARTA-BANDUNG", "KPK-Polri|dan|JAKARTA-BANDUNG"},
		{"a place before a capital", "id", "JakartaMenteri Rani", "Jakarta|Menteri|Rani"},
		{"a function word after a place", "id", "Austriapada Selasa", "Austria|pada|Selasa"},
		{"both", "id", "PasukanIsraeltelah mundur", "Pasukan|Israel|telah|mundur"},
		{"names that are written so stay whole", "id", "YouTube TikTok NasDem WhatsApp AirAsia GoTo iPhone McDonald", "YouTube|TikTok|NasDem|WhatsApp|AirAsia|GoTo|iPhone|McDonald"},
		{"a word that ends like a function word stays whole", "id", "Kepada Daripada Istilah Madinah", "Kepada|Daripada|Istilah|Madinah"},
		{"what the text takes apart elsewhere", "id", "Hakim Marentobertemu jaksa. Rini Marento bertemu kuasa hukum.", "Hakim|Marento|bertemu|jaksa|.|Rini|Marento|bertemu|kuasa|hukum|."},
		{"a name with a function word behind it", "id", "Kapal Sagurantelah tiba. Kapal Saguran lapor.", "Kapal|Saguran|telah|tiba|.|Kapal|Saguran|lapor|."},
		{"what the text has twice stays whole", "id", "Marentotembakau dan Marentotembakau, kata Marento yang tembakau Rini.", "Marentotembakau|dan|Marentotembakau|,|kata|Marento|yang|tembakau|Rini|."},
		{"possessives", "en", "Dana's and the boys' cars’s it's", "Dana|'s|and|the|boys|'|cars|’s|it|'s"},
		{"apostrophes inside stay", "en", "O'Neill N'Djamena don't", "O'Neill|N'Djamena|don't"},
		{"accounts and tags", "id", "@warga_kita #banjir # 5", "@warga_kita|#banjir|#|5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := strings.Join(words(splitter(t, c.tag).Whole(c.in)), "|")
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestSentencesWithMarksRunTogether(t *testing.T) {
	for src, want := range map[string]int{
		`Ia menjawab tuduhan itu."Kami tidak ikut," kata Ratna. "Kami pulang."Mereka pergi.`:    4,
		"Wali Kota L.A. Ratna Wijaya datang. Ia kembali ke L.A. Namun hujan turun.":             3,
		`"Kami tidak ikut," kata Ratna."Mitra kami enggan memberi kabar," kata Ratna kemudian.`: 2,
	} {
		if x := splitter(t, "id").Split(src); len(x.Sentences) != want {
			t.Errorf("%q: %d sentences, want %d: %v", src, len(x.Sentences), want, x.Sentences)
		}
	}
}

func TestSentences(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, tag, in string
		want          []string
	}{
		{"plain", "id", "Hujan turun. Jalan tergenang.", []string{"Hujan turun.", "Jalan tergenang."}},
		{"titles and initials", "id", "Kata dr. Rani H. Putra, S.H. di Jl. Melati.", []string{"Kata dr. Rani H. Putra, S.H. di Jl. Melati."}},
		{"a degree ends a sentence before a capital", "id", "Ia bertemu Beni, S.H. Lalu pulang.", []string{"Ia bertemu Beni, S.H.", "Lalu pulang."}},
		{"and so on", "id", "Beras, gula, dll. Harga naik.", []string{"Beras, gula, dll.", "Harga naik."}},
		{"a number after no.", "id", "Perda No. 5 berlaku.", []string{"Perda No. 5 berlaku."}},
		{"no is a word too", "en", "She said no. He left.", []string{"She said no.", "He left."}},
		{"no blank", "id", "Usai rapat.Dia pulang.", []string{"Usai rapat.", "Dia pulang."}},
		{"a credit without a blank", "id", "Ia tiba di Jakarta.(rin)", []string{"Ia tiba di Jakarta.", "(rin)"}},
		{"the quote goes on after an exclamation", "id", "\"Ayo!\" ujar dia.", []string{"\"Ayo!\" ujar dia."}},
		{"closing marks stay", "id", "\"Kami siap.\" Ia pergi.", []string{"\"Kami siap.\"", "Ia pergi."}},
		{"lines", "id", "Judul berita\nIsi berita", []string{"Judul berita", "Isi berita"}},
		{"months and countries", "en", "On Jan. 5 the U.S. Army left. It rained.", []string{"On Jan. 5 the U.S. Army left.", "It rained."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := splitter(t, c.tag).Split(c.in)
			var got []string
			for _, s := range x.Sentences {
				got = append(got, s.Of(x.Source))
			}
			if d := cmp.Diff(c.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	x := splitter(t, "id").Split("Satu dua.\n\nTiga empat.")
	if got := x.Word(x.At(10)); got != "Tiga" {
		t.Errorf("At(10) is %q", got)
	}
	if got := x.SentenceAt(12); got != 1 {
		t.Errorf("SentenceAt(12) = %d", got)
	}
	if got := x.Sentences[1].Paragraph; got != 1 {
		t.Errorf("paragraph %d", got)
	}
	if x.Lower(-1) != "" || x.Lower(99) != "" {
		t.Error("Lower outside the text is not empty")
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "Rp10.000,-", "JakartaMenteri it's\u200b", "“Ayo!” (kata)\n\n- 1/2", "a.b.C. \u0301x", "DanĀĀĀĀdi"} {
		f.Add(s)
	}
	for _, tag := range []string{"id", "en"} {
		s := splitter(f, tag)
		f.Fuzz(func(t *testing.T, in string) {
			in = strings.ToValidUTF8(in, "")
			check(t, s.Split(in))
		})
		break
	}
}

// check holds the invariants of a text: tokens and gaps of white space are the
// text, spans stand on rune borders, sentences cover all tokens in order.
func check(t *testing.T, x *token.Text) {
	t.Helper()
	at := 0
	for i, tok := range x.Tokens {
		if tok.Start < at || tok.Len() == 0 || !tok.Valid(x.Source) {
			t.Fatalf("token %d %v after %d", i, tok.Span, at)
		}
		if gap := strings.Trim(x.Source[at:tok.Start], "\u200b\ufeff"); strings.TrimSpace(strings.NewReplacer("\u200b", "", "\ufeff", "").Replace(gap)) != "" {
			t.Fatalf("gap %q", gap)
		}
		at = tok.End
	}
	next := 0
	for _, s := range x.Sentences {
		if s.First != next || s.Last <= s.First || !s.Valid(x.Source) {
			t.Fatalf("sentence %+v after token %d", s, next)
		}
		next = s.Last
	}
	if next != len(x.Tokens) {
		t.Fatalf("sentences end at token %d of %d", next, len(x.Tokens))
	}
}

func BenchmarkSplit(b *testing.B) {
	s := splitter(b, "id")
	src := strings.Repeat("Wali Kota Melati, Rani Putri, mengatakan 1.250 warga mengungsi pada Senin (9/6). \"Kami siap,\" ujarnya.\n\n", 50)
	b.ReportAllocs()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		s.Split(src)
	}
}

func TestWordsRunTogetherAreCutWhereTheLexiconKnowsBoth(t *testing.T) {
	s := splitter(t, "id")
	for src, want := range map[string]string{
		"sebuahlaporan baru":         "sebuah laporan baru",
		"Dalampenjelasan itu":        "Dalam penjelasan itu",
		"aplikasi platformini":       "aplikasi platform ini",
		"warga Bantendan sekitarnya": "warga Banten dan sekitarnya",
		"SitusKabarnya":              "Situs Kabarnya",
		"Wijayamengumumkan jadwal":   "Wijaya mengumumkan jadwal",
		"Pernyataan Penyeberangan":   "Pernyataan Penyeberangan",
		"bergandengan di Padalarang": "bergandengan di Padalarang",
		"kelebihan dan kebaikan":     "kelebihan dan kebaikan",
	} {
		if got := strings.Join(words(s.Split(src)), " "); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}

func TestSpacedPartsWordsRunTogether(t *testing.T) {
	for _, c := range []struct{ tag, src, want string }{
		{"id", "Tabrakantersebut di Bantenitu: PTSinar Laut(Persero) rugi, saksi(-saksi) diam (BMKG)warga", "Tabrakan tersebut di Banten itu: PT Sinar Laut (Persero) rugi, saksi(-saksi) diam (BMKG) warga"},
		{"id", "oleh KBRI, 125cc, COVID-19.", "oleh KBRI, 125cc, COVID-19."},
		{"en", "They don't think it's Anna's iPhone.", "They don't think it's Anna's iPhone."},
	} {
		if got := splitter(t, c.tag).Split(c.src).Spaced(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
