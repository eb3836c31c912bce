// Package doctor looks a running Selisik over and says what is wrong and what to
// do about it: the store, its queue, the sources, the clock, the disk.
//
// In: a store, the time, and what only the caller can know (free disk space).
// Out: complaints in a fixed order, worst first; none if all is sound. It
// changes nothing.
package doctor

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// Grade tells how bad something is.
type Grade string

// The grades, worst first. Notices are for knowing: with nothing else all is
// sound.
const (
	Broken Grade = "broken" // something does not work
	Risk   Grade = "risk"   // something will soon not work, or is lost if nobody looks
	Notice Grade = "notice"
)

// Complaint is one thing that is wrong.
type Complaint struct {
	Grade Grade  `json:"grade"`
	About string `json:"about"` // store, jobs, sources, clock, disk, packs
	What  string `json:"what"`
	Do    string `json:"do"`
}

// Patient is what is looked over.
type Patient struct {
	Store store.Store
	Now   time.Time
	// Free and Used are bytes of the disk that the store is on; Free is
	// negative where that is not known.
	Free, Used int64
	Health     query.Health
	// Words puts a feed's condition into words.
	Words func(news.Condition) string
}

// Examine looks everything over. An error means that the store does not
// answer at all.
func Examine(ctx context.Context, p Patient) ([]Complaint, error) {
	var out []Complaint
	for _, look := range []func(context.Context, *Patient) ([]Complaint, error){integrity, queue, sources, clock, disk} {
		found, err := look(ctx, &p)
		if err != nil {
			return out, err
		}
		out = append(out, found...)
	}
	rank := []Grade{Broken, Risk, Notice}
	slices.SortStableFunc(out, func(a, b Complaint) int { return slices.Index(rank, a.Grade) - slices.Index(rank, b.Grade) })
	return out, nil
}

// Sound reports whether there is nothing but notices.
func Sound(list []Complaint) bool {
	return !slices.ContainsFunc(list, func(c Complaint) bool { return c.Grade != Notice })
}

func integrity(ctx context.Context, p *Patient) ([]Complaint, error) {
	wrong, err := p.Store.Admin().Check(ctx)
	var out []Complaint
	for _, w := range wrong {
		out = append(out, Complaint{Broken, "store", w, "make a backup with selisik backup, then restore it into a new store; if that fails, restore your last backup"})
	}
	return out, err
}

// Limits beyond which the queue is looked at.
const (
	longWait = time.Hour
	manyDead = 10 // are told of as one
)

func queue(ctx context.Context, p *Patient) ([]Complaint, error) {
	counts, err := p.Store.Jobs().Counts(ctx)
	if err != nil {
		return nil, err
	}
	var out []Complaint
	for _, c := range counts {
		if age := query.Age(c, p.Now); age > longWait {
			out = append(out, Complaint{Risk, "jobs", fmt.Sprintf("%d %s jobs wait, the oldest for %s", c.Waiting, c.Kind, age.Round(time.Minute)),
				"run selisik work, or more of it"})
		}
		if c.Dead > 0 {
			out = append(out, Complaint{Risk, "jobs", fmt.Sprintf("%d %s jobs failed for good%s", c.Dead, c.Kind, lastError(ctx, p, c.Kind)),
				"see selisik jobs; selisik jobs --retry tries them again"})
		}
	}
	return out, nil
}

// lastError quotes the newest failure of a kind.
func lastError(ctx context.Context, p *Patient, kind store.JobKind) string {
	dead, err := p.Store.Jobs().Dead(ctx, manyDead)
	i := slices.IndexFunc(dead, func(d store.Dead) bool { return d.Kind == kind })
	if err != nil || i < 0 {
		return ""
	}
	return ", the last: " + dead[i].Error
}

// advice is what to do about a feed by how it does.
var advice = map[news.ConditionKind]string{
	news.FeedFails:   "open the address in a browser; if it has moved, add the new one and remove this",
	news.FeedResting: "it is asked only rarely now; remove it with selisik source remove, or add its new address",
	news.FeedQuiet:   "see whether the outlet still writes to it",
	news.FeedDamaged: "nothing, whole items were saved; tell the outlet",
	news.FeedMoved:   "nothing, the new address is asked",
}

func sources(ctx context.Context, p *Patient) ([]Complaint, error) {
	feeds, err := p.Store.Feeds().Feeds(ctx)
	var out []Complaint
	for _, f := range feeds {
		c := p.Health(f.Feed, f.State, p.Now)
		do, ok := advice[c.Kind]
		if !ok {
			continue
		}
		grade := Notice
		if c.Kind == news.FeedFails && p.Now.Sub(c.Since) > 24*time.Hour || c.Kind == news.FeedResting {
			grade = Risk
		}
		out = append(out, Complaint{grade, "sources", f.URL + ": " + p.Words(c), do})
	}
	return out, err
}
