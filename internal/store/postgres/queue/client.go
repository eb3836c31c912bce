package queue

import (
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// args are a job's arguments as River keeps them.
type args struct {
	kind   store.JobKind
	Key    string `json:"key"`
	Args   string `json:"args,omitempty"`
	Unique bool   `json:"unique,omitempty"`
}

// Kind is River's name for the kind of job.
func (a args) Kind() string { return string(a.kind) }

// hands are what a worker has in them: how many jobs now, and how many it ever
// began.
type hands struct{ active, begun atomic.Int64 }

// handler is a handler of ours as River's worker.
type handler struct {
	river.WorkerDefaults[args]
	do    store.Handler
	opt   *store.WorkOptions
	queue *Queue
	hands *hands
	slots chan struct{} // one for each job that may run at a time
}

// Work does one job. One that is broken off because the worker ends goes back
// as if it had not been tried.
func (h *handler) Work(ctx context.Context, j *river.Job[args]) error {
	h.hands.begun.Add(1)
	h.hands.active.Add(1)
	defer h.hands.active.Add(-1)
	select {
	case h.slots <- struct{}{}:
		defer func() { <-h.slots }()
	case <-ctx.Done():
		return river.JobSnooze(0)
	}
	run := running(j.JobRow, j.Args)
	begun := h.opt.Now()
	err := h.do(ctx, run)
	if h.opt.Done != nil {
		h.opt.Done(run, h.opt.Now().Sub(begun), err)
	}
	if err != nil && ctx.Err() != nil {
		return river.JobSnooze(0)
	}
	return err
}

// NextRetry is when a failed job is tried again.
func (h *handler) NextRetry(j *river.Job[args]) time.Time {
	return h.opt.Now().Add(h.queue.opt.Backoff(j.Attempt))
}

// Timeout is none: a job may take its time as long as its worker beats.
func (h *handler) Timeout(*river.Job[args]) time.Duration { return -1 }

func running(row *rivertype.JobRow, a args) store.Running {
	j := store.Job{Kind: store.JobKind(row.Kind)}
	a.fill(&j)
	return store.Running{Job: j, ID: row.ID, Attempt: row.Attempt}
}

// fill puts into a job what its arguments tell of it.
func (a args) fill(j *store.Job) {
	j.Key, j.Unique = a.Key, a.Unique
	if a.Args != "" {
		j.Args = []byte(a.Args)
	}
}

// final ends jobs at once whose error cannot change.
type final struct{}

func (final) HandleError(_ context.Context, _ *rivertype.JobRow, err error) *river.ErrorHandlerResult {
	return &river.ErrorHandlerResult{SetCancelled: errors.Is(err, news.ErrInvalid) || errors.Is(err, news.ErrNotFound)}
}

func (final) HandlePanic(context.Context, *rivertype.JobRow, any, string) *river.ErrorHandlerResult {
	return nil
}

// clock is the clock that Work was given, for River.
type clock func() time.Time

func (c clock) Now() time.Time { return c() }
func (c clock) NowOrNil() *time.Time {
	now := c().UTC()
	return &now
}

// ahead is how many jobs a worker takes for each that it can run at a time, so
// that it need not ask for every one by itself.
const ahead = 4

// client is River's worker under a member's name.
func (q *Queue) client(m member, opt *store.WorkOptions, hands *hands) (*river.Client[pgx.Tx], error) {
	n := opt.Workers
	if n <= 0 {
		n = runtime.GOMAXPROCS(0)
	}
	many, one := make(chan struct{}, n), make(chan struct{}, 1)
	workers := river.NewWorkers()
	for kind, do := range opt.Handlers {
		h := &handler{do: do, opt: opt, queue: q, hands: hands, slots: many}
		if kind == store.Cluster {
			h.slots = one
		}
		river.AddWorkerArgs(workers, args{kind: kind}, h)
	}
	return river.NewClient(q.driver, &river.Config{
		ID:                          m.name,
		Workers:                     workers,
		Queues:                      map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: ahead * n}, "cluster": {MaxWorkers: 1}},
		FetchOnlyKnownKinds:         true,
		FetchCooldown:               time.Millisecond,
		FetchPollInterval:           q.opt.Poll,
		PollOnly:                    true,
		JobTimeout:                  -1,
		MaxAttempts:                 store.MaxAttempts,
		CompletedJobRetentionPeriod: time.Hour,
		CancelledJobRetentionPeriod: -1, // the dead stay until they are retried
		DiscardedJobRetentionPeriod: -1,
		LeaderElectionDisabled:      opt.Drain, // it is gone before it could lead
		ErrorHandler:                final{},
		Logger:                      q.opt.Log,
		Test:                        river.TestConfig{Time: clock(opt.Now)}, // the one way to give River a clock
	})
}

// parse reads a job's arguments.
func parse(raw []byte) (a args, err error) {
	err = json.Unmarshal(raw, &a)
	return a, err
}
