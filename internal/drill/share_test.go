package drill

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/storetest"
)

// TestThreeWorkersShareOneQueue: three processes do on PostgreSQL what one does,
// with the same stories and dossiers. The ratio of their times is told and not
// judged: it depends on how many cores there are, and on who else uses them.
func TestThreeWorkersShareOneQueue(t *testing.T) {
	t.Parallel()
	docs := shared(t)
	t.Run("postgres", func(t *testing.T) {
		one, alone := shareOut(t, docs, 1)
		three, together := shareOut(t, docs, 3)
		if diff := cmp.Diff(one.partition(), three.partition()); diff != "" {
			t.Errorf("stories (- one worker, + three):\n%s", diff)
		}
		if diff := cmp.Diff(one.dossiers(), three.dossiers()); diff != "" {
			t.Errorf("dossiers (- one worker, + three):\n%s", diff)
		}
		if diff := cmp.Diff(storetest.Counts(t, one.store), storetest.Counts(t, three.store)); diff != "" {
			t.Errorf("counts (- one worker, + three):\n%s", diff)
		}
		three.whole()
		tell(t, figure{Times: 3, Articles: len(docs), Note: fmt.Sprintf("one worker of one job at a time %.1f s, three %.1f s: ×%.2f", alone, together, alone/together)})
	})
}

// shared are the articles to share out: invented ones, or, in the long form, a
// window of real news where it is there.
func shared(t *testing.T) []news.RawDocument {
	path := filepath.Join("..", "..", "..", "shared", "data", "window-a.jsonl")
	if !*long {
		return invented(90)
	}
	out := slices.Collect(ingest.Read(t.Context(), []string{path}, ingest.Options{}))
	if len(out) == 0 {
		t.Log("no window of real news is beside this checkout: invented articles serve")
		return invented(1200)
	}
	return out
}

// shareOut queues documents in a new database and has some workers do all that
// comes of it. It returns how long they took in seconds.
func shareOut(t *testing.T, docs []news.RawDocument, workers int) (*bench, float64) {
	t.Helper()
	address := pgtest.New(t)
	b := newBench(t, address, usual)
	if _, err := b.Queue(t.Context(), slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	var all []*process
	for range workers {
		all = append(all, start(t, order{Do: "settle", Store: address, Workers: 1, Usual: true}))
	}
	for _, p := range all {
		if !p.until("ready") {
			p.finish()
		}
	}
	begun := machine()
	for _, p := range all {
		p.finish()
	}
	took := machine().Sub(begun).Seconds()
	b.settle()
	return b, took
}

// dossiers returns all dossiers by the articles of their stories.
func (b *bench) dossiers() map[string]string {
	b.t.Helper()
	out := map[string]string{}
	for _, l := range b.list() {
		d, err := b.Dossier(b.t.Context(), l.ID)
		if err != nil {
			b.t.Fatal(err)
		}
		id := []byte(l.ID) // the one thing that has a history
		out[fmt.Sprint(b.refs(l.Pages))] = string(bytes.ReplaceAll(d.JSON, id, []byte("s")))
	}
	return out
}
