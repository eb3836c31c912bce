package drill

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/clean"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// TestSimulatedDay: a desk watches four invented outlets from before their first
// article to midnight, in steps of a clock that is moved. What should come out
// stands in ingesttest/day.txtar.
func TestSimulatedDay(t *testing.T) {
	t.Parallel()
	step := time.Duration(form(15, 5)) * time.Minute
	onEach(t, func(t *testing.T, address string) {
		clock := ingesttest.NewClock(time.Time{})
		net := ingesttest.StartNet(t, ingesttest.Day(), clock)
		l := newLookout(t, address, net, clock, time.Minute)
		begin := clock.Now()
		steps := int(17 * time.Hour / step)
		for i := range steps {
			clock.Reach(begin.Add(time.Duration(i) * step))
			l.look()
		}
		l.checkStories()
		l.checkVersions()
		l.checkNotes()
		l.checkHealth()
		l.whole()
		tell(t, figure{Times: steps, Articles: 8, Note: fmt.Sprintf("17 hours in %d steps: 2 stories, 3 changed pages, 1 withdrawn, 6 feeds", steps)})
	})
}

func (l *lookout) checkStories() {
	l.t.Helper()
	var got []string
	for _, s := range l.list() {
		got = append(got, strings.Join(slices.Compact(l.refs(s.Pages)), "\n"))
	}
	slices.Sort(got)
	want := []string{
		"http://harianuji.example/daerah/warga-way-uji-mengungsi\nhttp://kabaruji.example/1/sungai-way-uji-meluap\n" +
			"http://kabaruji.example/3/banjir-surut\nhttp://kantoruji.example/berita/banjir-way-uji\nhttp://wartauji.example/banjir-rendam-tiga-desa",
		"http://harianuji.example/kota/api-di-pasar-lembayung\nhttp://kabaruji.example/2/kebakaran-pasar-lembayung\nhttp://wartauji.example/pasar-lembayung-terbakar",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		l.t.Errorf("stories:\n%s", diff)
	}
}

func (l *lookout) checkVersions() {
	l.t.Helper()
	want := map[string]int{
		"http://harianuji.example/daerah/warga-way-uji-mengungsi": 2,
		"http://harianuji.example/kota/api-di-pasar-lembayung":    1,
		"http://kabaruji.example/1/sungai-way-uji-meluap":         1,
		"http://kabaruji.example/2/kebakaran-pasar-lembayung":     2,
		"http://kabaruji.example/3/banjir-surut":                  1,
		"http://kantoruji.example/berita/banjir-way-uji":          1,
		"http://wartauji.example/banjir-rendam-tiga-desa":         1,
		"http://wartauji.example/pasar-lembayung-terbakar":        2,
	}
	if diff := cmp.Diff(want, l.versions()); diff != "" {
		l.t.Errorf("versions:\n%s", diff)
	}
	for url := range want {
		versions, err := l.store.Articles().Versions(l.t.Context(), clean.PageAt(url))
		if err != nil || len(versions) == 0 {
			l.t.Fatalf("%s: %d versions, %v", url, len(versions), err)
		}
		newest := versions[len(versions)-1]
		if gone := strings.HasSuffix(url, "api-di-pasar-lembayung"); newest.Withdrawn.IsZero() == gone {
			l.t.Errorf("%s: withdrawn %v", url, newest.Withdrawn)
		}
	}
}

// checkNotes: the corrected figure is noted as corrected, the changed one as
// changed, the comma not at all, and that an article was withdrawn is told of
// its story.
func (l *lookout) checkNotes() {
	l.t.Helper()
	for _, s := range l.list() {
		made, err := l.Dossier(l.t.Context(), s.ID)
		if err != nil {
			l.t.Fatal(err)
		}
		var d dossier.Story
		if err := json.Unmarshal(made.JSON, &d); err != nil {
			l.t.Fatal(err)
		}
		var kinds []string
		for _, n := range d.Notes {
			kinds = append(kinds, n.Kind)
		}
		for _, f := range d.Findings {
			for _, n := range f.Notes {
				kinds = append(kinds, n.Kind)
			}
		}
		slices.Sort(kinds)
		kinds = slices.Compact(kinds)
		want := []string(nil)
		if len(s.Pages) == 3 {
			want = []string{news.NoteChanged, news.NoteCorrected, news.NoteWithdrawn}
		}
		for _, k := range want {
			if !slices.Contains(kinds, k) {
				l.t.Errorf("%s: notes %v, want %s", s.Title, kinds, k)
			}
		}
		if want == nil && len(kinds) > 0 {
			l.t.Errorf("%s: notes %v", s.Title, kinds)
		}
	}
}

func (l *lookout) checkHealth() {
	l.t.Helper()
	got := map[string]string{}
	for url, c := range l.health() {
		got[url] = string(c.Kind)
		if c.Failure != nil {
			got[url] += " " + string(c.Failure.Kind)
		}
		if c.Kind == news.FeedAhead {
			got[url] += " " + c.By.String()
		}
	}
	want := map[string]string{
		"http://kantoruji.example/atom.xml": "fine", "http://kabaruji.example/feed.xml": "fine", "http://kabaruji.example/sitemap.xml": "fine",
		"http://kabaruji.example/tag/banjir.xml": "fails robots", "http://wartauji.example/rss": "clock 7h0m0s", "http://harianuji.example/feed.json": "fails wall",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		l.t.Errorf("health:\n%s", diff)
	}
}
