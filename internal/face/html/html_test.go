package html

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/query"
)

func draw(t testing.TB, d dossier.Dossier, opt Options) string {
	t.Helper()
	opt.Packs = facetest.Packs(t)
	var b bytes.Buffer
	if err := Write(&b, d, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingOfTheWebBecomesMarkup(t *testing.T) {
	out := draw(t, facetest.Dossier(), Options{})
	for _, bad := range []string{"<script>alert", `href="javascript:`, "\x1b", "\u202e", `<img`, "blog<b>"} {
		if strings.Contains(out, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if n := strings.Count(out, "<script"); n != 1 {
		t.Errorf("%d scripts, want the page's own", n)
	}
}

func TestThePageShowsWhatWasChangedAndWithdrawn(t *testing.T) {
	out := draw(t, facetest.Revised(), Options{})
	for _, want := range []string{
		`<p class="note">Kabar Pesisir meralat bagian ini (6 Mar 2031, 14.05 WITA): “Gempa bermagnitudo 5,8 mengguncang Teluk” → “Gempa bermagnitudo 5,2 mengguncang Teluk”</p>`,
		`<li class="note">Kabar Pesisir tidak lagi menyatakan (6 Mar 2031, 14.05 WITA): “Warga pesisir diminta naik ke bukit.”</li>`,
		`<del>5,8</del> <ins>5,2</ins>`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

func TestThePageNamesNothingOutsideItself(t *testing.T) {
	out := draw(t, facetest.Dossier(), Options{})
	for _, m := range regexp.MustCompile(`(?:src|href|action|url)\s*[=(]\s*["']?([^"'>) ]*)`).FindAllStringSubmatch(out, -1) {
		if !strings.HasPrefix(m[1], "#") && !strings.Contains(out, `class="ext" href="`+m[1]+`"`) {
			t.Errorf("reference to %q", m[1])
		}
	}
	if strings.Contains(out, "style=\"") {
		t.Error("inline style, which the policy forbids")
	}
}

func TestThePolicyNamesTheHashesOfWhatStandsInThePage(t *testing.T) {
	out := draw(t, dossier.Dossier{}, Options{})
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(out)[1]
	script := regexp.MustCompile(`(?s)<script>(.*)</script>`).FindStringSubmatch(out)[1]
	unescape := strings.NewReplacer("&#39;", "'", "&#43;", "+")
	if want := policy(style, script); !strings.Contains(unescape.Replace(out), want) {
		t.Errorf("the page lacks the policy %s", want)
	}
}

func TestTwoRunsGiveTheSameBytes(t *testing.T) {
	first := draw(t, facetest.Dossier(), Options{})
	for range 5 {
		if diff := cmp.Diff(first, draw(t, facetest.Dossier(), Options{})); diff != "" {
			t.Fatal(diff)
		}
	}
}

func TestPiecesRebuildTheTextAndKeepItsBorders(t *testing.T) {
	s := facetest.Fire()
	p := query.NewPage(&s)
	r := newRefs("s1", p)
	for i, a := range s.Articles {
		runes := []rune(a.Text)
		at := 0
		for _, x := range r.texts[i] {
			if gap := strings.Trim(string(runes[at:x.Start]), "\n"); gap != "" || x.End <= x.Start {
				t.Errorf("article %d: %q lost before %d", i+1, gap, x.Start)
			}
			at = x.End
		}
		if strings.Trim(string(runes[at:]), "\n") != "" {
			t.Errorf("article %d: the end is lost", i+1)
		}
	}
	for _, c := range s.Claims {
		n := p.Number(c.Article)
		var words strings.Builder
		for _, x := range r.texts[n-1] {
			if x.Start >= c.Span[0] && x.End <= c.Span[1] {
				words.WriteString(x.Text)
			}
		}
		if c.Article != "a-blog" && words.String() != c.Text {
			t.Errorf("%s: the pieces read %q, want %q", c.ID, words.String(), c.Text)
		}
	}
}

func TestBrokenDossiersAreDrawn(t *testing.T) {
	s := facetest.Fire()
	s.Claims[0].Span, s.Claims[1].Article, s.Findings[0].Claims = dossier.Span{900, 5}, "a-none", []string{"c1", "c2", "c99"}
	s.Articles[0].Quotes[0].Span = dossier.Span{-4, 99999}
	s.Lineage[0].To, s.Timeline[0].Start, s.Languages = "a-none", "kapan saja", []string{"xx"}
	s.Articles[1].Text, s.Articles[2].Text = "", "\n\n\n"
	draw(t, dossier.Dossier{Stories: []dossier.Story{s, {Title: "kosong"}}}, Options{})
}

func FuzzPieces(f *testing.F) {
	f.Add("satu\n\ndua", 0, 4)
	f.Add("\n\n", -1, 9)
	f.Add("\xff\u202eé", 1, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		r := &refs{prefix: "s1"}
		at := 0
		for _, p := range r.pieces(1, text, []int{start, end}) {
			if p.Start < at || p.End <= p.Start || p.End > len([]rune(text)) {
				t.Fatalf("piece %+v after %d in %q", p, at, text)
			}
			at = p.End
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	d := facetest.Dossier()
	opt := Options{Packs: facetest.Packs(b)}
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(&out, d, opt); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(out.Len()))
	}
}
