package desk

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/clean"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

// Fetcher is the network; poll.Poller is one.
type Fetcher interface {
	Poll(ctx context.Context, f news.Feed, s news.FeedState, now time.Time) ([]poll.Item, news.FeedState, error)
	FetchArticle(ctx context.Context, it poll.Item, prior news.Validators, now time.Time) (poll.Article, error)
}

// visits are the times after the first visit at which a page is fetched again,
// to see what became of it: most corrections come on the first day.
var visits = []time.Duration{30 * time.Minute, 2 * time.Hour, 6 * time.Hour, 24 * time.Hour, 72 * time.Hour}

// visit is the argument of a fetch job.
type visit struct {
	Item       poll.Item
	Feed       news.FeedID
	Validators news.Validators
	First      time.Time // of the first visit; zero before it
	Number     int       // of visits made
	Last       time.Time // of the last page that was had
	PutOff     int       // how often this visit was put off
	Page       string    // where the page was found; "" before it was
}

// job returns the job of a visit that is due at a time. Its key tells visits of
// one page apart.
func (v visit) job(at time.Time) (store.Job, error) {
	args, err := json.Marshal(v)
	return store.Job{Kind: store.Fetch, Key: fmt.Sprintf("%s#%d", v.Item.URL, v.Number), Args: args, Unique: true, After: at}, err
}

// fetch visits a page and sets the next visit.
func (d *Desk) fetch(ctx context.Context, j store.Running) error {
	var v visit
	if err := json.Unmarshal(j.Args, &v); err != nil {
		return fmt.Errorf("fetch %s: %w: %w", j.Key, news.ErrInvalid, err)
	}
	now := d.opt.Now()
	got, err := d.opt.Fetch.FetchArticle(ctx, v.Item, v.Validators, now)
	if err != nil && got.Validators.Missing == 0 {
		return d.putOff(ctx, j, v, err)
	}
	v.Validators, v.PutOff = got.Validators, 0
	if v.First.IsZero() {
		v.First = now
	}
	switch {
	case err != nil, got.Unchanged: // missing once, or as it was
	case got.Removed:
		if v.Page != "" {
			err = d.store.Articles().Withdraw(ctx, clean.PageAt(v.Page), now, []store.Job{d.clusterJob()})
			if err != nil && !errors.Is(err, news.ErrNotFound) {
				return err
			}
		}
		return nil
	default:
		v.keep(&got.Document)
		if _, err := d.take(ctx, []news.RawDocument{got.Document}, v.Feed); err != nil {
			return err
		}
	}
	return d.again(ctx, v, now)
}

// keep takes a page. One that was had later than another is told to be, for
// then it is the current one, whatever became of the clock.
func (v *visit) keep(page *news.RawDocument) {
	if !page.Fetched.After(v.Last) {
		page.Fetched = v.Last.Add(time.Second)
	}
	v.Last, v.Page = page.Fetched, page.URL
}

// A visit that fails at all attempts is put off, 15 minutes and twice as long
// each time, for two and a half days.
const (
	putOffFirst = 15 * time.Minute
	putOffMost  = 8
)

// putOff returns the error of a visit, or, where it cannot be tried again,
// enqueues it for later.
func (d *Desk) putOff(ctx context.Context, j store.Running, v visit, err error) error {
	if j.Attempt < store.MaxAttempts || !errors.Is(err, news.ErrUnavailable) || v.PutOff >= putOffMost || ctx.Err() != nil {
		return err
	}
	d.opt.Log.Warn("fetch later", "url", v.Item.URL, "err", err)
	at := d.opt.Now().Add(putOffFirst << v.PutOff)
	v.PutOff++
	next, err := v.job(at)
	if err != nil {
		return err
	}
	return d.store.Jobs().Enqueue(ctx, []store.Job{next})
}

// retryMissing is how soon a page that was missing is asked for again.
const retryMissing = 10 * time.Minute

// again enqueues the next visit of a page, if there is to be one.
func (d *Desk) again(ctx context.Context, v visit, now time.Time) error {
	at := now.Add(retryMissing)
	if v.Validators.Missing == 0 {
		if v.Number >= len(visits) {
			return nil
		}
		at = v.First.Add(visits[v.Number])
		if latest := now.Add(visits[v.Number]); at.After(latest) { // the clock was put back
			v.First, at = now, latest
		}
	}
	v.Number++
	next, err := v.job(at)
	if err != nil {
		return err
	}
	return d.store.Jobs().Enqueue(ctx, []store.Job{next})
}
