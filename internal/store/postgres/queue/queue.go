package queue

import (
	"context"
	_ "embed" // schema.sql
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// Options configures a queue; zero values take the defaults.
type Options struct {
	// TTL is how long a worker may be silent before its jobs go to others, by
	// the database's clock; 10 s. It bounds how long a killed worker's jobs are
	// missed, not how long a job may run.
	TTL time.Duration
	// Poll is how often a worker with nothing to do looks for jobs; 50 ms.
	Poll time.Duration
	// Backoff is how long a job waits after its attempt-th failure; 1 s, 4 s,
	// 16 s, 64 s.
	Backoff func(attempt int) time.Duration
	// Now is the clock that jobs' After is by; nil: the database's.
	Now func() time.Time
	// Log is told what goes wrong, by River or here; nil for nobody.
	Log *slog.Logger
}

// Silence is the TTL with its default.
func (o Options) Silence() time.Duration { return o.withDefaults().TTL }

func (o Options) withDefaults() Options {
	if o.TTL <= 0 {
		o.TTL = 10 * time.Second
	}
	if o.Poll <= 0 {
		o.Poll = 50 * time.Millisecond
	}
	if o.Backoff == nil {
		o.Backoff = func(attempt int) time.Duration { return time.Second << (2 * min(attempt-1, 10)) }
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	o.Log = slog.New(warnings{o.Log.Handler()})
	return o
}

// warnings keeps back what is no warning: River tells of every start and stop.
type warnings struct{ slog.Handler }

func (w warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && w.Handler.Enabled(ctx, level)
}

// now is the time by the clock of Now, nil for the database's.
func (o Options) now() *time.Time {
	if o.Now == nil {
		return nil
	}
	t := o.Now()
	return &t
}

// Queue is the jobs of one database.
type Queue struct {
	pool   *pgxpool.Pool
	driver riverdriver.Driver[pgx.Tx]
	opt    Options
}

// New returns the queue of a database whose schema Migrate has brought up.
func New(pool *pgxpool.Pool, opt Options) *Queue {
	return &Queue{pool: pool, driver: riverpgxv5.New(pool), opt: opt.withDefaults()}
}

//go:embed schema.sql
var schema string

// Migrate brings River's tables and ours up to date. Only one process may call
// it at a time.
func Migrate(ctx context.Context, pool *pgxpool.Pool) error {
	m, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return fmt.Errorf("migrate jobs: %w", err)
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate jobs: %w", err)
	}
	if _, err := pool.Exec(ctx, schema); err != nil {
		return fmt.Errorf("migrate jobs: %w", err)
	}
	return nil
}
