package postgres_test

import (
	"testing"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/pgtest"
	"github.com/selisik/selisik/internal/store/storetest"
)

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, pgtest.New(t)) })
}
