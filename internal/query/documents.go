package query

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Documents yields the raw documents of a dossier's articles, each once: by
// story and article, before each article those of the versions that it was. It
// ends at the first error, which it yields; an article that the store does not
// have gives news.ErrNotFound, a version that went before it is left out then.
func Documents(ctx context.Context, s store.Store, d dossier.Dossier) iter.Seq2[store.Document, error] {
	return func(yield func(store.Document, error) bool) {
		seen := map[news.DocumentID]bool{}
		for i := range d.Stories {
			for j := range d.Stories[i].Articles {
				a := &d.Stories[i].Articles[j]
				docs, err := documents(ctx, s, a)
				if err != nil {
					yield(store.Document{}, fmt.Errorf("documents of %s: %w", a.ID, err))
					return
				}
				for _, doc := range docs {
					if !seen[doc.ID] && !yield(doc, nil) {
						return
					}
					seen[doc.ID] = true
				}
			}
		}
	}
}

// documents returns those of the versions of an article, in their order.
func documents(ctx context.Context, s store.Store, a *dossier.Article) ([]store.Document, error) {
	var out []store.Document
	for _, v := range a.Revisions {
		if v.From == a.ID {
			continue
		}
		doc, err := document(ctx, s, v.From)
		if errors.Is(err, news.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, doc)
	}
	doc, err := document(ctx, s, a.ID)
	return append(out, doc), err
}

func document(ctx context.Context, s store.Store, article string) (store.Document, error) {
	a, err := s.Articles().Article(ctx, news.ArticleID(article))
	if err != nil {
		return store.Document{}, err
	}
	return s.Documents().Document(ctx, a.Document)
}
