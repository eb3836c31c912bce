package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// crew is one run of Work. A single goroutine, the foreman (run), talks to the
// database: in one transaction a turn it writes how jobs ended and takes new
// ones. Workers only run handlers.
type crew struct {
	queue *queue
	opt   store.WorkOptions
	token string
	kinds []store.JobKind // of ordinary jobs

	todo    chan store.Running // room for all that are in hand: sends do not block
	single  chan store.Running // for the worker of cluster jobs
	ended   chan outcome
	inHand  int // taken and not yet ended, cluster jobs aside
	cluster bool
}

// most is how many ordinary jobs a crew has in hand for each of its workers.
const most = 8

// look is how often a crew looks for jobs that another process put in, that
// have become due, or whose crew died.
const look = 250 * time.Millisecond

// Work implements store.Worker.
func (q *queue) Work(ctx context.Context, opt store.WorkOptions) error {
	if opt.Now == nil || opt.Owner == "" || len(opt.Handlers) == 0 {
		return fmt.Errorf("work: %w: no clock, no owner or no handler", news.ErrInvalid)
	}
	if opt.Workers <= 0 {
		opt.Workers = runtime.GOMAXPROCS(0)
	}
	c := q.crew(opt)
	working, stop := context.WithCancel(ctx)
	finish := c.start(working)
	err := c.run(ctx)
	stop()
	close(c.todo)
	close(c.single)
	finish()
	if e := c.giveBack(context.WithoutCancel(ctx)); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("work: %w", explain(err))
	}
	return nil
}

func (q *queue) crew(opt store.WorkOptions) *crew {
	var kinds []store.JobKind
	for k := range opt.Handlers {
		if k != store.Cluster {
			kinds = append(kinds, k)
		}
	}
	slices.Sort(kinds)
	room := most * opt.Workers
	return &crew{
		queue: q, opt: opt, token: fmt.Sprintf("%s|%d", opt.Owner, q.crews.Add(1)), kinds: kinds,
		todo: make(chan store.Running, room), single: make(chan store.Running, 1), ended: make(chan outcome, room+1),
	}
}

// start starts the workers. The function that it returns waits for them; it
// returns at once for those that wait for more once todo and single are closed.
func (c *crew) start(ctx context.Context) (wait func()) {
	done := make(chan struct{})
	worker := func(jobs <-chan store.Running) {
		for j := range jobs {
			c.ended <- c.do(ctx, j)
		}
		done <- struct{}{}
	}
	for range c.opt.Workers {
		go worker(c.todo)
	}
	go worker(c.single)
	return func() {
		for range c.opt.Workers + 1 {
			<-done
		}
	}
}

// do runs one job, unless the crew is to stop.
func (c *crew) do(ctx context.Context, j store.Running) (o outcome) {
	o.job = j
	if ctx.Err() != nil {
		o.given = true
		return o
	}
	begin := c.opt.Now()
	defer func() {
		if p := recover(); p != nil {
			o.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
		}
		o.took = c.opt.Now().Sub(begin)
		o.given = o.err != nil && ctx.Err() != nil
		if c.opt.Done != nil && !o.given {
			c.opt.Done(j, o.took, o.err)
		}
	}()
	o.err = c.opt.Handlers[j.Kind](ctx, j)
	return o
}

// run is the foreman.
func (c *crew) run(ctx context.Context) error {
	beat := time.NewTicker(pulse)
	defer beat.Stop()
	looking := time.NewTicker(look)
	defer looking.Stop()
	if err := c.tx(ctx, c.reclaim); err != nil {
		return c.unless(ctx, err)
	}
	var ended []outcome
	for {
		more := c.queue.more()
		over, err := c.turn(ctx, ended)
		if err != nil || over {
			return c.unless(ctx, err)
		}
		ended = ended[:0]
		select {
		case <-ctx.Done():
			return nil
		case o := <-c.ended:
			ended = c.collect(append(ended, o))
		case <-more:
		case <-looking.C:
			err = c.tx(ctx, c.reclaim)
		case <-beat.C:
			err = c.tx(ctx, c.beat)
		}
		if err != nil {
			return c.unless(ctx, err)
		}
	}
}

// unless returns err unless it comes of ctx's end.
func (c *crew) unless(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return err
}

func (c *crew) idle() bool { return c.inHand == 0 && !c.cluster }

// collect adds what else has ended by now, and counts what is no longer in hand.
func (c *crew) collect(ended []outcome) []outcome {
	for len(c.ended) > 0 {
		ended = append(ended, <-c.ended)
	}
	for i := range ended {
		if ended[i].job.Kind == store.Cluster {
			c.cluster = false
		} else {
			c.inHand--
		}
	}
	return ended
}

// turn writes how jobs ended, takes new ones and hands them out. over is that
// Work is to end, for all is drained.
func (c *crew) turn(ctx context.Context, ended []outcome) (over bool, err error) {
	if len(ended) == 0 && c.inHand == cap(c.todo) {
		return false, nil
	}
	var jobs, single []store.Running
	err = c.tx(ctx, func(ctx context.Context, tx *sql.Tx, now time.Time) (err error) {
		if err = c.settle(ctx, tx, now, ended); err != nil {
			return err
		}
		if jobs, err = c.claim(ctx, tx, now, c.kinds, cap(c.todo)-c.inHand); err != nil {
			return err
		}
		if single, err = c.claimCluster(ctx, tx, now); err != nil {
			return err
		}
		if c.opt.Drain && c.idle() && len(jobs)+len(single) == 0 {
			over, err = c.finished(ctx, tx, now)
		}
		return err
	})
	if err != nil {
		for _, o := range ended {
			c.ended <- o // to be given another try as the crew ends
		}
		return false, err
	}
	for _, j := range jobs {
		c.inHand++
		c.todo <- j
	}
	for _, j := range single {
		c.cluster = true
		c.single <- j
	}
	return over, nil
}

// claimCluster takes one cluster job if none runs.
func (c *crew) claimCluster(ctx context.Context, tx *sql.Tx, now time.Time) ([]store.Running, error) {
	if c.cluster || c.opt.Handlers[store.Cluster] == nil {
		return nil, nil
	}
	if free, err := lonely(ctx, tx, store.Cluster); err != nil || !free {
		return nil, err
	}
	return c.claim(ctx, tx, now, []store.JobKind{store.Cluster}, 1)
}

// giveBack writes how the last jobs ended, and gives back those not begun.
func (c *crew) giveBack(ctx context.Context) error {
	var ended []outcome
	for len(c.ended) > 0 {
		ended = append(ended, <-c.ended)
	}
	if len(ended) == 0 {
		return nil
	}
	return c.tx(ctx, func(ctx context.Context, tx *sql.Tx, now time.Time) error { return c.settle(ctx, tx, now, ended) })
}

// tx runs one step of the foreman's in a transaction.
func (c *crew) tx(ctx context.Context, step func(context.Context, *sql.Tx, time.Time) error) error {
	return c.queue.write(ctx, func(tx *sql.Tx) error { return step(ctx, tx, c.opt.Now()) })
}
