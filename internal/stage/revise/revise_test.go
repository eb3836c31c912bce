package revise_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/extract"
	"github.com/selisik/selisik/internal/stage/revise"
	"github.com/selisik/selisik/internal/text"
)

// desk reads and compares articles.
type desk struct {
	*revise.Reviser
	read *extract.Extractor
}

var load = sync.OnceValues(func() (*desk, error) {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		return nil, err
	}
	x, err := extract.New(packs)
	return &desk{revise.New(packs), x}, err
})

func newDesk(t testing.TB) *desk {
	t.Helper()
	d, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// published is when the articles of the tests appeared.
var published = time.Date(2025, 6, 5, 9, 0, 0, 0, time.FixedZone("", 7*3600))

// reading reads an article; "|" parts paragraphs.
func (d *desk) reading(tag, title, body string) news.Reading {
	a := news.Article{Language: tag, Title: title, Text: paragraphs(body), Published: &news.Published{Time: published, Precision: news.Minute}}
	h := sha256.Sum256([]byte(a.Title + "\x00" + a.Text))
	a.ID = news.ArticleID("a-" + hex.EncodeToString(h[:6]))
	return d.read.Read(a)
}

func paragraphs(s string) string { return strings.ReplaceAll(s, " | ", "\n\n") }

// labelled is one case of a labelled set.
type labelled struct{ lang, label, what, old, new string }

func labels(t *testing.T, file string) []labelled {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || f[0] == "lang" {
			continue
		}
		if len(f) != 5 {
			t.Fatalf("%s:%d: %d columns", file, i+1, len(f))
		}
		out = append(out, labelled{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// known are the failures of each set that docs/stage/revise.md tells of.
var known = map[string]int{"testdata/dev.tsv": 0, "testdata/held.tsv": 0}

func TestSubstantiveChangesAreToldFromCosmeticOnes(t *testing.T) {
	d := newDesk(t)
	for file, failures := range known {
		wrong := 0
		all := labels(t, file)
		for _, c := range all {
			rev := d.Compare(d.reading(c.lang, "", c.old), d.reading(c.lang, "", c.new))
			if rev.Substantive != (c.label == "substantive") {
				wrong++
				t.Logf("%s: want %s (%s), got %+v\n  %s\n  %s", file, c.label, c.what, rev.Changes, c.old, c.new)
			}
		}
		if t.Logf("%s: %d of %d right", file, len(all)-wrong, len(all)); wrong != failures {
			t.Errorf("%s: %d wrong, want %d", file, wrong, failures)
		}
	}
}

func TestTheSameVersionHasNoChange(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	for file := range known {
		for _, c := range labels(t, file) {
			for _, s := range []string{c.old, c.new} {
				r := d.reading(c.lang, "Judul", s)
				if v := d.Compare(r, r); v.Substantive || len(v.Changes) > 0 {
					t.Errorf("%s: %+v", s, v.Changes)
				}
			}
		}
	}
}

func TestHeadlines(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tests := []struct {
		lang, old, new string
		substantive    bool
	}{
		{"id", "Gempa Wanasari, 8 Orang Tewas", "Gempa Wanasari, 10 Orang Tewas", true},
		{"id", "Gempa Guncang Wanasari", "Gempa Kuat Mengguncang Wanasari", false},
		{"id", "Hakim Tolak Gugatan Warga Lumbir", "Hakim Tidak Tolak Gugatan Warga Lumbir", true},
		{"id", "Gempa Guncang Wanasari", "Gempa Guncang Wanasari!", false},
		{"en", "Quake kills 8 in Kestle", "Quake kills 12 in Kestle", true},
		{"en", "Quake shakes Kestle", "Strong quake shakes Kestle", false},
	}
	for _, tt := range tests {
		v := d.Compare(d.reading(tt.lang, tt.old, "Warga mengungsi."), d.reading(tt.lang, tt.new, "Warga mengungsi."))
		if v.Substantive != tt.substantive || len(v.Changes) != 1 || v.Changes[0].Field != news.InTitle {
			t.Errorf("%q, %q: %+v", tt.old, tt.new, v.Changes)
		}
	}
}

func TestBylineAndTimeAreCosmetic(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	old := d.reading("id", "Judul", "Warga mengungsi ke balai desa.")
	now := old
	now.Article.Byline = "Rara Kinanti"
	now.Article.Published = &news.Published{Time: published.Add(time.Hour), Precision: news.Minute}
	v := d.Compare(old, now)
	if v.Substantive || len(v.Changes) != 2 || v.Changes[0].Field != news.InByline || v.Changes[1].Field != news.InPublished {
		t.Errorf("%+v", v)
	}
}

func TestNotices(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	tests := []struct{ lang, text, kind, wrong, right string }{
		{"id", "Ralat: Sebelumnya ditulis 8 orang, yang benar 10 orang.", news.Correction, "8 orang", "10 orang"},
		{"id", "Koreksi: Judul artikel ini telah diubah dari 12 tewas menjadi 10 tewas.", news.Correction, "12 tewas", "10 tewas"},
		{"id", "Hak Jawab: PT Arga Sentosa menyatakan tidak pernah menerima surat itu.", news.Correction, "", ""},
		{"id", "Redaksi memohon maaf atas kekeliruan dalam berita ini.", news.Correction, "", ""},
		{"id", "Nama menteri yang benar adalah Darma Wirya, bukan Darmo Wiryawan. Artikel ini telah dikoreksi.", news.Correction, "Darmo Wiryawan", "Darma Wirya"},
		{"id", "Artikel ini telah diperbarui pada pukul 14.05 WIB.", news.UpdateNote, "", ""},
		{"id", "Berita ini telah dicabut karena tidak memenuhi kaidah jurnalistik.", news.Retraction, "", ""},
		{"id", "Kami mencabut artikel berjudul Wali Kota Terima Suap.", news.Retraction, "", ""},
		{"en", "Correction: An earlier version of this article said the vote was 52 to 48. It was 51 to 49.", news.Correction, "the vote was 52 to 48", "51 to 49"},
		{"en", "This article was amended on 3 June 2025. The minister is Edna Quill, not Edwin Quill.", news.Correction, "Edwin Quill", "Edna Quill"},
		{"en", "Editor's note: This story has been updated with comment from the mayor.", news.UpdateNote, "", ""},
		{"en", "This story has been retracted.", news.Retraction, "", ""},
		{"en", "Clarification: the club had until Friday to answer.", news.Correction, "", ""},
		{"id", "Pemerintah memperbarui data penerima bantuan pada Senin.", "", "", ""},
		{"id", "Izin usaha perusahaan itu telah dicabut oleh pemerintah.", "", "", ""},
		{"id", "Bupati meminta maaf kepada warga atas kesalahan data penerima bantuan.", "", "", ""},
		{"id", "Pejabat itu meralat pernyataannya sehari kemudian.", "", "", ""},
		{"id", "\"Berita ini telah dicabut oleh redaksi mereka,\" kata Sekar Ayunda.", "", "", ""},
		{"en", "The company retracted its offer on Monday.", "", "", ""},
		{"en", "The correction in share prices was expected, analysts said.", "", "", ""},
		{"en", "The law was amended in 2019 and the list was updated in May.", "", "", ""},
		{"en", "An updated report on the flood was published by the ministry.", "", "", ""},
	}
	for _, tt := range tests {
		r := d.reading(tt.lang, "", "Warga mengungsi ke balai desa.\n\n"+tt.text)
		got := d.Notices(r)
		if tt.kind == "" {
			if len(got) > 0 {
				t.Errorf("%s: %+v", tt.text, got)
			}
			continue
		}
		if len(got) != 1 || got[0].Kind != tt.kind || got[0].Wrong != tt.wrong || got[0].Right != tt.right || got[0].Span.Of(r.Article.Text) != tt.text {
			t.Errorf("%s: %+v", tt.text, got)
		}
	}
}

func TestANoticeThatCleaningTookOutIsNotLost(t *testing.T) {
	t.Parallel()
	r := news.Reading{Article: news.Article{Language: "id", Text: "Warga mengungsi.", Removed: []news.Removed{{Text: "Ralat: sebelumnya ditulis 8, yang benar 10", Reason: "promo"}}}}
	got := newDesk(t).Notices(r)
	if len(got) != 1 || got[0].Span.Len() != 0 || got[0].Wrong != "8" || got[0].Right != "10" {
		t.Errorf("%+v", got)
	}
}

func TestAVersionThatSaysItIsWithdrawn(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	v := d.Compare(d.reading("id", "Wali Kota Terima Suap", "Wali kota disebut menerima uang."), d.reading("id", "Wali Kota Terima Suap", "Artikel ini telah dicabut. Redaksi memohon maaf kepada pembaca."))
	if !v.Withdrawn || !v.Substantive || !strings.Contains(v.Reason, "dicabut") {
		t.Errorf("%+v", v)
	}
}

func FuzzCompare(f *testing.F) {
	d := newDesk(f)
	f.Add("id", "Delapan orang tewas. Warga panik.", "10 orang tewas, kata polisi.\n\nRalat: sebelumnya ditulis 8, yang benar 10.")
	f.Add("en", "“We won 3-1,” she said.", "\xff 3–2 \u202e(not 3-1).")
	f.Add("xx", "", "é\u0301 …")
	f.Fuzz(func(t *testing.T, tag, was, now string) {
		was, now = text.Plain(was), text.Plain(now) // as ingest hands them on
		old, new := d.read.Read(news.Article{Language: tag, Title: was, Text: was, ID: "a-1"}), d.read.Read(news.Article{Language: tag, Title: now, Text: now, ID: "a-2"})
		old.Notices, new.Notices = d.Notices(old), d.Notices(new)
		v := d.Compare(old, new)
		for _, c := range v.Changes {
			if c.Field == news.InByline || c.Field == news.InPublished {
				continue
			}
			if !c.Old.Valid(was) || !c.New.Valid(now) || c.Old.Of(was) != c.Was || c.New.Of(now) != c.Now {
				t.Errorf("a span does not resolve: %+v", c)
			}
		}
		for _, n := range new.Notices {
			if n.Span.Of(now) != n.Text || !n.Span.Valid(now) {
				t.Errorf("a notice's span does not resolve: %+v", n)
			}
		}
		s := news.Story{Readings: []news.Reading{new, d.read.Read(news.Article{Language: tag, Text: was, ID: "a-3"})}}
		h := news.History{Revisions: []news.Revision{v}, Past: []news.Article{old.Article}}
		s = d.Retire(s, h)
		for _, r := range s.Readings {
			for _, sp := range r.Stale {
				if !sp.Valid(r.Article.Text) {
					t.Errorf("a stale span does not resolve: %v", sp)
				}
			}
			s.Claims = append(s.Claims, r.Claims...)
		}
		d.Mark(s, h)
	})
}
