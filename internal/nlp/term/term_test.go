package term_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/nlp/term"
)

func maker(t *testing.T) *term.Maker {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return term.New(packs)
}

func TestQuestionAndTextMeet(t *testing.T) {
	t.Parallel()
	m := maker(t)
	for _, c := range []struct{ tag, text, question string }{
		{"id", "Pencabutan izin tambang itu diumumkan Senin.", "dicabut"},
		{"id", "Bupati Sri Andayani meresmikan jembatan.", "resmi JEMBATAN"},
		{"en", "The minister reopened the mines.", "mine"},
		{"ms", "Banjir melanda Kampung Seri.", "kampung"},
	} {
		terms := m.Of(c.tag, c.text)
		if !slices.ContainsFunc(m.Asked(c.question), func(a []string) bool {
			return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(terms, w) })
		}) {
			t.Errorf("%q does not find %q: asked %v, stored %v", c.question, c.text, m.Asked(c.question), terms)
		}
	}
}

func TestAQuestionIsReadOnceForLanguagesThatAgree(t *testing.T) {
	t.Parallel()
	m := maker(t)
	if got := m.Asked("Kursk 2031 Kursk"); len(got) != 1 || !slices.Equal(got[0], []string{"kursk", "2031"}) {
		t.Errorf("got %v", got)
	}
	if got := m.Asked(" – ?! "); got != nil {
		t.Errorf("a question without a word: %v", got)
	}
}

func TestWordsAreMarkedWhereTheyStand(t *testing.T) {
	t.Parallel()
	s := "Izin dicabut; pencabutan itu sah."
	got := []string{}
	for _, sp := range maker(t).Find("id", s, func(w string) bool { return w == "cabut" }) {
		got = append(got, sp.Of(s))
	}
	if d := cmp.Diff([]string{"dicabut", "pencabutan"}, got); d != "" {
		t.Error(d)
	}
}

func TestRareWordsWeighMore(t *testing.T) {
	t.Parallel()
	m := maker(t)
	if yang, gempa := m.Weight("yang"), m.Weight("gempa"); yang >= gempa {
		t.Errorf("yang weighs %v, gempa %v", yang, gempa)
	}
}
