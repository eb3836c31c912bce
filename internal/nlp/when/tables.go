package when

import (
	"maps"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/lang"
	quantity "github.com/selisik/selisik/internal/nlp/number"
	"github.com/selisik/selisik/internal/nlp/piece"
)

// words is the pack's tables, made ready.
type words struct {
	months, weekdays     piece.Table[int]
	relative             piece.Table[int]
	dayparts             piece.Table[daypart]
	seasons              piece.Table[[2]int]
	zones                piece.Table[*time.Location]
	places               piece.Table[string] // IANA names
	units                piece.Table[string]
	counted              piece.Table[bool] // what a year-like number may count
	kinds                map[string]*piece.Table[bool]
	says                 piece.Table[bool] // true for those that are verbs
	numbers              *quantity.Finder
	starts               map[string]bool // words that may begin an expression
	parts                map[string]bool // words that may begin a part of one
	home                 *time.Location
	monthFirst, cueFirst bool // "6/10" is June 10; cues stand before ("last week")
}

// daypart is a part of the day in minutes from midnight; to is inclusive.
type daypart struct{ from, to int }

func load(p *lang.Pack) words {
	w := words{
		kinds: map[string]*piece.Table[bool]{}, starts: map[string]bool{}, parts: map[string]bool{}, numbers: quantity.New(p),
		home: location(p.Zone), monthFirst: p.DateOrder == "mdy", cueFirst: !p.HeadFirst,
	}
	fill(p, "months", &w.months, func(c []string) int { return integer(c[1]) })
	fill(p, "weekdays", &w.weekdays, func(c []string) int { return integer(c[1]) })
	fill(p, "relative-days", &w.relative, func(c []string) int { return integer(c[1]) })
	fill(p, "dayparts", &w.dayparts, func(c []string) daypart { return daypart{minutes(c[1]), minutes(c[2])} })
	fill(p, "seasons", &w.seasons, func(c []string) [2]int { return [2]int{integer(c[1]), integer(c[2])} })
	fill(p, "zones", &w.zones, func(c []string) *time.Location { return location(c[1]) })
	fill(p, "place-zones", &w.places, func(c []string) string { return c[1] })
	fill(p, "time-units", &w.units, func(c []string) string { return c[1] })
	for _, table := range []string{"units", "classifiers"} {
		fill(p, table, &w.counted, func([]string) bool { return true })
	}
	fill(p, "reporting-verbs", &w.says, func(c []string) bool { return !strings.HasPrefix(c[2], "prep") && c[2] != "basis" && c[2] != "none" })
	for _, r := range p.Rows("time-words") {
		kind := r.Cols[1]
		if w.kinds[kind] == nil {
			w.kinds[kind] = &piece.Table[bool]{}
		}
		w.kinds[kind].Add(r.Cols[0], true)
	}
	w.loadStarts(p)
	return w
}

// loadStarts notes the first words of all that may begin an expression, and of
// all that may begin a part of one.
func (w *words) loadStarts(p *lang.Pack) {
	for _, table := range []string{"zones", "time-words", "collectives"} {
		for _, r := range p.Rows(table) {
			w.parts[piece.First(r.Cols[0])] = true
		}
	}
	for _, table := range []string{"months", "weekdays", "relative-days", "dayparts", "seasons", "time-units", "number-words", "fused-numbers"} {
		for _, r := range p.Rows(table) {
			w.starts[piece.First(r.Cols[0])] = true
		}
	}
	for _, r := range p.Rows("time-words") {
		switch r.Cols[1] {
		case clockWord, past, next, this, previous, following, recent, ahead, early, mid, late, from, morrow, sameDay, quarter, half, weekend, lastEnd, "1", "2", "3", "4":
			w.starts[piece.First(r.Cols[0])] = true
		}
	}
	maps.Copy(w.parts, w.starts)
}

// The kinds of time words.
const (
	clockWord = "clock"
	past      = "past"
	next      = "next"
	this      = "this"
	previous  = "previous"
	following = "following"
	ago       = "ago"
	later     = "later"
	earlier   = "earlier"
	recent    = "recent"
	ahead     = "ahead"
	hence     = "hence" // "two days from now"
	early     = "early"
	mid       = "mid"
	late      = "end"
	light     = "light"
	dateWord  = "date"
	yearWord  = "year"
	dayWord   = "weekday"
	link      = "link" // between a day and its month: "the 9th of June"
	yearCue   = "year-cue"
	to        = "to"
	and       = "and"
	from      = "from"
	future    = "future"
	done      = "done" // tells that something was
	soon      = "soon" // of beginning and going on
	meeting   = "meeting"
	aside     = "aside"   // opens an insertion between commas
	delayed   = "put-off" // of what waits up to a day
	local     = "local"
	quarter   = "quarter"
	half      = "half"
	semester  = "semester"
	decade    = "decade"
	weekend   = "weekend"
	lastEnd   = "last-weekend" // "over the weekend"
	several   = "several"      // makes a unit or a weekday no single one
	rite      = "rite"         // before a weekday names a rite or a sale
	era       = "era"          // before a decade in two digits
	after     = "after"
	before    = "before"
	morrow    = "morrow" // the day after the one that is told
	sameDay   = "same-day"
	am        = "am"
	pm        = "pm"
	halfTo    = "half-to" // half an hour before: "setengah delapan"
	just      = "just"    // of the hours around: "Rabu pagi tadi", "akhir tahun nanti"
)

// is returns how many pieces a word of the kind takes at i, 0 if none stands
// there.
func (r *reader) is(kind string, i int) int {
	t := r.kinds[kind]
	if t == nil {
		return 0
	}
	_, n := t.Match(r.l, i)
	return n
}

// follows reports whether a word of the kind ends right before piece i.
func (r *reader) follows(kind string, i int) bool {
	t := r.kinds[kind]
	if t == nil {
		return false
	}
	_, n := t.Before(r.l, i)
	return n > 0
}

// one returns the first of the kinds that stands at i, and its pieces.
func (r *reader) one(i int, kinds ...string) (string, int) {
	for _, k := range kinds {
		if n := r.is(k, i); n > 0 {
			return k, n
		}
	}
	return "", 0
}

func fill[V any](p *lang.Pack, name string, t *piece.Table[V], value func(cols []string) V) {
	for _, r := range p.Rows(name) {
		t.Add(r.Cols[0], value(r.Cols))
	}
}

func integer(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// minutes reads "18:30" as minutes from midnight.
func minutes(s string) int {
	t, err := time.Parse("15:04", s)
	if err != nil {
		return 0
	}
	return t.Hour()*60 + t.Minute()
}
