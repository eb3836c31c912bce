package poll

import (
	"time"

	"github.com/selisik/selisik/internal/news"
)

// When a feed is called slow, quiet, and recently moved.
const (
	slowAnswer  = 10 * time.Second
	quietDays   = 3 * day
	quietRhythm = 10 // times the time from one new item to the next
	movedFor    = 7 * day
)

// Health returns how a feed does: the gravest condition that holds. It follows
// from its arguments alone.
func Health(f news.Feed, s news.FeedState, now time.Time) news.Condition {
	switch {
	case f.Paused:
		return news.Condition{Kind: news.FeedPaused}
	case s.Polls == 0:
		return news.Condition{Kind: news.FeedNew}
	case !s.RestingSince.IsZero():
		return news.Condition{Kind: news.FeedResting, Since: s.RestingSince, Failure: s.LastFailure}
	case s.Failures > 0:
		return news.Condition{Kind: news.FeedFails, Since: s.FirstFailure, Failure: s.LastFailure}
	case !s.LastNew.IsZero() && now.Sub(s.LastNew) >= max(quietDays, quietRhythm*s.Rhythm):
		return news.Condition{Kind: news.FeedQuiet, Since: s.LastNew}
	case s.Damaged:
		return news.Condition{Kind: news.FeedDamaged, Since: s.LastFull}
	case s.Took >= slowAnswer:
		return news.Condition{Kind: news.FeedSlow, By: s.Took}
	case s.Clock.Ahead != 0:
		return news.Condition{Kind: news.FeedAhead, Since: s.Clock.Since, By: s.Clock.Ahead}
	case !s.Moved.IsZero() && now.Sub(s.Moved) < movedFor:
		return news.Condition{Kind: news.FeedMoved, Since: s.Moved, URL: address(f, s)}
	}
	return news.Condition{Kind: news.FeedFine}
}
