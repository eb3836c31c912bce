package drill

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestKilledWhileAdding: a process that adds articles is killed with kill -9 at
// moments drawn at random, started again, and killed again.
func TestKilledWhileAdding(t *testing.T) {
	t.Parallel()
	articles, kills := form(90, 2000), form(5, 50)
	docs := invented(articles)
	want := undisturbed(t, docs)
	onEach(t, func(t *testing.T, address string) {
		k := killer{t: t, rnd: rand.New(rand.NewPCG(11, uint64(len(t.Name())))), each: 7 * articles / (2 * kills)}
		o := order{Do: "add", Store: address, Articles: articles}
		for i := 0; k.kills < kills && i < 2*kills; i++ {
			k.once(o)
		}
		last := start(t, o)
		last.finish()
		if n := last.said["waits"] + k.waits; n > 0 {
			t.Errorf("%d waits for a lease of a process that is dead", n)
		}
		b := newBench(t, address, nil)
		lost, doubled := b.judge(docs, want)
		tell(t, figure{Times: k.kills, Articles: articles, Lost: lost, Doubled: doubled, Note: k.note()})
	})
}

// killer kills processes.
type killer struct {
	t            *testing.T
	rnd          *rand.Rand
	each         int // jobs between two kills, about
	kills, waits int
	in           [4]int // how many in which part of its work
}

// The parts of an adding process's work.
const (
	opening = iota
	queueing
	working
	placing
)

func (k *killer) note() string {
	return fmt.Sprintf("killed while opening %d, queueing %d, at jobs %d, placing %d", k.in[opening], k.in[queueing], k.in[working], k.in[placing])
}

// once starts a process and kills it somewhere, unless it ends before.
func (k *killer) once(o order) {
	p := start(k.t, o)
	part, reached := k.draw(p)
	if !reached {
		p.finish()
		k.waits += p.said["waits"]
		return
	}
	p.kill()
	k.kills++
	k.in[part]++
	k.waits += p.said["waits"]
}

// draw follows a process to a moment drawn at random: soon after it started or
// had opened the store, after so many jobs, or about a placement.
func (k *killer) draw(p *process) (part int, reached bool) {
	switch k.rnd.IntN(10) {
	case 0:
		k.pass(300 * time.Millisecond)
		return opening, true
	case 1:
		reached = p.until("ready")
		k.pass(40 * time.Millisecond)
		return queueing, reached
	}
	jobs, placements := 1+k.rnd.IntN(k.each), k.rnd.IntN(10) > 0
	for jobs > 0 {
		switch line := p.next(); {
		case line == "":
			return working, false
		case line == "place" && placements:
			k.pass(20 * time.Millisecond)
			return placing, true
		case line == "job":
			jobs--
		}
	}
	k.pass(3 * time.Millisecond)
	return working, true
}

// pass lets a part of some time pass.
func (k *killer) pass(most time.Duration) { time.Sleep(time.Duration(k.rnd.Int64N(int64(most)))) }
