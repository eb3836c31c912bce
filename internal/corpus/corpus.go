package corpus

import (
	"cmp"
	_ "embed"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
)

//go:embed templates.txt
var table string

// Options tells what to make; the zero value gives nothing.
type Options struct {
	Seed     uint64
	Articles int
	Event    int // articles on one event; 0: 4
	// PerDay is how many articles a day has; the days follow one another. 0: all
	// events lie in one month.
	PerDay int
	From   time.Time // the first day (UTC); zero: 1 June 2025
}

// Make yields articles of invented news in the order of their events. Events
// differ in names, figures and days; articles of one event share its facts and
// word them in their own way. The same options give the same bytes.
func Make(opt Options) iter.Seq[news.RawDocument] {
	size, from := cmp.Or(opt.Event, 4), cmp.Or(opt.From, time.Date(2025, 6, 1, 0, 0, 0, 0, time.UTC))
	return func(yield func(news.RawDocument) bool) {
		g := newNewsroom(opt.Seed)
		for n := 0; n < opt.Articles; {
			day := g.rnd.IntN(28)
			if opt.PerDay > 0 {
				day = n / opt.PerDay
			}
			e := g.event(from.AddDate(0, 0, day))
			for range min(size, opt.Articles-n) {
				if !yield(g.article(e, n)) {
					return
				}
				n++
			}
		}
	}
}

func newNewsroom(seed uint64) *newsroom {
	g := &newsroom{rnd: rand.New(rand.NewPCG(seed, 7)), parts: templates(table)}
	for k := range g.parts {
		if k != "quote" && k != "filler" {
			g.kinds = append(g.kinds, k)
		}
	}
	slices.Sort(g.kinds)
	return g
}

// templates reads sections of lines, each with its variants.
func templates(s string) map[string][][]string {
	out := map[string][][]string{}
	section := ""
	for l := range strings.Lines(s) {
		l = strings.TrimSpace(l)
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[':
			section = strings.Trim(l, "[]")
		default:
			out[section] = append(out[section], strings.Split(l, " | "))
		}
	}
	return out
}

type newsroom struct {
	rnd   *rand.Rand
	parts map[string][][]string
	kinds []string
}

// event is what happened: a kind of event and its slots filled.
type event struct {
	kind  string
	at    time.Time
	slots []string // for strings.NewReplacer
}

func (g *newsroom) event(day time.Time) event {
	at := time.Date(day.Year(), day.Month(), day.Day(), g.rnd.IntN(24), g.rnd.IntN(60), 0, 0, time.FixedZone("WIB", 7*3600))
	months := strings.Fields("Januari Februari Maret April Mei Juli Agustus September")
	things := strings.Split("Pasar Induk,Gedung Arsip,Rumah Sakit,Pabrik Sepatu,Terminal,Balai Desa,Sekolah Dasar,Gudang Beras", ",")
	days := strings.Fields("Minggu Senin Selasa Rabu Kamis Jumat Sabtu")
	slots := map[string]string{
		"place": g.name(3), "regency": g.name(3), "province": g.name(2) + " Timur",
		"official": g.name(2) + " " + g.name(3), "witness": g.name(3), "expert": g.name(2) + " " + g.name(2),
		"thing": things[g.rnd.IntN(len(things))], "month": months[g.rnd.IntN(len(months))],
		"n": fmt.Sprint(20 + g.rnd.IntN(70)), "few": fmt.Sprint(2 + g.rnd.IntN(7)), "one": fmt.Sprint(1 + g.rnd.IntN(9)),
		"many": fmt.Sprintf("%d.%03d", 1+g.rnd.IntN(40), g.rnd.IntN(1000)), "money": fmt.Sprint(100 + g.rnd.IntN(900)),
		"hour": fmt.Sprintf("%02d.%02d", at.Hour(), at.Minute()),
		"day":  fmt.Sprintf("%s (%s)", days[at.Weekday()], at.Format("2/1/2006")),
	}
	e := event{kind: g.kinds[g.rnd.IntN(len(g.kinds))], at: at}
	for k, v := range slots {
		e.slots = append(e.slots, "{"+k+"}", v)
	}
	return e
}

// name makes a proper name of n syllables.
func (g *newsroom) name(n int) string {
	syllables := strings.Fields("ba ci da ga ja ka la ma na pa ra sa ta wa su bu ku lu mu ru tu ri ni li pi se re me te lang rung tan dar man kar nar wir sum bar tir")
	var b strings.Builder
	for range n {
		b.WriteString(syllables[g.rnd.IntN(len(syllables))])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// article tells of e as one outlet does: its own variants, a quotation or two
// and some filling.
func (g *newsroom) article(e event, n int) news.RawDocument {
	outlet := fmt.Sprintf("Kabar %02d", g.rnd.IntN(40))
	fill := strings.NewReplacer(append(slices.Clone(e.slots), "{outlet}", outlet)...)
	var title string
	var paras []string
	for _, variants := range g.parts[e.kind] {
		s := fill.Replace(variants[g.rnd.IntN(len(variants))])
		switch t, ok := strings.CutPrefix(s, "title: "); {
		case ok || strings.HasPrefix(variants[0], "title: "):
			title = t
		case len(paras) == 0 || g.rnd.IntN(6) > 0:
			paras = append(paras, s)
		}
	}
	for range 2 + g.rnd.IntN(2) {
		paras = g.insert(paras, fill.Replace(g.one("quote")))
		paras = g.insert(paras, fill.Replace(g.one("filler")))
	}
	published := e.at.Add(time.Duration(1+g.rnd.IntN(30)) * time.Hour)
	return news.RawDocument{
		Input: fmt.Sprintf("corpus:%d", n+1), Ref: fmt.Sprintf("C%05d", n+1), Outlet: outlet, Title: title,
		URL:       fmt.Sprintf("https://kabar%02d.example/%d", n%40, n),
		Published: published.Format(time.RFC3339), MediaType: "text/plain", Charset: "utf-8",
		Body: []byte(strings.Join(paras, "\n\n")),
	}
}

func (g *newsroom) one(section string) string {
	lines := g.parts[section]
	return lines[g.rnd.IntN(len(lines))][0]
}

// insert puts s somewhere below the first paragraph.
func (g *newsroom) insert(paras []string, s string) []string {
	return slices.Insert(paras, 1+g.rnd.IntN(len(paras)), s)
}
