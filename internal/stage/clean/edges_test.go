package clean_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// record is one invented record of testdata/outlets.
type record struct {
	outlet, title, published, time string
	lines                          []string
}

func records(t *testing.T, file string) (out []record) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(b), "\n") {
		switch {
		case strings.HasPrefix(l, "@@ "):
			f := append(strings.Split(strings.TrimPrefix(l, "@@ "), " || "), "", "", "")
			out = append(out, record{outlet: f[0], title: f[1], published: f[2], time: f[3]})
		case l != "" && !strings.HasPrefix(l, "#"):
			r := &out[len(out)-1]
			r.lines = append(r.lines, l)
		}
	}
	return out
}

var (
	inner  = regexp.MustCompile(`\[\[[^\]]*\]\]`)
	blanks = regexp.MustCompile(`\s+`)
)

func squash(s string) string { return strings.TrimSpace(blanks.ReplaceAllString(s, " ")) }

func TestOutletsKeepTheirReportAndLoseTheRest(t *testing.T) {
	c := cleaner(t)
	for _, file := range []string{"testdata/outlets/id.txt", "testdata/outlets/en.txt"} {
		for _, r := range records(t, file) {
			t.Run(r.outlet+" "+r.title, func(t *testing.T) {
				var body, want []string
				for _, l := range r.lines {
					body = append(body, strings.NewReplacer("[[", "", "]]", "").Replace(strings.TrimPrefix(l, "~")))
					if !strings.HasPrefix(l, "~") {
						want = append(want, inner.ReplaceAllString(l, ""))
					}
				}
				a, err := c.Article(news.RawDocument{
					Input: "x", Outlet: r.outlet, Title: r.title, Published: r.published, MediaType: "text/plain",
					Body: []byte(strings.Join(body, "\n")), Fetched: time.Date(2025, 6, 12, 8, 0, 0, 0, time.UTC),
				})
				if err != nil {
					t.Fatal(err)
				}
				if got, want := squash(a.Text), squash(strings.Join(want, " ")); got != want {
					t.Errorf("got  %s\nwant %s", got, want)
				}
				if r.time != "" && (a.Published == nil || !strings.HasPrefix(a.Published.Time.Format(time.RFC3339), r.time)) {
					t.Errorf("published %v, want %s", a.Published, r.time)
				}
			})
		}
	}
}
