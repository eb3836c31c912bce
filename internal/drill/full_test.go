package drill

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store/sqlite"
	"github.com/selisik/selisik/internal/store/storetest"
)

// TestDiskFull: the disk fills up while articles are added. One line says so;
// what was stored stays; and once there is room the same command completes it.
// The disk is a small tmpfs where one may be mounted, else SQLite's own limit.
func TestDiskFull(t *testing.T) {
	articles := form(200, 2000)
	docs := invented(articles)
	want := undisturbed(t, docs)
	t.Run("sqlite", func(t *testing.T) {
		path, grow, kind := smallDisk(t)
		b := limited(t, path, kind)
		_, err := b.Add(t.Context(), slices.Values(docs))
		if !errors.Is(err, news.ErrUnavailable) || !strings.Contains(err.Error(), "disk is full") || strings.Contains(err.Error(), "\n") {
			t.Fatalf("a full disk is told so: %v", err)
		}
		counts := storetest.Counts(t, b.store)
		if wrong, err := b.store.Admin().Check(t.Context()); err != nil || len(wrong) > 0 {
			t.Errorf("the store on a full disk: %v, %v", wrong, err)
		}
		grow()
		b = newBench(t, path, nil)
		after, err := b.store.Admin().Counts(t.Context())
		if err != nil || after["documents"] != counts["documents"] || after["articles"] != counts["articles"] {
			t.Errorf("stored before %v, after %v, %v", counts, after, err)
		}
		if _, err := b.Add(t.Context(), slices.Values(docs)); err != nil {
			t.Fatal(err)
		}
		b.settle()
		lost, doubled := b.judge(docs, want)
		tell(t, figure{Times: 1, Articles: articles, Lost: lost, Doubled: doubled,
			Note: fmt.Sprintf("%s, full at %d documents and %d articles", kind, counts["documents"], counts["articles"])})
	})
}

// The kinds of small disk.
const (
	tmpfs = "a tmpfs of 1 MiB"
	quota = "SQLite's limit of pages, for no tmpfs may be mounted here"
)

// smallDisk returns where a store is to be that will find no room, and what
// makes room.
func smallDisk(t *testing.T) (path string, grow func(), kind string) {
	t.Helper()
	dir := t.TempDir()
	path = filepath.Join(dir, "selisik.db")
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Logf("no tmpfs: %v %s", err, out)
		return path, func() {}, quota
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
			t.Errorf("%v %s", err, out)
		}
	})
	return path, func() {
		if out, err := exec.Command("mount", "-o", "remount,size=256m", dir).CombinedOutput(); err != nil {
			t.Fatalf("%v %s", err, out)
		}
	}, tmpfs
}

// limited is newBench for a small disk.
func limited(t *testing.T, path, kind string) *bench {
	t.Helper()
	b := newBench(t, filepath.Join(t.TempDir(), "unused.db"), nil)
	opt := sqlite.Options{Now: machine}
	if kind == quota {
		opt.MaxBytes = 700 << 10
	}
	s, err := sqlite.Open(t.Context(), path, opt)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Admin().Close() }) // there may be no room to
	e, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	b.store, b.Desk = s, desk.New(s, e.steps, e.terms, desk.Options{Owner: "small disk", Now: machine, Sleep: sleep})
	return b
}
