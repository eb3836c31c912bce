package relational

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type stories struct{ *Store }

// cursorMark is the mark that tells how far the arrivals log was grouped.
const cursorMark = "cursor"

// Cursor implements store.Stories.
func (s stories) Cursor(ctx context.Context) (n int64, err error) {
	defer s.wrap(ctx, &err, "cursor")
	err = s.db.Read.QueryRowContext(ctx, `SELECT value FROM marks WHERE name = $1`, cursorMark).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return n, err
}

// Place implements store.Stories. Its steps are in the order in which they lean
// on each other.
func (s stories) Place(ctx context.Context, l store.Lease, now time.Time, p store.Placement, jobs []store.Job) error {
	if err := checkPlacement(&p); err != nil {
		return err
	}
	return s.writeJobs(ctx, "place stories", jobs, func(tx *Tx) (bool, error) {
		for _, step := range []func() error{
			func() error { return s.fence(ctx, tx, l) },
			func() error { return s.placeThreads(ctx, tx, &p) },
			func() error { return s.placeJoins(ctx, tx, &p) },
			func() error { return s.placeStories(ctx, tx, now, p.Stories) },
			func() error { return s.followPages(ctx, tx, &p) },
			func() error { return cut(ctx, tx, p.Cuts) },
			func() error { return s.setMark(ctx, tx, cursorMark, p.Cursor) },
		} {
			if err := step(); err != nil {
				return false, err
			}
		}
		return true, nil
	})
}

// checkPlacement refuses a page in two threads or two stories, and windows that
// have time in common.
func checkPlacement(p *store.Placement) error {
	var own []store.Window
	for _, t := range p.Threads {
		own = append(own, t.Window)
	}
	for _, list := range [][]store.Window{slices.Clone(p.Windows), own} {
		if a, b, ok := sharing(list); ok {
			return fmt.Errorf("place stories: %w: windows from %v and %v overlap", news.ErrInvalid, a.From, b.From)
		}
	}
	threadOf := map[news.PageID]string{}
	for _, t := range p.Threads {
		for _, page := range t.Pages {
			if other, ok := threadOf[page]; ok {
				return fmt.Errorf("place stories: %w: page %s in threads %s and %s", news.ErrInvalid, page, other, t.ID)
			}
			threadOf[page] = t.ID
		}
	}
	storyOf := map[news.PageID]news.StoryID{}
	for _, st := range p.Stories {
		for _, page := range st.Pages {
			if other, ok := storyOf[page]; ok {
				return fmt.Errorf("place stories: %w: page %s in stories %s and %s", news.ErrInvalid, page, other, st.ID)
			}
			storyOf[page] = st.ID
		}
	}
	return nil
}

// sharing finds two different windows that have time in common. It sorts list.
func sharing(list []store.Window) (a, b store.Window, ok bool) {
	slices.SortFunc(list, func(a, b store.Window) int { return cmp.Or(a.From.Compare(b.From), a.Until.Compare(b.Until)) })
	list = slices.CompactFunc(list, func(a, b store.Window) bool { return a.From.Equal(b.From) && a.Until.Equal(b.Until) })
	for i := range list[min(1, len(list)):] {
		if list[i+1].From.Before(list[i].Until) {
			return list[i], list[i+1], true
		}
	}
	return a, b, false
}

// fence returns news.ErrConflict unless l is the partition's present lease. The
// lease cannot change hands before tx ends.
func (s *Store) fence(ctx context.Context, tx *Tx, l store.Lease) error {
	var owner string
	var epoch int64
	err := tx.QueryRowContext(ctx, `SELECT owner, epoch FROM leases WHERE partition = $1`+s.dialect.ForUpdate, l.Partition).Scan(&owner, &epoch)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if err != nil || owner != l.Owner || epoch != l.Epoch {
		return fmt.Errorf("lease of %s by %s, epoch %d, is no longer held: %w", l.Partition, l.Owner, l.Epoch, news.ErrConflict)
	}
	return nil
}

// placeThreads puts p.Threads in the place of those of p.Windows.
func (s stories) placeThreads(ctx context.Context, tx *Tx, p *store.Placement) error {
	gone := map[string]bool{}
	for _, w := range p.Windows {
		ids, err := column[string](ctx, tx, overlapping, micros(w.From), micros(w.Until))
		if err != nil {
			return err
		}
		for _, id := range ids {
			gone[id] = true
		}
	}
	if err := s.dropThreads(ctx, tx, keys(gone)); err != nil {
		return err
	}
	for _, t := range p.Threads {
		if err := s.placeThread(ctx, tx, t); err != nil {
			return err
		}
	}
	return nil
}

func (s stories) dropThreads(ctx context.Context, tx *Tx, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	in := s.dialect.In("$1")
	for _, query := range []string{
		`UPDATE pages SET thread = '' WHERE thread <> '' AND thread ` + in,
		`DELETE FROM joins WHERE earlier ` + in,
		`DELETE FROM joins WHERE later ` + in,
		`DELETE FROM threads WHERE id ` + in,
	} {
		if _, err := tx.exec(ctx, query, array(ids)); err != nil {
			return err
		}
	}
	return nil
}

func (s stories) placeThread(ctx context.Context, tx *Tx, t store.Thread) error {
	_, err := tx.exec(ctx, `INSERT INTO threads (id, from_time, until_time, story) VALUES ($1, $2, $3, $4)
		ON CONFLICT (id) DO UPDATE SET from_time = excluded.from_time, until_time = excluded.until_time, story = excluded.story`,
		t.ID, micros(t.Window.From), micros(t.Window.Until), string(t.Story))
	if err != nil {
		return err
	}
	if _, err := tx.exec(ctx, `UPDATE pages SET thread = '' WHERE thread <> '' AND thread = $1`, t.ID); err != nil {
		return err
	}
	n, err := tx.exec(ctx, `UPDATE pages SET thread = $2 WHERE id `+s.dialect.In("$1"), array(t.Pages), t.ID)
	if err == nil && n != len(t.Pages) {
		err = fmt.Errorf("%w: thread %s has pages that are not there", news.ErrInvalid, t.ID)
	}
	return err
}

func (s stories) placeJoins(ctx context.Context, tx *Tx, p *store.Placement) error {
	if len(p.Rejoined) > 0 {
		if _, err := tx.exec(ctx, `DELETE FROM joins WHERE earlier `+s.dialect.In("$1"), array(p.Rejoined)); err != nil {
			return err
		}
	}
	for _, j := range p.Joins {
		if _, err := tx.exec(ctx, `INSERT INTO joins (earlier, later) VALUES ($1, $2) ON CONFLICT (earlier, later) DO NOTHING`, j[0], j[1]); err != nil {
			return err
		}
	}
	return nil
}

// placeStories writes changed stories: first all lose their pages, then each
// takes its own. What then still has lost pages to another story, but is not
// among the changed, would tell what is not so: that is refused.
func (s stories) placeStories(ctx context.Context, tx *Tx, now time.Time, list []store.Story) error {
	ids := make([]news.StoryID, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	if _, err := tx.exec(ctx, `UPDATE pages SET story = '' WHERE story <> '' AND story `+s.dialect.In("$1"), array(ids)); err != nil {
		return err
	}
	for i := range list {
		if err := s.placeStory(ctx, tx, now, &list[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s stories) placeStory(ctx context.Context, tx *Tx, now time.Time, st *store.Story) error {
	n, err := tx.exec(ctx, `UPDATE pages SET story = $2 WHERE story = '' AND id `+s.dialect.In("$1"), array(st.Pages), string(st.ID))
	if err != nil {
		return err
	}
	if n != len(st.Pages) {
		return fmt.Errorf("%w: story %s has pages that are not there, or are in a story that does not change", news.ErrInvalid, st.ID)
	}
	g, err := growth(ctx, tx, st)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `INSERT INTO stories (id, title, languages, outlets, first_at, last_at, revision, updated, into_story, size, recent, growth,
			dossier_revision, origins, findings, differences, contested, entities)
		VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9, $10, $11, 0, 0, 0, 0, 0, '[]')
		ON CONFLICT (id) DO UPDATE SET title = excluded.title, languages = excluded.languages, outlets = excluded.outlets,
			first_at = excluded.first_at, last_at = excluded.last_at, revision = stories.revision + 1, updated = excluded.updated,
			into_story = excluded.into_story, size = excluded.size, recent = excluded.recent, growth = excluded.growth`,
		string(st.ID), st.Title, array(st.Languages), array(st.Outlets), micros(st.First), micros(st.Last), micros(now),
		string(st.Into), len(st.Pages), g.recent(), g.json())
	if err != nil {
		return err
	}
	if len(st.Pages) == 0 {
		return s.clearStory(ctx, tx, st.ID)
	}
	if err := facets(ctx, tx, st.ID, "outlet", st.Outlets); err != nil {
		return err
	}
	return facets(ctx, tx, st.ID, "language", st.Languages)
}

// clearStory takes away what a story that no longer stands had.
func (s stories) clearStory(ctx context.Context, tx *Tx, id news.StoryID) error {
	for _, query := range []string{
		`DELETE FROM facets WHERE story = $1`,
		`DELETE FROM dossiers WHERE story = $1`,
		`UPDATE stories SET dossier_revision = 0, origins = 0, findings = 0, differences = 0, contested = 0, entities = '[]' WHERE id = $1`,
	} {
		if _, err := tx.exec(ctx, query, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// facets makes values the story's of a kind.
func facets(ctx context.Context, tx *Tx, id news.StoryID, kind string, values []string) error {
	if _, err := tx.exec(ctx, `DELETE FROM facets WHERE story = $1 AND kind = $2`, string(id), kind); err != nil {
		return err
	}
	for _, v := range values {
		if _, err := tx.exec(ctx, `INSERT INTO facets (kind, value, story) VALUES ($1, $2, $3) ON CONFLICT (kind, value, story) DO NOTHING`,
			kind, v, string(id)); err != nil {
			return err
		}
	}
	return nil
}

// followPages gives threads that were not written, but whose pages were, the
// story of their first page.
func (s stories) followPages(ctx context.Context, tx *Tx, p *store.Placement) error {
	var ids []news.StoryID
	for i := range p.Stories {
		ids = append(ids, p.Stories[i].ID)
	}
	written := make([]string, len(p.Threads))
	for i := range p.Threads {
		written[i] = p.Threads[i].ID
	}
	_, err := tx.exec(ctx, `UPDATE threads SET story = (SELECT story FROM pages WHERE thread = threads.id AND thread <> '' ORDER BY placed, article LIMIT 1)
		WHERE id IN (SELECT thread FROM pages WHERE story <> '' AND thread <> '' AND story `+s.dialect.In("$1")+`)
			AND NOT (id `+s.dialect.In("$2")+`)`, array(ids), array(written))
	return err
}

func cut(ctx context.Context, tx *Tx, cuts map[news.ArticleID][]string) error {
	for id, list := range cuts {
		if _, err := tx.exec(ctx, `UPDATE articles SET cut = $2 WHERE id = $1`, string(id), array(list)); err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) setMark(ctx context.Context, tx *Tx, name string, value int64) error {
	_, err := tx.exec(ctx, `INSERT INTO marks (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	return err
}

func keys(m map[string]bool) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	return out
}
