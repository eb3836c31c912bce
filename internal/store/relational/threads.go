package relational

import (
	"context"
	"database/sql"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Threads implements store.Stories.
func (s stories) Threads(ctx context.Context, q store.ThreadQuery) (out store.Threads, err error) {
	defer s.wrap(ctx, &err, "threads")
	ids, err := s.threadIDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return store.Threads{}, err
	}
	at := make(map[string]int, len(ids))
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var t store.Thread
		var from, until int64
		err := r.Scan(&t.ID, &from, &until, &t.Story)
		t.Window = store.Window{From: fromMicros(from), Until: fromMicros(until)}
		at[t.ID] = len(out.Threads)
		out.Threads = append(out.Threads, t)
		return err
	}, `SELECT id, from_time, until_time, story FROM threads WHERE id `+s.dialect.In("$1")+` ORDER BY id`, array(ids))
	if err != nil {
		return store.Threads{}, err
	}
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var thread string
		var p news.PageID
		if err := r.Scan(&thread, &p); err != nil {
			return err
		}
		if i, ok := at[thread]; ok {
			out.Threads[i].Pages = append(out.Threads[i].Pages, p)
		}
		return nil
	}, `SELECT thread, id FROM pages WHERE thread <> '' AND thread `+s.dialect.In("$1")+` ORDER BY placed, article`, array(ids))
	if err != nil {
		return store.Threads{}, err
	}
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var j [2]string
		err := r.Scan(&j[0], &j[1])
		out.Joins = append(out.Joins, j)
		return err
	}, `SELECT earlier, later FROM joins WHERE earlier `+s.dialect.In("$1")+` UNION SELECT earlier, later FROM joins WHERE later `+s.dialect.In("$1")+
		` ORDER BY 1, 2`, array(ids))
	return out, err
}

// overlapping finds the threads whose window shares time with [$1, $2): those
// that begin in it, and those of the window before, if it reaches in. Different
// windows have no time in common, so that no other does.
const overlapping = `SELECT id FROM threads WHERE from_time >= $1 AND from_time < $2
	UNION ALL SELECT id FROM threads WHERE from_time = (SELECT max(from_time) FROM threads WHERE from_time < $1) AND until_time > $1`

// threadIDs returns the threads that q asks for, in any order.
func (s stories) threadIDs(ctx context.Context, q store.ThreadQuery) ([]string, error) {
	found := map[string]bool{}
	collect := func(query string, args ...any) error {
		ids, err := column[string](ctx, s.db.Read, query, args...)
		for _, id := range ids {
			found[id] = true
		}
		return err
	}
	if len(q.Stories) > 0 {
		list := array(q.Stories)
		if err := collect(`SELECT id FROM threads WHERE story `+s.dialect.In("$1"), list); err != nil {
			return nil, err
		}
		if err := collect(`SELECT DISTINCT thread FROM pages WHERE story <> '' AND thread <> '' AND story `+s.dialect.In("$1"), list); err != nil {
			return nil, err
		}
	}
	if len(q.Pages) > 0 {
		if err := collect(`SELECT DISTINCT thread FROM pages WHERE thread <> '' AND id `+s.dialect.In("$1"), array(q.Pages)); err != nil {
			return nil, err
		}
	}
	for _, w := range q.Windows {
		if err := collect(overlapping, micros(w.From), micros(w.Until)); err != nil {
			return nil, err
		}
	}
	return keys(found), nil
}
