package export

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/face/facetest"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest"
	"github.com/selisik/selisik/internal/store"
)

// evidence is the raw documents of an example, as a store has them.
func evidence(t *testing.T, name string) iter.Seq2[store.Document, error] {
	t.Helper()
	seen := time.Date(2031, 3, 14, 5, 0, 0, 0, time.UTC)
	raws := slices.Collect(ingest.Read(context.Background(), []string{"../../examples/" + name}, ingest.Options{Problem: func(err error) { t.Error(err) }}))
	return func(yield func(store.Document, error) bool) {
		for i := range raws {
			at := seen.Add(time.Duration(i) * time.Second)
			if !yield(store.Document{ID: store.IDOf(&raws[i]), Raw: raws[i], Seen: at}, nil) {
				return
			}
		}
	}
}

func TestAnArchiveGivesTheDocumentsBack(t *testing.T) {
	t.Parallel()
	in := input(t, facetest.Dossier())
	in.Documents = evidence(t, "port-ellery-en")
	path := put(t, "e.warc.gz", write(t, "warc", in))
	var want, got []news.DocumentID
	for d := range in.Documents {
		want = append(want, d.ID)
	}
	for raw := range ingest.Read(context.Background(), []string{path}, ingest.Options{Problem: func(err error) { t.Error(err) }}) {
		got = append(got, store.IDOf(&raw))
	}
	if !slices.Equal(got, want) || len(want) == 0 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestAnArchiveEndsWhereDocumentsFail(t *testing.T) {
	t.Parallel()
	in := input(t, facetest.Dossier())
	lost := errors.New("lost")
	in.Documents = func(yield func(store.Document, error) bool) { yield(store.Document{}, lost) }
	var b bytes.Buffer
	if err := Write(&b, "warc", in); !errors.Is(err, lost) {
		t.Errorf("got %v", err)
	}
}
