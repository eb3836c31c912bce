package drill

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/desk/owner"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// orderVar holds the order of a process that a drill starts.
const orderVar = "SELISIK_DRILL"

// order is what another process is to do.
type order struct {
	Do       string // add, work, place or settle: work, place, and work on what comes of it
	Store    string
	Articles int  // to add
	Ask      bool // before a placement is written: wait for a line of input
	Workers  int
	Usual    bool // windows and patience are those of the program, not the drills' small ones
}

// obey does an order and says line by line what it does: "ready" when the store
// is open; "job" after each job; "place" before a placement is written,
// "placed" or "refused" after it; "waits" when a lease is held by another;
// "done" at the end. It returns the exit status.
func obey(text string) int {
	var mu sync.Mutex
	say := func(line string) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Println(line)
	}
	var o order
	err := json.Unmarshal([]byte(text), &o)
	if err == nil {
		err = o.run(context.Background(), say)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	say("done")
	return 0
}

func (o order) run(ctx context.Context, say func(string)) error {
	e, err := loaded()
	if err != nil {
		return err
	}
	inner, err := open(ctx, o.Store, machine)
	if err != nil {
		return err
	}
	s := told{inner, func() {
		say("place")
		if o.Ask {
			_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
		}
	}, func(err error) {
		if errors.Is(err, news.ErrConflict) {
			say("refused")
		} else if err == nil {
			say("placed")
		}
	}}
	opt := desk.Options{
		Owner: owner.Here(machine()), Gone: owner.Gone, Now: machine, Workers: o.Workers,
		Calendar: cluster.Calendar{Full: full}, Patience: time.Millisecond,
		Sleep: func(ctx context.Context, d time.Duration) error { say("waits"); return sleep(ctx, d) },
		Done:  func(store.Running, time.Duration, error) { say("job") },
	}
	if o.Usual {
		usual(&opt)
	}
	d := desk.New(s, e.steps, e.terms, opt)
	say("ready")
	return errors.Join(o.do(ctx, d), inner.Admin().Close())
}

// usual sets what the drills make small to what the program has.
func usual(o *desk.Options) { o.Calendar, o.Patience = cluster.Calendar{}, 0 }

func (o order) do(ctx context.Context, d *desk.Desk) error {
	switch o.Do {
	case "add":
		if _, err := d.Add(ctx, slices.Values(invented(o.Articles))); err != nil {
			return err
		}
		return d.Work(ctx, true)
	case "work":
		return d.Work(ctx, true)
	case "place":
		return d.Place(ctx)
	case "settle":
		return errors.Join(d.Work(ctx, true), d.Place(ctx), d.Work(ctx, true))
	}
	return fmt.Errorf("no order: %q", o.Do)
}

// told is a store that tells of placements before and after they are written.
type told struct {
	store.Store
	before func()
	after  func(error)
}

func (s told) Stories() store.Stories { return toldStories{s.Store.Stories(), s} }

type toldStories struct {
	store.Stories
	told told
}

func (s toldStories) Place(ctx context.Context, l store.Lease, now time.Time, p store.Placement, jobs []store.Job) error {
	s.told.before()
	err := s.Stories.Place(ctx, l, now, p, jobs)
	s.told.after(err)
	return err
}

// process is another process at work.
type process struct {
	t      *testing.T
	cmd    *exec.Cmd
	in     io.WriteCloser
	lines  *bufio.Scanner
	stderr strings.Builder
	said   map[string]int // lines so far
	ended  bool
}

// start starts a process with an order. It does not outlive the test.
func start(t *testing.T, o order) *process {
	t.Helper()
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	p := &process{t: t, cmd: exec.Command(os.Args[0]), said: map[string]int{}}
	p.cmd.Env = append(os.Environ(), orderVar+"="+string(text))
	p.cmd.Stderr = &p.stderr
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p.lines = bufio.NewScanner(out)
	t.Cleanup(p.kill)
	return p
}

// next returns the next line, "" when the process has ended.
func (p *process) next() string {
	if !p.lines.Scan() {
		return ""
	}
	p.said[p.lines.Text()]++
	return p.lines.Text()
}

// until reads on until a line is said. It returns false if the process ends
// before.
func (p *process) until(line string) bool {
	for {
		switch p.next() {
		case line:
			return true
		case "":
			return false
		}
	}
}

// kill ends the process with kill -9 if it has not ended.
func (p *process) kill() {
	if p.ended {
		return
	}
	p.ended = true
	_ = p.cmd.Process.Kill()
	for p.next() != "" { // what it said before
	}
	_ = p.cmd.Wait()
}

// finish waits for a good end.
func (p *process) finish() {
	p.t.Helper()
	for p.next() != "" {
	}
	p.ended = true
	if err := p.cmd.Wait(); err != nil || p.said["done"] != 1 {
		p.t.Errorf("%v: %v: %s", p.cmd.Env[len(p.cmd.Env)-1], err, p.stderr.String())
	}
}
