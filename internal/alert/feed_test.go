package alert_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mmcdole/gofeed"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/syndicate"
)

func TestAFeedHasWhatTheQueryTold(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	q := b.save(alert.Query{Name: "gempa <b>", When: alert.DifferenceAppears, Language: "en"})
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "10"))
	fired := b.count("told", q, 1)
	for _, format := range syndicate.Formats() {
		var once, again bytes.Buffer
		for _, w := range []*bytes.Buffer{&once, &again} {
			if err := b.bell.WriteFeed(t.Context(), w, format, q, "https://desk.example/feeds/x", "https://desk.example/"); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(once.Bytes(), again.Bytes()) {
			t.Errorf("%s: other bytes the second time", format)
		}
		f, err := gofeed.NewParser().Parse(&once)
		if err != nil || len(f.Items) != 1 {
			t.Fatalf("%s: %v: %s", format, err, again.String())
		}
		it := f.Items[0]
		if f.Title != q.Name || it.GUID != "urn:selisik:"+fired[0].ID || it.Link != "https://desk.example/stories/"+string(fired[0].Story.ID) ||
			it.Title != "gempa <b>: a difference in “Gempa Guncang Wanasari, Warga Mengungsi”" || !it.PublishedParsed.Equal(fired[0].At) {
			t.Errorf("%s: %+v", format, it)
		}
		if text := it.Description + it.Content; !strings.Contains(text, "“8 orang” — warta.example") || !strings.Contains(text, "2 articles · 2 outlets") {
			t.Errorf("%s: text %q", format, text)
		}
	}
}

func TestMailIsInTheLanguageOfTheQuery(t *testing.T) {
	t.Parallel()
	b := newBench(t)
	b.save(alert.Query{When: alert.DifferenceAppears, Mail: "ratri@desk.example"})
	b.save(alert.Query{When: alert.DifferenceAppears, Mail: "sari@desk.example", Language: "en"})
	b.add(toll("warta", 1, "8"), toll("kabar", 2, "10"))
	for _, m := range b.sent.all() {
		want := map[string][2]string{
			"ratri@desk.example": {"gempa: perbedaan dalam “", "2 artikel · 2 media · 1 asal"},
			"sari@desk.example":  {"gempa: a difference in “", "2 articles · 2 outlets · "},
		}[m.To]
		if !strings.HasPrefix(m.Subject, want[0]) || !strings.Contains(m.Text, want[1]) || !strings.Contains(m.Text, "\nhttps://desk.example/stories/s-") {
			t.Errorf("to %s: %s\n%s", m.To, m.Subject, m.Text)
		}
	}
	if n := len(b.sent.all()); n != 2 {
		t.Errorf("%d sent", n)
	}
}
