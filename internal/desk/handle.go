package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// clean makes a document's article one more version of its page.
func (d *Desk) clean(ctx context.Context, id news.DocumentID) error {
	doc, err := d.store.Documents().Document(ctx, id)
	if err != nil {
		return err
	}
	v, err := d.version(doc)
	if errors.Is(err, news.ErrInvalid) {
		d.opt.Problem(err) // there is none in it, and never will be
		return nil
	}
	if err != nil {
		return err
	}
	t := store.Terms{Title: d.terms.Of(v.Language, v.Title), Body: d.terms.Of(v.Language, v.Text)}
	_, err = d.store.Articles().Put(ctx, v, t, []store.Job{
		{Kind: store.Extract, Key: string(v.ID), Unique: true}, d.clusterJob(),
	})
	return err
}

// version is the article of a document. Its times are UTC, as the store gives
// them back.
func (d *Desk) version(doc store.Document) (store.Article, error) {
	a, err := d.steps.Clean(doc.Raw)
	return store.Article{Article: a, Document: doc.ID, Fetched: doc.Raw.Fetched.UTC(), Seen: doc.Seen.UTC()}, err
}

// extract reads an article beforehand. An article that is no longer current is
// left to whoever asks for it.
func (d *Desk) extract(ctx context.Context, id news.ArticleID) error {
	a, err := d.store.Articles().Article(ctx, id)
	if err != nil || !a.Current {
		return err
	}
	_, err = d.readings(ctx, []store.Article{a})
	return err
}

// readings returns what the articles say, in their order; what was not read
// before is read now and kept.
func (d *Desk) readings(ctx context.Context, articles []store.Article) ([]news.Reading, error) {
	hashes := map[news.ArticleID]string{}
	for i := range articles {
		hashes[articles[i].ID] = d.textHash(&articles[i])
	}
	kept, err := d.store.Articles().Readings().Readings(ctx, hashes)
	if err != nil {
		return nil, err
	}
	out := make([]news.Reading, len(articles))
	for i := range articles {
		a := &articles[i]
		r, ok := kept[a.ID]
		if !ok {
			r = d.steps.Read(a.Effective())
			if err := d.store.Articles().Readings().PutReading(ctx, a.ID, hashes[a.ID], r); err != nil {
				return nil, fmt.Errorf("keep reading of %s: %w", a.ID, err)
			}
		}
		r.Article = a.Effective()
		out[i] = r
	}
	return out, nil
}

// textHash stands for all that a reading follows from.
func (d *Desk) textHash(a *store.Article) string {
	parts := []string{d.opt.Engine, string(a.ID), a.Placed().Format(time.RFC3339)}
	h := sha256.Sum256([]byte(strings.Join(append(parts, a.Cut...), "\x00")))
	return hex.EncodeToString(h[:8])
}
