package reconcile_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/extract"
	"github.com/selisik/selisik/internal/stage/lineage"
	"github.com/selisik/selisik/internal/stage/reconcile"
	"github.com/selisik/selisik/internal/text"
)

// The story language of testdata/*.story (the file name starts with the
// language's tag). All events, people and outlets are invented.
//
//	# a remark
//	article 2031-03-04T08:10:00+07:00 Kabar Nusa    a new article; what follows is its text, a paragraph a line
//	= Title of the article
//	language en                  the articles that follow are in English
//	expect joined A | B          a claim with A and one with B meet in a finding
//	expect apart A | B           they meet in none
//	expect origins N A           the first finding with A has N independent origins
//	expect status S A            its status
//	expect main A                it is a main finding
//	expect differs SLOT KIND A | B   some finding has such a difference with these values
//	expect agree                 no contradiction anywhere
//	expect alike SLOT            no difference of that slot anywhere
//	expect timeline DAY A        an entry starts on that day, a claim of it has A
//	expect undated A             no entry has a claim with A
//	expect spoken NAME | A       the quotations with A are NAME's
type script struct {
	story  news.Story
	expect [][2]string // line number and text
}

func readScript(t *testing.T, file string) script {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tag, _, _ := strings.Cut(filepath.Base(file), "-")
	s := script{story: news.Story{Languages: []string{tag}}}
	var articles []news.Article
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		head, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "" || head == "#":
		case head == "article":
			stamp, outlet, _ := strings.Cut(rest, " ")
			at, err := time.Parse(time.RFC3339, stamp)
			if err != nil {
				t.Fatalf("%s:%d: %v", file, n, err)
			}
			articles = append(articles, news.Article{
				ID: news.ArticleID(fmt.Sprintf("a-%d", len(articles)+1)), Language: tag, Outlet: &news.Outlet{Name: outlet},
				Published: &news.Published{Time: at, Precision: news.Minute, Basis: "metadata"},
			})
		case head == "language":
			tag = rest
			s.story.Languages = append(s.story.Languages, tag)
		case head == "expect":
			s.expect = append(s.expect, [2]string{fmt.Sprint(n), rest})
		case head == "=":
			articles[len(articles)-1].Title = rest
		default:
			a := &articles[len(articles)-1]
			if a.Text != "" {
				a.Text += "\n\n"
			}
			a.Text += line
		}
	}
	s.story.Readings, s.story.Lineage = read(t, articles)
	return s
}

func packs(t testing.TB) *lang.Packs {
	t.Helper()
	ps, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return ps
}

func read(t testing.TB, articles []news.Article) ([]news.Reading, []news.Link) {
	t.Helper()
	x, err := extract.New(packs(t))
	if err != nil {
		t.Fatal(err)
	}
	var out []news.Reading
	for _, a := range articles {
		out = append(out, x.Read(a))
	}
	return out, lineage.New(packs(t)).Links(out)
}

func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/*.story")
	if err != nil || len(files) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	rec := reconcile.New(packs(t))
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := readScript(t, file)
			got := rec.Story(s.story)
			for _, e := range s.expect {
				if !met(&got, e[1]) {
					t.Errorf("%s:%s: not so: %s", file, e[0], e[1])
				}
			}
			if t.Failed() {
				t.Log(dump(&got))
			}
		})
	}
}

// met reports whether an expectation holds.
func met(s *news.Story, what string) bool {
	verb, rest, _ := strings.Cut(what, " ")
	a, b, _ := strings.Cut(rest, " | ")
	switch verb {
	case "joined":
		return joined(s, a, b)
	case "apart":
		return holders(s, a) != nil && holders(s, b) != nil && !joined(s, a, b)
	case "agree":
		return !slices.ContainsFunc(s.Findings, func(f news.Finding) bool {
			return slices.ContainsFunc(f.Differences, func(d news.Difference) bool { return d.Kind == news.Contradiction })
		})
	case "alike":
		return !slices.ContainsFunc(s.Findings, func(f news.Finding) bool {
			return slices.ContainsFunc(f.Differences, func(d news.Difference) bool { return d.Slot == rest })
		})
	case "differs":
		return differs(s, rest)
	case "settled":
		return settled(s, holders(s, a), holders(s, b))
	case "timeline":
		day, a, _ := strings.Cut(rest, " ")
		return slices.ContainsFunc(s.Timeline, func(e news.TimelineEntry) bool {
			return strings.HasPrefix(e.Start.String(), day) && slices.ContainsFunc(e.Claims, func(c news.ClaimID) bool { return slices.Contains(holders(s, a), c) })
		})
	case "spoken":
		return spoken(s, a, b)
	case "undated":
		return holders(s, rest) != nil && !slices.ContainsFunc(s.Timeline, func(e news.TimelineEntry) bool {
			return slices.ContainsFunc(e.Claims, func(c news.ClaimID) bool { return slices.Contains(holders(s, rest), c) })
		})
	case "main":
		f := finding(s, rest)
		return f != nil && f.Main
	case "origins", "status":
		want, a, _ := strings.Cut(rest, " ")
		f := finding(s, a)
		return f != nil && (verb == "status" && string(f.Status) == want || verb == "origins" && fmt.Sprint(f.Origins) == want)
	}
	return false
}

// spoken reports whether there are quotations with words, all of one speaker.
func spoken(s *news.Story, speaker, words string) bool {
	n := 0
	for _, r := range s.Readings {
		for _, q := range r.Quotes {
			if strings.Contains(q.Text, words) {
				if n++; q.Speaker != speaker {
					return false
				}
			}
		}
	}
	return n > 0
}

// settled reports whether there are claims of both and no difference between them.
func settled(s *news.Story, a, b []news.ClaimID) bool {
	tells := func(d news.Difference, claims []news.ClaimID) bool {
		return slices.ContainsFunc(d.Values, func(v news.Value) bool {
			return slices.ContainsFunc(v.Claims, func(c news.ClaimID) bool { return slices.Contains(claims, c) })
		})
	}
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(s.Findings, func(f news.Finding) bool {
		return slices.ContainsFunc(f.Differences, func(d news.Difference) bool { return tells(d, a) && tells(d, b) })
	})
}

func holders(s *news.Story, part string) []news.ClaimID {
	var out []news.ClaimID
	for _, c := range s.Claims {
		if strings.Contains(c.Text, part) {
			out = append(out, c.ID)
		}
	}
	return out
}

func joined(s *news.Story, a, b string) bool {
	as, bs := holders(s, a), holders(s, b)
	return slices.ContainsFunc(s.Findings, func(f news.Finding) bool {
		return slices.ContainsFunc(as, func(x news.ClaimID) bool {
			return slices.Contains(f.Claims, x) && slices.ContainsFunc(bs, func(y news.ClaimID) bool { return x != y && slices.Contains(f.Claims, y) })
		})
	})
}

// finding is the first that has a claim with part in it.
func finding(s *news.Story, part string) *news.Finding {
	hs := holders(s, part)
	for i := range s.Findings {
		if slices.ContainsFunc(s.Findings[i].Claims, func(c news.ClaimID) bool { return slices.Contains(hs, c) }) {
			return &s.Findings[i]
		}
	}
	return nil
}

func differs(s *news.Story, rest string) bool {
	f := strings.SplitN(rest, " ", 3)
	values := strings.Split(f[2], " | ")
	return slices.ContainsFunc(s.Findings, func(x news.Finding) bool {
		return slices.ContainsFunc(x.Differences, func(d news.Difference) bool {
			if d.Slot != f[0] || d.Kind != f[1] {
				return false
			}
			return !slices.ContainsFunc(values, func(want string) bool {
				return !slices.ContainsFunc(d.Values, func(v news.Value) bool { return strings.Contains(text.Fold(v.Value), text.Fold(want)) })
			})
		})
	})
}

// dump shows the findings for whoever mends a case.
func dump(s *news.Story) string {
	var b strings.Builder
	text := map[news.ClaimID]string{}
	for _, c := range s.Claims {
		text[c.ID] = string(c.Article) + " " + c.Text
		if len(c.Attribution) > 0 {
			text[c.ID] += " [" + c.Attribution[0].Name + "]"
		}
	}
	for _, f := range s.Findings {
		fmt.Fprintf(&b, "\n%s main=%v %s origins=%d %q", f.ID, f.Main, f.Status, f.Origins, f.OriginNames)
		for _, c := range f.Claims {
			fmt.Fprintf(&b, "\n    %s %s", c, text[c])
		}
		for _, d := range f.Differences {
			fmt.Fprintf(&b, "\n  ! %s %s %v", d.Slot, d.Kind, d.Values)
		}
	}
	return b.String()
}
