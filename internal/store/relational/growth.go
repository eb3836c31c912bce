package relational

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"

	"github.com/selisik/selisik/internal/store"
)

// hourly counts pages by hour before a story's Last, oldest first.
type hourly [24]int

// growth reads it off the rows of the story's pages.
func growth(ctx context.Context, tx *Tx, st *store.Story) (hourly, error) {
	var out hourly
	if len(st.Pages) == 0 {
		return out, nil
	}
	from := st.Last.Add(-24 * time.Hour)
	err := rows(ctx, tx, func(r *sql.Rows) error {
		var n int64
		if err := r.Scan(&n); err != nil {
			return err
		}
		if back := int(st.Last.Sub(fromMicros(n)) / time.Hour); back < len(out) {
			out[len(out)-1-back]++
		}
		return nil
	}, `SELECT placed FROM pages WHERE story <> '' AND story = $1 AND placed > $2 AND placed <= $3`, string(st.ID), micros(from), micros(st.Last))
	return out, err
}

func (h hourly) recent() int {
	n := 0
	for _, c := range h {
		n += c
	}
	return n
}

func (h hourly) json() string {
	b, err := json.Marshal(h)
	if err != nil {
		panic(err) // numbers always marshal
	}
	return string(b)
}
