//go:build unix

package drill

import (
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/desk"
)

// TestStoppedPastItsLease: a worker is stopped with SIGSTOP when it is about to
// write a placement. Another takes the lease once it has run out, places that
// and more, and the first is woken: what it has to write is of the past, is
// refused, and it begins anew.
func TestStoppedPastItsLease(t *testing.T) {
	t.Parallel()
	articles := form(60, 600)
	docs := invented(articles)
	want := undisturbed(t, docs)
	onEach(t, func(t *testing.T, address string) {
		b := newBench(t, address, func(o *desk.Options) {
			o.Now = func() time.Time { return machine().Add(2 * time.Minute) } // by it the first's lease has run out
		})
		b.clean(docs[:articles/2])
		p := start(t, order{Do: "place", Store: address, Ask: true})
		if !p.until("place") {
			p.finish()
			t.Fatal("it had nothing to place")
		}
		signal(t, p, syscall.SIGSTOP)
		b.clean(docs[articles/2:])
		if err := b.Place(t.Context()); err != nil {
			t.Fatal(err)
		}
		b.drain()
		before := b.revisions()
		signal(t, p, syscall.SIGCONT)
		if _, err := p.in.Write([]byte("\n")); err != nil {
			t.Fatal(err)
		}
		p.finish()
		if p.said["refused"] != 1 || p.said["placed"] != 0 {
			t.Errorf("what the woken one did: %v", p.said)
		}
		if diff := cmp.Diff(before, b.revisions()); diff != "" {
			t.Errorf("the woken one wrote:\n%s", diff)
		}
		lost, doubled := b.judge(docs, want)
		tell(t, figure{Times: 1, Articles: articles, Lost: lost, Doubled: doubled, Note: "writes of the one that was stopped: 0"})
	})
}

func signal(t *testing.T, p *process, s syscall.Signal) {
	t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// revisions are those of all stories.
func (b *bench) revisions() map[string]int64 {
	out := map[string]int64{}
	for _, l := range b.list() {
		out[string(l.ID)] = l.Revision
	}
	return out
}
