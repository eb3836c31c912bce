package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"math"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type edits struct{ *Store }

// editPages is how the pages of an edit stand in their column.
type editPages struct{ Pages, Stay, There []news.PageID }

// Append implements store.Edits.
func (s edits) Append(ctx context.Context, e store.Edit, jobs []store.Job) (store.Edit, error) {
	pages, err := json.Marshal(editPages{e.Pages, e.Stay, e.There})
	if err != nil {
		return store.Edit{}, err
	}
	e.At = fromMicros(micros(e.At))
	err = s.writeJobs(ctx, "append edit", jobs, func(tx *Tx) (bool, error) {
		if err := s.lockLog(ctx, tx); err != nil {
			return false, err
		}
		err := tx.QueryRowContext(ctx, `INSERT INTO edits (at, who, kind, story, target, pages, note) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING seq`,
			micros(e.At), e.Who, string(e.Kind), string(e.Story), string(e.Target), string(pages), e.Note).Scan(&e.Seq)
		if err != nil {
			return false, err
		}
		list, err := s.named(ctx, tx, e)
		if err != nil {
			return false, err
		}
		return true, s.arrive(ctx, tx, list...)
	})
	if err != nil {
		return store.Edit{}, err
	}
	return e, nil
}

// named returns arrivals of the pages that an edit names, by page.
func (s edits) named(ctx context.Context, tx *Tx, e store.Edit) (out []arrival, err error) {
	all := append(append(append([]news.PageID{}, e.Pages...), e.Stay...), e.There...)
	if len(all) == 0 {
		return nil, nil
	}
	err = rows(ctx, tx, func(r *sql.Rows) error {
		var a arrival
		err := r.Scan(&a.page, &a.placed)
		a.was = a.placed
		out = append(out, a)
		return err
	}, `SELECT id, placed FROM pages WHERE id `+s.dialect.In("$1")+` ORDER BY id`, array(all))
	return out, err
}

// All implements store.Edits.
func (s edits) All(ctx context.Context, after int64, limit int) (out []store.Edit, err error) {
	defer s.wrap(ctx, &err, "edits")
	if limit <= 0 {
		limit = math.MaxInt32
	}
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var e store.Edit
		var at int64
		var pages string
		if err := r.Scan(&e.Seq, &at, &e.Who, &e.Kind, &e.Story, &e.Target, &pages, &e.Note); err != nil {
			return err
		}
		var p editPages
		err := json.Unmarshal([]byte(pages), &p)
		e.At, e.Pages, e.Stay, e.There = fromMicros(at), p.Pages, p.Stay, p.There
		out = append(out, e)
		return err
	}, `SELECT seq, at, who, kind, story, target, pages, note FROM edits WHERE seq > $1 ORDER BY seq LIMIT $2`, after, limit)
	return out, err
}
