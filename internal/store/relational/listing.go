package relational

import (
	"context"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// sortKey is a column that a listing is in order of.
type sortKey struct {
	column     string
	descending bool
	of         func(*listed) int64
}

// sortKeys are the orders of listings; ties go by id, upwards.
func sortKeys(by store.Sort) ([]sortKey, bool) {
	last := sortKey{"s.last_at", true, func(l *listed) int64 { return micros(l.Last) }}
	switch by {
	case store.ByRecency:
		return []sortKey{last}, true
	case store.ByOrigins:
		return []sortKey{{"s.origins", true, func(l *listed) int64 { return int64(l.Summary.Origins) }}, last}, true
	case store.ByGrowth:
		return []sortKey{{"s.recent", true, func(l *listed) int64 { return int64(l.recent) }}}, true
	case store.BySize:
		return []sortKey{
			{"s.size", true, func(l *listed) int64 { return int64(l.size) }},
			{"s.first_at", false, func(l *listed) int64 { return micros(l.First) }},
		}, true
	}
	return nil, false
}

// place is where a listing goes on: what its last row is in order of.
type place struct {
	Sort store.Sort
	Keys []int64
	ID   news.StoryID
}

func (p place) cursor() store.Cursor {
	b, err := json.Marshal(p)
	if err != nil {
		panic(err) // numbers and strings always marshal
	}
	return store.Cursor(base64.RawURLEncoding.EncodeToString(b))
}

// parseCursor returns where c points to in a listing by an order of n keys.
func parseCursor(c store.Cursor, by store.Sort, n int) (place, error) {
	var p place
	b, err := base64.RawURLEncoding.DecodeString(string(c))
	if err == nil {
		err = json.Unmarshal(b, &p)
	}
	if err != nil || p.Sort != by || len(p.Keys) != n {
		return place{}, fmt.Errorf("%w: %q is no place in this listing", news.ErrInvalid, c)
	}
	return p, nil
}

// statement is a query under construction.
type statement struct {
	from  string
	where []string
	args  []any
}

// param adds an argument and returns its number.
func (q *statement) param(v any) string {
	q.args = append(q.args, v)
	return fmt.Sprintf("$%d", len(q.args))
}

func (q *statement) and(condition string) { q.where = append(q.where, condition) }

// List implements store.Stories.
func (s stories) List(ctx context.Context, f store.StoryFilter) (out []store.Listed, next store.Cursor, err error) {
	defer s.wrap(ctx, &err, "list stories")
	keys, ok := sortKeys(f.Sort)
	if !ok {
		return nil, "", fmt.Errorf("%w: no order %q", news.ErrInvalid, f.Sort)
	}
	if f.Limit <= 0 {
		f.Limit = 50
	}
	q, err := s.filter(ctx, f)
	if err != nil {
		return nil, "", err
	}
	if f.After != "" {
		p, err := parseCursor(f.After, f.Sort, len(keys))
		if err != nil {
			return nil, "", err
		}
		q.after(keys, p)
	}
	list, err := s.list(ctx, q, keys, f.Limit+1)
	if err != nil {
		return nil, "", err
	}
	if len(list) > f.Limit {
		list = list[:f.Limit]
		next = placeOf(&list[f.Limit-1], f.Sort, keys).cursor()
	}
	if err := s.addPages(ctx, list); err != nil {
		return nil, "", err
	}
	for i := range list {
		out = append(out, list[i].Listed)
	}
	return out, next, nil
}

func placeOf(l *listed, by store.Sort, keys []sortKey) place {
	p := place{Sort: by, ID: l.ID}
	for _, k := range keys {
		p.Keys = append(p.Keys, k.of(l))
	}
	return p
}

func (s stories) list(ctx context.Context, q *statement, keys []sortKey, limit int) (list []listed, err error) {
	var order []string
	for _, k := range keys {
		direction := ""
		if k.descending {
			direction = " DESC"
		}
		order = append(order, k.column+direction)
	}
	query := selectStory + "FROM " + q.from + " WHERE " + strings.Join(q.where, " AND ") +
		" ORDER BY " + strings.Join(append(order, "s.id"), ", ") + " LIMIT " + q.param(limit)
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		l, err := scanStory(r)
		list = append(list, l)
		return err
	}, query, q.args...)
	return list, err
}

// after asks for what comes after p. The first key bounds the walk over the
// index; the rest is told apart by row.
func (q *statement) after(keys []sortKey, p place) {
	rest := "s.id > " + q.param(string(p.ID))
	for i := len(keys) - 1; i >= 0; i-- {
		k, beyond := keys[i], ">"
		if k.descending {
			beyond = "<"
		}
		v := q.param(p.Keys[i])
		rest = fmt.Sprintf("(%s %s %s OR (%s = %s AND %s))", k.column, beyond, v, k.column, v, rest)
		if i == 0 {
			q.and(fmt.Sprintf("%s %s= %s", k.column, beyond, v))
		}
	}
	q.and(rest)
}

// rare is how many stories a facet may have for a listing to begin with them
// all rather than to walk the order and ask each story.
const rare = 1000

// filter returns the query for f without its order.
func (s stories) filter(ctx context.Context, f store.StoryFilter) (*statement, error) {
	q := &statement{from: "stories s"}
	q.and("s.size > 0")
	if err := s.filterFacets(ctx, q, f); err != nil {
		return nil, err
	}
	if !f.From.IsZero() {
		q.and("s.last_at >= " + q.param(micros(f.From)))
	}
	if !f.Until.IsZero() {
		q.and("s.last_at < " + q.param(micros(f.Until)))
	}
	if f.Differences {
		q.and("s.differences > 0")
	}
	if f.Stale {
		q.and("s.dossier_revision <> s.revision")
	}
	if f.MinArticles > 1 {
		q.and("s.size >= " + q.param(f.MinArticles))
	}
	return q, nil
}

func (s stories) filterFacets(ctx context.Context, q *statement, f store.StoryFilter) error {
	for _, facet := range [][2]string{{"entity", f.Entity}, {"outlet", f.Outlet}, {"language", f.Language}} {
		if facet[1] == "" {
			continue
		}
		var n int
		err := s.db.Read.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM facets WHERE kind = $1 AND value = $2 LIMIT $3) AS found`,
			facet[0], facet[1], rare).Scan(&n)
		if err != nil {
			return err
		}
		kind, value := q.param(facet[0]), q.param(facet[1])
		if n < rare && q.from == "stories s" {
			q.from = "facets f CROSS JOIN stories s"
			q.and(fmt.Sprintf("s.id = f.story AND f.kind = %s AND f.value = %s", kind, value))
			continue
		}
		q.and(fmt.Sprintf("EXISTS (SELECT 1 FROM facets g WHERE g.kind = %s AND g.value = %s AND g.story = s.id)", kind, value))
	}
	return nil
}
