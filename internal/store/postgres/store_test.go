package postgres_test

import (
	"context"
	"testing"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/postgres"
	"github.com/selisik/selisik/internal/store/storetest"
)

// prepare brings a database's schema up to date.
func prepare(url string) error {
	s, err := postgres.Open(context.Background(), url, postgres.Options{})
	if err != nil {
		return err
	}
	return s.Admin().Close()
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, pgtest.Copy(t, prepare)) })
}
