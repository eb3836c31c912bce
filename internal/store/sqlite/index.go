package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/relational"
)

// index finds pages by stems with FTS5. It keeps which stems a page has, and
// neither places nor counts (detail=none, no contents).
//
// A row's number is the second of placement, then a slot among the pages of
// that second. So the newest rows come first without sorting, and a span of
// time is a span of rows.
type index struct{}

const (
	slotBits = 20
	slots    = 1 << slotBits
)

// firstSlot is the number of the first row of t's second.
func firstSlot(t time.Time) int64 { return t.Unix() << slotBits }

// Put implements relational.Index.
func (index) Put(ctx context.Context, tx *relational.Tx, e relational.Entry) error {
	num, err := free(ctx, tx, e)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO search_rows (num, page, article, placed) VALUES ($1, $2, $3, $4)`,
		num, string(e.Page), string(e.Article), e.Placed.UnixMicro()); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO search (rowid, stems) VALUES ($1, $2)`, num, tokens(e))
	return err
}

// free takes out what the page had, and returns a number for it.
func free(ctx context.Context, tx *relational.Tx, e relational.Entry) (int64, error) {
	begin := firstSlot(e.Placed)
	var old int64
	err := tx.QueryRowContext(ctx, `DELETE FROM search_rows WHERE page = $1 RETURNING num`, string(e.Page)).Scan(&old)
	if err == nil {
		if _, err := tx.ExecContext(ctx, `DELETE FROM search WHERE rowid = $1`, old); err != nil {
			return 0, err
		}
		if old >= begin && old < begin+slots {
			return old, nil
		}
	} else if !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	num := begin
	err = tx.QueryRowContext(ctx, `SELECT coalesce(max(num) + 1, $1) FROM search_rows WHERE num >= $1 AND num < $2`, begin, begin+slots).Scan(&num)
	return num, err
}

// tokens are the stems and the outlet, as the tokenizer parts them.
func tokens(e relational.Entry) string {
	var b strings.Builder
	for _, s := range e.Stems {
		writeToken(&b, s)
		b.WriteByte(' ')
	}
	if e.Outlet != "" {
		b.WriteString(outletMark)
		writeToken(&b, e.Outlet)
	}
	return b.String()
}

// outletMark begins the token of an outlet; no stem's token begins with it.
const outletMark = "__"

// writeToken writes a stem as one token: letters, digits and all beyond ASCII as
// they are, other bytes as "_" and two hex digits.
func writeToken(b *strings.Builder, s string) {
	const hex = "0123456789abcdef"
	for i := range len(s) {
		c := s[i]
		if c >= 0x80 || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			b.WriteByte(c)
			continue
		}
		b.WriteByte('_')
		b.WriteByte(hex[c>>4])
		b.WriteByte(hex[c&15])
	}
}

// expression is what FTS5 is asked for: all stems, and the outlet.
func expression(q store.Match) string {
	var b strings.Builder
	add := func(mark, s string) {
		if b.Len() > 0 {
			b.WriteString(" AND ")
		}
		b.WriteString(`"` + mark)
		writeToken(&b, s)
		b.WriteByte('"')
	}
	for _, s := range q.Stems {
		add("", s)
	}
	if q.Outlet != "" {
		add(outletMark, q.Outlet)
	}
	return b.String()
}

// Find implements relational.Index. It reads newest first until it has enough,
// and on to the end of that second, whose rows are in no order.
func (index) Find(ctx context.Context, db relational.Querier, q store.Match) ([]relational.Found, error) {
	from, until := int64(math.MinInt64), int64(math.MaxInt64)
	if !q.From.IsZero() {
		from = firstSlot(q.From)
	}
	if !q.Until.IsZero() {
		until = firstSlot(q.Until) + slots
	}
	rs, err := db.QueryContext(ctx, `SELECT r.page, r.article, r.placed FROM search JOIN search_rows r ON r.num = search.rowid
		WHERE search MATCH $1 AND search.rowid >= $2 AND search.rowid < $3 ORDER BY search.rowid DESC`, expression(q), from, until)
	if err != nil {
		return nil, err
	}
	defer rs.Close() //nolint:errcheck // Err tells
	var out []relational.Found
	for rs.Next() {
		var f relational.Found
		var placed int64
		if err := rs.Scan(&f.Page, &f.Article, &placed); err != nil {
			return nil, err
		}
		f.Placed = time.UnixMicro(placed).UTC()
		if len(out) >= q.Limit && f.Placed.Unix() != out[len(out)-1].Placed.Unix() {
			break
		}
		if inside(f.Placed, q) {
			out = append(out, f)
		}
	}
	if err := rs.Err(); err != nil {
		return nil, err
	}
	slices.SortFunc(out, func(a, b relational.Found) int {
		return cmp.Or(b.Placed.Compare(a.Placed), cmp.Compare(a.Article, b.Article))
	})
	return out[:min(len(out), q.Limit)], nil
}

func inside(t time.Time, q store.Match) bool {
	return !t.Before(q.From) && (q.Until.IsZero() || t.Before(q.Until))
}
