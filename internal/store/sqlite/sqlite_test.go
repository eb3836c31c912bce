package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
	"github.com/selisik/selisik/internal/store/storetest"
)

// clock stands still: what a store does not depend on time for, it may not.
func clock() time.Time { return time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC) }

func open(t testing.TB, path string) store.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Admin().Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, filepath.Join(t.TempDir(), "store.db")) })
}
