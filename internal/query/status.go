package query

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// StatusSchema names the version of a Status as JSON.
const StatusSchema = "selisik.status/1"

// Status is how a store stands.
type Status struct {
	Schema string `json:"schema"`
	// Counts are those of store.Admin: documents, pages, articles, stories,
	// dossiers, stale-dossiers, feeds, edits.
	Counts map[string]int `json:"counts"`
	Jobs   []Queue        `json:"jobs"` // kinds with jobs, sorted
	// Sources counts feeds by how they do.
	Sources map[news.ConditionKind]int `json:"sources"`
}

// Queue is the state of one kind of job.
type Queue struct {
	Kind    store.JobKind `json:"kind"`
	Waiting int           `json:"waiting"`
	Running int           `json:"running"`
	Dead    int           `json:"dead"`
	// Seconds is for how long the oldest that waits could have started.
	Seconds float64 `json:"oldest_seconds"`
}

// Health tells how a feed does at a time.
type Health func(f news.Feed, s news.FeedState, now time.Time) news.Condition

// NewStatus asks the store how it stands at a time.
func NewStatus(ctx context.Context, s store.Store, health Health, now time.Time) (Status, error) {
	out := Status{Schema: StatusSchema, Jobs: []Queue{}, Sources: map[news.ConditionKind]int{}}
	var err error
	if out.Counts, err = s.Admin().Counts(ctx); err != nil {
		return out, err
	}
	jobs, err := s.Jobs().Counts(ctx)
	if err != nil {
		return out, err
	}
	for _, j := range jobs {
		if j.Waiting+j.Running+j.Dead > 0 {
			out.Jobs = append(out.Jobs, Queue{j.Kind, j.Waiting, j.Running, j.Dead, Age(j, now).Seconds()})
		}
	}
	feeds, err := s.Feeds().Feeds(ctx)
	for _, f := range feeds {
		out.Sources[health(f.Feed, f.State, now).Kind]++
	}
	return out, err
}

// Age is for how long the oldest job that waits could have started: zero if none
// waits, or none may start yet.
func Age(c store.JobCount, now time.Time) time.Duration {
	if c.Oldest.IsZero() {
		return 0
	}
	return max(0, now.Sub(c.Oldest))
}
