package store

import (
	"context"
	"time"
)

// JobKind names what a job does.
type JobKind string

// The kinds of job, in the order of the stages.
const (
	Fetch     JobKind = "fetch"     // Key: address of a page
	Clean     JobKind = "clean"     // Key: document id
	Extract   JobKind = "extract"   // Key: article id
	Cluster   JobKind = "cluster"   // Key: partition
	Reconcile JobKind = "reconcile" // Key: story id
	Alert     JobKind = "alert"     // Key: story id; what its new dossier is told to whom
	Deliver   JobKind = "deliver"   // Key: what is told, and the way
)

// Job is a piece of work. Jobs are idempotent: done twice is as done once.
type Job struct {
	Kind JobKind
	Key  string // what it is about
	// Args is what else a handler needs, JSON; nil for none.
	Args []byte
	// Unique jobs are not enqueued while one of the same kind and key waits; one
	// that runs does not count, for it may have read before this change.
	Unique bool
	// After is when it may start; zero for at once.
	After time.Time
}

// Running is a job handed to a handler.
type Running struct {
	Job
	ID      int64
	Attempt int // from 1
}

// Dead is a job that failed for good.
type Dead struct {
	Running
	Error string
	At    time.Time
}

// Handler does one job. An error makes it try again later, with exponential
// back-off, up to MaxAttempts; then the job is dead. An error that wraps
// news.ErrInvalid or news.ErrNotFound makes it dead at once.
type Handler func(ctx context.Context, j Running) error

// MaxAttempts is how often a job is tried.
const MaxAttempts = 5

// WorkOptions configures Work.
type WorkOptions struct {
	Owner    string              // unique among processes
	Handlers map[JobKind]Handler // jobs of other kinds are left alone
	// Workers is how many jobs run at a time, 0: one a core. Cluster jobs run
	// one at a time besides.
	Workers int
	// Drain ends Work once no job of the kinds with a handler that may start, or
	// that runs anywhere, is left; else it waits for more until ctx ends.
	Drain bool
	// Gone reports whether the process with this Owner is known to be dead: its
	// running jobs wait again at once, not only when their time is up. May be
	// nil.
	Gone func(owner string) bool
	// Now is the clock; nil is refused.
	Now func() time.Time
	// Done is told of each job that ended, nil error for success; may be nil.
	Done func(j Running, took time.Duration, err error)
}

// JobCount tells how many jobs of a kind there are.
type JobCount struct {
	Kind                   JobKind
	Waiting, Running, Dead int
	Oldest                 time.Time // since when the oldest of those waiting may start; zero if none
}

// Worker runs jobs.
type Worker interface {
	// Work runs jobs until ctx ends (nil error) or, with Drain, until none is
	// left. A job whose process died is tried again. On SQLite jobs run in this
	// process; on PostgreSQL it is one of any number of workers. A job whose
	// handler ctx cut short waits again, and the attempt does not count.
	Work(ctx context.Context, opt WorkOptions) error
	// Counts returns the state of the queue by kind, sorted.
	Counts(ctx context.Context) ([]JobCount, error)
	// Dead returns dead jobs, newest first, at most limit.
	Dead(ctx context.Context, limit int) ([]Dead, error)
	// Retry makes dead jobs wait again, with all their attempts: those with the
	// given ids, or all. It returns how many.
	Retry(ctx context.Context, ids ...int64) (int, error)
}

// Jobs are work to be done. Writes elsewhere in the store enqueue them.
type Jobs interface {
	Worker
	// Enqueue adds jobs by themselves.
	Enqueue(ctx context.Context, jobs []Job) error
	// Acquire takes or renews the lease of a partition for owner until now+ttl.
	// Each change of owner raises the epoch; so does taking it after Release. It
	// returns a HeldError, which is news.ErrConflict, while another owner's
	// lease runs. A lease that ends more than twice ttl from now does not: it was
	// taken by a clock that has been put back since.
	Acquire(ctx context.Context, partition, owner string, now time.Time, ttl time.Duration) (Lease, error)
	// Release gives a lease back early; a lease that is no longer held is none
	// to give back, and no error.
	Release(ctx context.Context, l Lease) error
}
