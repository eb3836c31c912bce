package store

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Feed is a feed with what its polls have left.
type Feed struct {
	news.Feed
	State news.FeedState
}

// Feeds are the addresses that are polled.
type Feeds interface {
	// Add adds feeds that are not there; it returns how many were new.
	Add(ctx context.Context, feeds []news.Feed) (int, error)
	// Remove forgets a feed; what came of it stays. news.ErrNotFound if there
	// is none.
	Remove(ctx context.Context, id news.FeedID) error
	// Pause sets whether a feed is left out of polls.
	Pause(ctx context.Context, id news.FeedID, paused bool) error
	// Feeds returns all, by URL.
	Feeds(ctx context.Context) ([]Feed, error)
	// Due returns feeds that are not paused and whose State.NextDue is not after
	// now, longest due first, at most limit.
	Due(ctx context.Context, now time.Time, limit int) ([]Feed, error)
	// Polled keeps the state after a poll, with jobs for what it found.
	Polled(ctx context.Context, id news.FeedID, s news.FeedState, jobs []Job) error
}
