package query

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Saved is a query that somebody keeps.
type Saved struct {
	ID      string    `json:"id"`
	Owner   string    `json:"owner"`
	Name    string    `json:"name"`
	Ask     Ask       `json:"ask"`
	Created time.Time `json:"created"`
	// Version rises with each change; one that is given when it is changed must
	// be the present one.
	Version int64 `json:"version"`
}

// savedQueries is the collection that they are kept in.
const savedQueries = "queries"

// SavedBy returns the queries of an owner, all with "", by id.
func SavedBy(ctx context.Context, r store.Records, owner string) ([]Saved, error) {
	list, err := r.List(ctx, savedQueries, owner)
	out := []Saved{}
	for _, rec := range list {
		q, err := savedOf(rec)
		if err != nil {
			return nil, err
		}
		out = append(out, q)
	}
	return out, err
}

// SavedQuery returns the query of an id, or news.ErrNotFound; with an owner,
// also if it is somebody else's.
func SavedQuery(ctx context.Context, r store.Records, owner, id string) (Saved, error) {
	rec, err := r.Record(ctx, savedQueries, id)
	if err == nil && owner != "" && rec.Owner != owner {
		err = news.ErrNotFound
	}
	if err != nil {
		return Saved{}, fmt.Errorf("query %s: %w", id, err)
	}
	return savedOf(rec)
}

// Save keeps a query under its id: a new one if Version is 0, else over that
// version (news.ErrConflict if it is not the present one).
func Save(ctx context.Context, r store.Records, q Saved) (Saved, error) {
	v, err := json.Marshal(q)
	if err != nil {
		return Saved{}, err
	}
	rec, err := r.Put(ctx, store.Record{Collection: savedQueries, Key: q.ID, Owner: q.Owner, Version: q.Version, Value: v})
	q.Version = rec.Version
	return q, err
}

// Forget takes a query of an owner away; news.ErrNotFound if there is none.
func Forget(ctx context.Context, r store.Records, owner, id string) error {
	if _, err := SavedQuery(ctx, r, owner, id); err != nil {
		return err
	}
	return r.Remove(ctx, savedQueries, id)
}

func savedOf(rec store.Record) (Saved, error) {
	var q Saved
	err := json.Unmarshal(rec.Value, &q)
	q.ID, q.Owner, q.Version = rec.Key, rec.Owner, rec.Version
	return q, err
}
