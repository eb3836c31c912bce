package relational

import (
	"context"
	"database/sql"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type readings struct{ *Store }

var _ store.Readings = readings{}

// PutReading implements store.Readings.
func (s readings) PutReading(ctx context.Context, id news.ArticleID, textHash string, r news.Reading) error {
	body, err := s.codec.packJSON(r)
	if err != nil {
		return err
	}
	return s.write(ctx, "put reading of "+string(id), func(tx *Tx) error {
		if err := s.derived(ctx, tx); err != nil {
			return err
		}
		var there int
		if err := tx.QueryRowContext(ctx, `SELECT 1 FROM articles WHERE id = $1`, string(id)).Scan(&there); err != nil {
			return err
		}
		_, err := tx.exec(ctx, `INSERT INTO readings (article, hash, body) VALUES ($1, $2, $3)
			ON CONFLICT (article) DO UPDATE SET hash = excluded.hash, body = excluded.body`, string(id), textHash, body)
		return err
	})
}

// Readings implements store.Readings.
func (s readings) Readings(ctx context.Context, hashes map[news.ArticleID]string) (out map[news.ArticleID]news.Reading, err error) {
	defer s.wrap(ctx, &err, "readings")
	ids := make([]news.ArticleID, 0, len(hashes))
	for id := range hashes {
		ids = append(ids, id)
	}
	out = make(map[news.ArticleID]news.Reading, len(hashes))
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var id news.ArticleID
		var hash string
		var body []byte
		if err := r.Scan(&id, &hash, &body); err != nil || hashes[id] != hash {
			return err
		}
		var reading news.Reading
		err := s.codec.unpackJSON(body, &reading)
		out[id] = reading
		return err
	}, `SELECT article, hash, body FROM readings WHERE article `+s.dialect.In("$1"), array(ids))
	return out, err
}
