package doctor

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// skew is how far clocks may be apart before it matters to times of articles.
const skew = 5 * time.Minute

// clock compares the machine's time with what has been seen: the last poll, the
// last edit, and what a server said when the newest article was fetched.
func clock(ctx context.Context, p *Patient) ([]Complaint, error) {
	var out []Complaint
	last, err := latest(ctx, p.Store)
	if err != nil {
		return nil, err
	}
	if ahead := last.Sub(p.Now); ahead > skew {
		out = append(out, Complaint{Broken, "clock", fmt.Sprintf("the clock is %s behind what was done before", ahead.Round(time.Minute)),
			"set the machine's clock; let it follow a time server"})
	}
	d, err := newest(ctx, p)
	if err != nil || d.Raw.Fetched.IsZero() {
		return out, err
	}
	said, err := time.Parse(time.RFC1123, d.Raw.Header["date"])
	if off := d.Raw.Fetched.Sub(said).Abs(); err == nil && off > skew {
		out = append(out, Complaint{Risk, "clock", fmt.Sprintf("when %s was fetched, the clock and the server's were %s apart", d.Raw.URL, off.Round(time.Minute)),
			"compare the machine's clock with a time server"})
	}
	return out, nil
}

// latest is the latest time at which something was done.
func latest(ctx context.Context, s store.Store) (time.Time, error) {
	feeds, err := s.Feeds().Feeds(ctx)
	if err != nil {
		return time.Time{}, err
	}
	var last time.Time
	for _, f := range feeds {
		if f.State.LastPoll.After(last) {
			last = f.State.LastPoll
		}
	}
	edits, err := s.Edits().All(ctx, 0, 0)
	if n := len(edits); n > 0 && edits[n-1].At.After(last) {
		last = edits[n-1].At
	}
	return last, err
}

// newest returns the document of the article placed last before now, or an
// empty one.
func newest(ctx context.Context, p *Patient) (store.Document, error) {
	log := p.Store.Articles().Log()
	at, _, err := log.Neighbours(ctx, p.Now, p.Now)
	if err != nil || at.IsZero() {
		return store.Document{}, err
	}
	for a, err := range log.Between(ctx, at, at.Add(time.Microsecond)) {
		if err != nil {
			return store.Document{}, err
		}
		d, err := p.Store.Documents().Document(ctx, a.Document)
		if errors.Is(err, news.ErrNotFound) {
			err = nil // that is for the store's check to tell
		}
		return d, err
	}
	return store.Document{}, nil
}

// Bytes that should be free: less is a risk, or already too little.
const (
	lowSpace  = 1 << 30
	lastSpace = 100 << 20
)

func disk(_ context.Context, p *Patient) ([]Complaint, error) {
	if p.Free < 0 || p.Free > max(lowSpace, p.Used/10) {
		return nil, nil
	}
	grade := Risk
	if p.Free < lastSpace {
		grade = Broken
	}
	return []Complaint{{grade, "disk", fmt.Sprintf("%d MB are free on the disk of the store, which takes %d MB", p.Free/1e6, p.Used/1e6),
		"make room, or move the store to a larger disk with selisik backup and selisik restore"}}, nil
}
