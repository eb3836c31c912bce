package drill

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/news"
)

// damages are what may become of a file, by name. Each is told, unless it leaves
// a store that is whole but older, or whole since the log has the pages.
func damages() map[string]struct {
	do    func(path string) error
	older bool
} {
	type damage = struct {
		do    func(path string) error
		older bool
	}
	return map[string]damage{
		"header":        {do: func(path string) error { return overwrite(path, 0, 100) }},
		"schema":        {do: func(path string) error { return overwrite(path, 100, 3000) }, older: true},
		"middle pages":  {do: func(path string) error { return overwriteMiddle(path) }},
		"truncated":     {do: func(path string) error { return cutTo(path, 2) }},
		"a tenth left":  {do: func(path string) error { return cutTo(path, 10) }},
		"zero length":   {do: func(path string) error { return os.Truncate(path, 0) }},
		"WAL missing":   {do: func(path string) error { return os.Remove(path + "-wal") }, older: true},
		"WAL cut":       {do: func(path string) error { return cutTo(path+"-wal", 2) }, older: true},
		"WAL scrambled": {do: func(path string) error { return overwrite(path+"-wal", 5000, 9000) }, older: true},
	}
}

// TestDamagedFile: the file of a store is damaged while nobody has it open. What
// is wrong is told in one line that names the way back, and the backup brings
// all back; where only the log of the newest changes is lost, adding again does.
func TestDamagedFile(t *testing.T) {
	t.Parallel()
	docs := invented(form(90, 300))
	want := undisturbed(t, docs)
	dir := t.TempDir()
	sound := filepath.Join(dir, "selisik.db")
	t.Run("half", func(t *testing.T) { // and closed: all that is in the file
		if _, err := newBench(t, sound, nil).Add(t.Context(), slices.Values(docs[:len(docs)/2])); err != nil {
			t.Fatal(err)
		}
	})
	b := newBench(t, sound, nil)
	if _, err := b.Add(t.Context(), slices.Values(docs)); err != nil {
		t.Fatal(err)
	}
	b.drain()
	saved := b.backup()
	for name, d := range damages() {
		t.Run("sqlite/"+name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "selisik.db")
			for _, part := range []string{"", "-wal"} { // as kill -9 leaves it
				if err := copyFile(sound+part, path+part); err != nil {
					t.Fatal(err)
				}
			}
			if err := d.do(path); err != nil {
				t.Fatal(err)
			}
			said := complaint(t.Context(), path)
			if !d.older && (!strings.Contains(said, "restore") || strings.Contains(said, "\n")) {
				t.Errorf("what is said: %q", said)
			}
			note, found := said, path
			if said != "" {
				found = filepath.Join(t.TempDir(), "restored.db")
			}
			r := newBench(t, found, nil)
			if said != "" {
				if err := r.store.Admin().Restore(t.Context(), bytes.NewReader(saved.Bytes())); err != nil {
					t.Fatal(err)
				}
			} else {
				n, err := r.store.Admin().Counts(t.Context())
				note = fmt.Sprintf("whole, with %d of the documents; added again", n["documents"])
				if err == nil {
					_, err = r.Add(t.Context(), slices.Values(docs))
				}
				if err != nil {
					t.Fatal(err)
				}
				r.settle()
			}
			lost, doubled := r.judge(docs, want)
			tell(t, figure{Times: 1, Articles: len(docs), Lost: lost, Doubled: doubled, Note: strings.ReplaceAll(note, path, "selisik.db")})
		})
	}
}

// complaint is what is said of a file when it is opened and looked over, "" if
// nothing is wrong with it.
func complaint(ctx context.Context, path string) string {
	s, err := open(ctx, path, machine)
	if err != nil {
		if !errors.Is(err, news.ErrInvalid) {
			return "another kind of error: " + err.Error()
		}
		return err.Error()
	}
	defer s.Admin().Close() //nolint:errcheck // it is damaged
	wrong, err := s.Admin().Check(ctx)
	if err != nil {
		return err.Error()
	}
	if len(wrong) > 0 {
		return wrong[0]
	}
	return ""
}

func copyFile(from, to string) error {
	body, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, body, 0o600)
}

// overwrite puts noise over some bytes.
func overwrite(path string, at int64, n int) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(bytes.Repeat([]byte{0xa5, 0x17, 0x5c}, n/3), at)
	return errors.Join(err, f.Close())
}

// overwriteMiddle puts noise over every third page of a file but the first ones.
func overwriteMiddle(path string) error {
	info, err := os.Stat(path)
	for at := int64(8 * 4096); err == nil && at+4096 < info.Size(); at += 3 * 4096 {
		err = overwrite(path, at, 600)
	}
	return err
}

// cutTo leaves one part in n of a file.
func cutTo(path string, n int64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()/n)
}
