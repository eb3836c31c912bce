package query_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
)

// bodies reads the documents of articles to their end or first error.
func bodies(s *shelf, articles ...dossier.Article) (out []string, err error) {
	d := dossier.Dossier{Stories: []dossier.Story{{Articles: articles}}}
	for doc, err := range query.Documents(s.t.Context(), s, d) {
		if err != nil {
			return out, err
		}
		out = append(out, string(doc.Raw.Body))
	}
	return out, nil
}

func TestDocumentsAreThoseOfTheArticlesAndOfWhatTheyWere(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	for n, body := range []string{"nol", "satu", "dua"} {
		s.put(text(n, 13, "id", "Judul", body))
	}
	revised := dossier.Article{ID: "a-1", Revisions: []dossier.Revision{{From: "a-0"}, {From: "a-9"}, {From: "a-1", Withdrawn: true}}}
	got, err := bodies(s, dossier.Article{ID: "a-2"}, revised, dossier.Article{ID: "a-2"})
	if diff := cmp.Diff([]string{"dua", "nol", "satu"}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestDocumentsOfAnArticleThatIsNotThereAreAnError(t *testing.T) {
	t.Parallel()
	s := newShelf(t)
	s.put(text(1, 13, "id", "Judul", "satu"))
	got, err := bodies(s, dossier.Article{ID: "a-1"}, dossier.Article{ID: "a-7"})
	if !errors.Is(err, news.ErrNotFound) || len(got) != 1 {
		t.Errorf("got %v, %v", got, err)
	}
}
