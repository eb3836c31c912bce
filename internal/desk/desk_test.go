package desk_test

import (
	"context"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/term"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/store/sqlite"
)


func newDesk(t *testing.T, path string) *desk.Desk {
	t.Helper()
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	p, err := pipeline.New(packs, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Admin().Close() })
	return desk.New(s, p, term.New(packs), desk.Options{Owner: "test", Now: time.Now, Sleep: func(context.Context, time.Duration) error { return nil }})
}
