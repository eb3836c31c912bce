package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/relational"
)

// index finds articles by their stems, an array under a GIN index.
type index struct{}

func (index) Put(ctx context.Context, tx *relational.Tx, e relational.Entry) error {
	const put = `INSERT INTO search (page, article, placed, outlet, stems) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (page) DO UPDATE SET article = excluded.article, placed = excluded.placed,
			outlet = excluded.outlet, stems = excluded.stems`
	stems := e.Stems
	if stems == nil {
		stems = []string{}
	}
	_, err := tx.ExecContext(ctx, put, string(e.Page), string(e.Article), e.Placed.UnixMicro(), e.Outlet, stems)
	return err
}

func (index) Find(ctx context.Context, db relational.Querier, q store.Match) (found []relational.Found, err error) {
	query, args := find(q)
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close() //nolint:errcheck // Err tells
	for rows.Next() {
		var f relational.Found
		var placed int64
		if err := rows.Scan(&f.Article, &f.Page, &placed); err != nil {
			return nil, err
		}
		f.Placed = time.UnixMicro(placed).UTC()
		found = append(found, f)
	}
	return found, rows.Err()
}

// find writes the query with those conditions that q has.
func find(q store.Match) (string, []any) {
	where, args := []string{"stems @> $1"}, []any{q.Stems}
	if q.Outlet != "" {
		args = append(args, q.Outlet)
		where = append(where, fmt.Sprintf("outlet = $%d", len(args)))
	}
	if !q.From.IsZero() {
		args = append(args, q.From.UnixMicro())
		where = append(where, fmt.Sprintf("placed >= $%d", len(args)))
	}
	if !q.Until.IsZero() {
		args = append(args, q.Until.UnixMicro())
		where = append(where, fmt.Sprintf("placed < $%d", len(args)))
	}
	args = append(args, q.Limit)
	return fmt.Sprintf(`SELECT article, page, placed FROM search WHERE %s ORDER BY placed DESC, article LIMIT $%d`,
		strings.Join(where, " AND "), len(args)), args
}
