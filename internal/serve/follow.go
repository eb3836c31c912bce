package serve

import (
	"context"
	"errors"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// follower turns what changes in the store, by whatever process, into events.
// It reads two logs that only grow: of edits, and of arrivals as far as they
// have been grouped; stories whose dossier is to be made anew tell of the rest,
// and by being so no more, of dossiers that were made.
type follower struct {
	*Site
	edit    int64
	cursor  int64
	pending map[news.StoryID]int64 // revisions whose dossier is to follow
}

// Most that one look reads.
const (
	mostArrivals = 500
	mostStale    = 200
	mostLooked   = 50   // dossiers
	mostPending  = 5000 // stories; where nobody makes dossiers, more are forgotten
)

// Follow looks at the store again and again, every so often and when Poke is
// called, and publishes what has changed since Follow returned, until ctx ends;
// end waits for that. What the store does not tell this time it tells the next.
func (s *Site) Follow(ctx context.Context, every time.Duration) (end func()) {
	f := &follower{Site: s, pending: map[news.StoryID]int64{}}
	next := f.look
	if err := f.begin(ctx); err != nil {
		s.Log.Warn("look at the store", "err", err)
		next = f.begin
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			case <-s.poke:
			}
			if err := next(ctx); err == nil {
				next = f.look
			} else if ctx.Err() == nil {
				s.Log.Warn("look at the store", "err", err)
			}
		}
	}()
	return func() { <-over }
}

// Poke makes Follow look now.
func (s *Site) Poke() {
	select {
	case s.poke <- struct{}{}:
	default:
	}
}

// begin finds the ends of the logs, and which dossiers are to be made already.
func (f *follower) begin(ctx context.Context) (err error) {
	if f.cursor, err = f.Store.Stories().Cursor(ctx); err != nil {
		return err
	}
	stale, err := f.stale(ctx)
	if err != nil {
		return err
	}
	f.pending = stale
	for {
		edits, err := f.Store.Edits().All(ctx, f.edit, mostArrivals)
		if err != nil || len(edits) == 0 {
			return err
		}
		f.edit = edits[len(edits)-1].Seq
	}
}

func (f *follower) look(ctx context.Context) error {
	return errors.Join(f.edits(ctx), f.grouped(ctx), f.dossiers(ctx))
}

func (f *follower) edits(ctx context.Context) error {
	edits, err := f.Store.Edits().All(ctx, f.edit, mostArrivals)
	for _, e := range edits {
		f.edit = e.Seq
		f.Events.Publish(Event{Kind: Edited, Edit: e.Seq, Story: string(e.Story), Into: string(e.Target)})
		for _, id := range []news.StoryID{e.Story, e.Target} {
			if id != "" {
				err = errors.Join(err, f.story(ctx, id))
			}
		}
	}
	return err
}

// grouped publishes the stories of pages that were placed since the last look.
func (f *follower) grouped(ctx context.Context) error {
	now, err := f.Store.Stories().Cursor(ctx)
	if err != nil || now <= f.cursor {
		return err
	}
	arrivals, err := f.Store.Articles().Log().Arrivals(ctx, f.cursor, mostArrivals)
	if err != nil {
		return err
	}
	var pages []news.PageID
	cursor := now
	for _, a := range arrivals {
		if a.Seq <= now {
			pages = append(pages, a.Page)
			cursor = a.Seq
		}
	}
	if len(arrivals) < mostArrivals {
		cursor = now
	}
	threads, err := f.Store.Stories().Threads(ctx, store.ThreadQuery{Pages: pages})
	if err != nil {
		return err
	}
	for _, t := range threads.Threads {
		if err := f.story(ctx, t.Story); err != nil {
			return err
		}
	}
	f.cursor = cursor
	return nil
}

// story publishes a story as it is now, unless this revision was.
func (f *follower) story(ctx context.Context, id news.StoryID) error {
	s, err := f.Store.Stories().Story(ctx, id)
	switch {
	case errors.Is(err, news.ErrNotFound), err == nil && len(s.Pages) == 0:
		delete(f.pending, id)
		f.Events.Publish(Event{Kind: StoryGone, Story: string(id), Into: string(s.Into)})
		return nil
	case err != nil:
		return err
	}
	f.changed(id, s.Revision)
	return nil
}

func (f *follower) changed(id news.StoryID, revision int64) {
	if f.pending[id] >= revision {
		return
	}
	if len(f.pending) >= mostPending {
		clear(f.pending)
	}
	f.pending[id] = revision
	f.Events.Publish(Event{Kind: StoryChanged, Story: string(id), Revision: revision})
}

// stale are the newest stories whose dossier is to be made anew, with their
// revisions.
func (f *follower) stale(ctx context.Context) (map[news.StoryID]int64, error) {
	list, _, err := f.Store.Stories().List(ctx, store.StoryFilter{Stale: true, Limit: mostStale})
	out := map[news.StoryID]int64{}
	for _, l := range list {
		out[l.ID] = l.Revision
	}
	return out, err
}

// dossiers publishes the pending stories whose dossier has come, some at a time.
func (f *follower) dossiers(ctx context.Context) error {
	stale, err := f.stale(ctx)
	if err != nil {
		return err
	}
	for id, revision := range stale {
		f.changed(id, revision)
	}
	looked := 0
	for id := range f.pending {
		if _, waits := stale[id]; waits {
			continue
		}
		if looked++; looked > mostLooked {
			break
		}
		if err := f.made(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (f *follower) made(ctx context.Context, id news.StoryID) error {
	d, err := f.Store.Stories().Dossier(ctx, id)
	if errors.Is(err, news.ErrNotFound) {
		if _, err := f.Store.Stories().Story(ctx, id); errors.Is(err, news.ErrNotFound) {
			delete(f.pending, id)
		}
		return nil
	}
	if err != nil || d.Revision < f.pending[id] {
		return err
	}
	delete(f.pending, id)
	f.Events.Publish(Event{Kind: DossierMade, Story: string(id), Revision: d.Revision})
	return nil
}
