package drill

import (
	"fmt"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/ingesttest"
)

// hostile are feeds that do harm, by host: what they do, and how it is called.
func hostile() map[string]struct {
	fault string
	want  news.FailureKind
} {
	return map[string]struct {
		fault string
		want  news.FailureKind
	}{
		"slow":  {"slow /feed.xml", news.FailTimeout},  // a byte a second
		"hang":  {"hang /feed.xml", news.FailTimeout},  // no answer
		"huge":  {"huge /feed.xml", news.FailBroken},   // 10 GiB, of which 16 MiB are read: no feed
		"bomb":  {"bomb /feed.xml", news.FailBroken},   // 256 MiB in 260 KiB
		"loop":  {"loop /feed.xml", news.FailRedirect}, // redirects to itself
		"heads": {"headers /feed.xml", news.FailLarge}, // a header without end
		"drop":  {"drop /feed.xml", news.FailConnect},  // ends inside of the body
		"spy":   {"redirect /feed.xml http://169.254.169.254/latest/", news.FailRefused},
		"page":  {"page /feed.xml", news.FailNotFeed},
		"many":  {"many /feed.xml 100000", ""},
		"cut":   {"cut /feed.xml", ""}, // broken XML, of which what is whole is read
	}
}

const flood = `title "Kabar %[1]s"
day 2026-03-02
feed /feed.xml rss
07:00 publish /1 "Sungai di Desa %[1]s meluap"
	Sungai di Desa %[1]s meluap pada Senin pagi dan merendam 40 rumah.
	"Warga sudah mengungsi ke balai desa," kata Kepala Desa %[1]s, Sumarni.
07:30 publish /2 "Warga Desa %[1]s mengungsi"
	Sebanyak 120 warga Desa %[1]s mengungsi ke balai desa pada Senin pagi.
	"Air naik cepat sekali," kata Sumarni.
`

// mostMemory is what the process may hold while all of them are polled.
const mostMemory = 512 << 20

// TestHostileSources: feeds that do harm are watched beside one that does not.
// Each costs a failure that says why; the other one's articles arrive; memory
// stays within bounds. It runs by itself, for the memory is the process's.
func TestHostileSources(t *testing.T) {
	clock := ingesttest.NewClock(time.Time{})
	var archive strings.Builder
	for host, h := range hostile() {
		fmt.Fprintf(&archive, "-- %s.example --\n%s08:00 %s\n", host, fmt.Sprintf(flood, host), h.fault)
	}
	archive.WriteString("-- good.example --\n" + fmt.Sprintf(flood, "Sungai Putih"))
	net := ingesttest.StartNet(t, archive.String(), clock)
	clock.Reach(clock.Now().Add(2 * time.Hour))
	l := newLookout(t, filepath.Join(t.TempDir(), "selisik.db"), net, clock, 15*time.Second)
	peak := watchMemory(t, l.look)
	if peak > mostMemory {
		t.Errorf("%d MiB were held", peak>>20)
	}
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	words := face.NewWords(packs.For("en"))
	got := l.health()
	for host, h := range hostile() {
		c := got["http://"+host+".example/feed.xml"]
		said := words.Health(c, clock.Now())
		t.Logf("%s: %s", host, said)
		if h.want != "" && (c.Kind != news.FeedFails || c.Failure == nil || c.Failure.Kind != h.want || said == "") {
			t.Errorf("%s: %+v %+v, want %s", host, c, c.Failure, h.want)
		}
		if h.want == "" && c.Kind == news.FeedFails {
			t.Errorf("%s: %+v", host, c.Failure)
		}
	}
	versions := l.versions()
	for _, page := range []string{"good.example/1", "good.example/2", "many.example/1", "many.example/2", "cut.example/2"} {
		if versions["http://"+page] != 1 {
			t.Errorf("%s: %d versions", page, versions["http://"+page])
		}
	}
	l.whole()
	tell(t, figure{Times: len(hostile()), Articles: len(versions), Note: fmt.Sprintf("hostile feeds %d; bound of memory %d MiB held", len(hostile()), mostMemory>>20)})
}

// watchMemory does something and returns the most bytes that the process's heap
// took up meanwhile.
func watchMemory(t *testing.T, do func()) (peak uint64) {
	t.Helper()
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		look := time.NewTicker(5 * time.Millisecond)
		defer look.Stop()
		for {
			sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
			metrics.Read(sample)
			peak = max(peak, sample[0].Value.Uint64()+sample[1].Value.Uint64())
			select {
			case <-look.C:
			case <-stop:
				return
			}
		}
	}()
	do()
	close(stop)
	<-stopped
	t.Logf("at most %d MiB of heap", peak>>20)
	return peak
}
