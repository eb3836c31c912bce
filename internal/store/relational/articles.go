package relational

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

type articles struct{ *Store }

// Readings implements store.Articles.
func (s articles) Readings() store.Readings { return readings(s) }

// Log implements store.Articles.
func (s articles) Log() store.Log { return log(s) }

const selectArticle = `SELECT a.page, a.document, a.fetched, a.seen, a.version, a.is_current, a.cut, a.body, p.withdrawn
	FROM articles a JOIN pages p ON p.id = a.page `

// Article implements store.Articles.
func (s articles) Article(ctx context.Context, id news.ArticleID) (a store.Article, err error) {
	defer s.wrap(ctx, &err, "article "+string(id))
	return s.scan(s.db.Read.QueryRowContext(ctx, selectArticle+`WHERE a.id = $1`, string(id)))
}

// Versions implements store.Articles.
func (s articles) Versions(ctx context.Context, pages ...news.PageID) (out []store.Article, err error) {
	defer s.wrap(ctx, &err, "versions")
	of := map[news.PageID][]store.Article{}
	err = rows(ctx, s.db.Read, func(r *sql.Rows) error {
		a, err := s.scan(r)
		of[a.Page] = append(of[a.Page], a)
		return err
	}, selectArticle+`WHERE a.page `+s.dialect.In("$1")+` ORDER BY a.page, a.version`, array(pages))
	for _, p := range pages {
		out = append(out, of[p]...)
	}
	return out, err
}

func (s articles) scan(r scanner) (store.Article, error) {
	var (
		a                        store.Article
		page                     news.PageID
		fetched, seen, withdrawn int64
		cut                      string
		body                     []byte
	)
	if err := r.Scan(&page, &a.Document, &fetched, &seen, &a.Version, &a.Current, &cut, &body, &withdrawn); err != nil {
		return store.Article{}, err
	}
	if err := s.codec.unpackJSON(body, &a.Article); err != nil {
		return store.Article{}, err
	}
	a.Page, a.Fetched, a.Seen, a.Withdrawn = page, fromMicros(fetched), fromMicros(seen), fromMicros(withdrawn)
	var err error
	a.Cut, err = fromArray[string](cut)
	return a, err
}

// Put implements store.Articles.
func (s articles) Put(ctx context.Context, a store.Article, t store.Terms, jobs []store.Job) (changed bool, err error) {
	if a.ID == "" || a.Page == "" {
		return false, fmt.Errorf("put article %s: %w: no id or no page", a.ID, news.ErrInvalid)
	}
	body, err := s.codec.packJSON(a.Article)
	if err != nil {
		return false, fmt.Errorf("put article %s: %w", a.ID, err)
	}
	counted := countTerms(t)
	v := version{id: a.ID, document: a.Document, fetched: micros(a.Fetched), published: stamp(&a), seen: micros(a.Seen), body: body, outlet: domain(&a), terms: &counted}
	err = s.writeJobs(ctx, "put article "+string(a.ID), jobs, func(tx *Tx) (bool, error) {
		var added bool
		changed, added, err = s.put(ctx, tx, a.Page, v)
		return changed || added, err
	})
	return changed, err
}

// version is a version of a page, as far as their order and the page's row go.
type version struct {
	id                       news.ArticleID
	document                 news.DocumentID
	fetched, published, seen int64
	number                   int
	current                  bool
	told                     bool // otherwise than before: its byline, say, or when it changed

	// Of the version that is being put; nil and "" of those in the store.
	body   []byte
	outlet string
	terms  *counts
}

func (v *version) placed() int64 {
	if v.published != noTime {
		return v.published
	}
	return v.seen
}

// noTime is how the zero time stands in a column.
const noTime = -62135596800000000

func stamp(a *store.Article) int64 {
	if a.Published == nil {
		return noTime
	}
	return micros(a.Published.Time)
}

func domain(a *store.Article) string {
	if a.Outlet == nil {
		return ""
	}
	return a.Outlet.Domain
}

// order is by what store.Article says of the current version, which is last.
func order(a, b *version) int {
	return cmp.Or(cmp.Compare(a.fetched, b.fetched), cmp.Compare(a.published, b.published), cmp.Compare(a.document, b.document))
}

// put writes a version and what follows from it. changed tells whether the
// page's current version did, added whether v was not there.
func (s articles) put(ctx context.Context, tx *Tx, p news.PageID, v version) (changed, added bool, err error) {
	// The page's row is locked from here on.
	if _, err = tx.exec(ctx, `INSERT INTO pages (id, article, placed, outlet, withdrawn, thread, story)
		VALUES ($1, '', $2, '', $2, '', '') ON CONFLICT (id) DO UPDATE SET id = excluded.id`, string(p), int64(noTime)); err != nil {
		return
	}
	all, err := s.versions(ctx, tx, p)
	if err != nil {
		return
	}
	was := currentOf(all)
	all, added, err = s.merge(ctx, tx, all, &v)
	if err != nil {
		return
	}
	slices.SortFunc(all, order)
	if err = s.number(ctx, tx, p, all); err != nil {
		return
	}
	now := all[len(all)-1]
	if was != nil && was.id == now.id && was.placed() == now.placed() && !now.told {
		return false, added, nil
	}
	return true, added, s.advance(ctx, tx, p, was, now)
}

func currentOf(all []*version) *version {
	for _, v := range all {
		if v.current {
			kept := *v
			return &kept
		}
	}
	return nil
}

func (s articles) versions(ctx context.Context, tx *Tx, p news.PageID) (out []*version, err error) {
	err = rows(ctx, tx, func(r *sql.Rows) error {
		var v version
		out = append(out, &v)
		return r.Scan(&v.id, &v.document, &v.fetched, &v.published, &v.seen, &v.number, &v.current)
	}, `SELECT id, document, fetched, published, seen, version, is_current FROM articles WHERE page = $1`, string(p))
	return out, err
}

// merge puts v among all. Of a version that is there, the later document (in
// the order of versions) tells its text's stamps and was first seen at the
// earlier time, whichever came first.
func (s articles) merge(ctx context.Context, tx *Tx, all []*version, v *version) (merged []*version, added bool, err error) {
	i := slices.IndexFunc(all, func(old *version) bool { return old.id == v.id })
	if i < 0 {
		return append(all, v), true, nil
	}
	old := all[i]
	seen := min(old.seen, v.seen)
	if order(v, old) > 0 {
		var body []byte
		if err := tx.QueryRowContext(ctx, `SELECT body FROM articles WHERE id = $1`, string(v.id)).Scan(&body); err != nil {
			return nil, false, err
		}
		v.told = !bytes.Equal(body, v.body) || v.fetched != old.fetched && len(all) > 1
		v.seen, v.number, v.current, all[i] = seen, old.number, old.current, v
		_, err := tx.exec(ctx, `UPDATE articles SET document = $2, fetched = $3, published = $4, seen = $5, body = $6 WHERE id = $1`,
			string(v.id), string(v.document), v.fetched, v.published, seen, v.body)
		return all, false, err
	}
	if seen != old.seen {
		old.seen = seen
		_, err = tx.exec(ctx, `UPDATE articles SET seen = $2 WHERE id = $1`, string(v.id), seen)
	}
	return all, false, err
}

// number gives sorted versions their numbers, of which the last is the current
// one, and writes the one that is new.
func (s articles) number(ctx context.Context, tx *Tx, p news.PageID, all []*version) error {
	for i, v := range all {
		number, current := i+1, i+1 == len(all)
		isNew, same := v.number == 0, v.number == number && v.current == current
		v.number, v.current = number, current
		var err error
		switch {
		case isNew:
			err = s.insert(ctx, tx, p, v)
		case !same:
			_, err = tx.exec(ctx, `UPDATE articles SET version = $2, is_current = $3 WHERE id = $1`, string(v.id), number, asNumber(current))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s articles) insert(ctx context.Context, tx *Tx, p news.PageID, v *version) error {
	_, err := tx.exec(ctx, `INSERT INTO articles (id, page, document, fetched, published, seen, version, is_current, cut, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9)`,
		string(v.id), string(p), string(v.document), v.fetched, v.published, v.seen, v.number, asNumber(v.current), v.body)
	if err != nil {
		return err
	}
	_, err = tx.exec(ctx, `INSERT INTO terms (article, words, counts) VALUES ($1, $2, $3)`, string(v.id), v.terms.words, v.terms.pack())
	return err
}

// advance makes now the page's current version: in its row, in the index, and
// in the log.
func (s articles) advance(ctx context.Context, tx *Tx, p news.PageID, was, now *version) error {
	outlet, stems, err := s.indexed(ctx, tx, now)
	if err != nil {
		return err
	}
	if _, err := tx.exec(ctx, `UPDATE pages SET article = $2, placed = $3, outlet = $4 WHERE id = $1`,
		string(p), string(now.id), now.placed(), outlet); err != nil {
		return err
	}
	e := Entry{Page: p, Article: now.id, Placed: fromMicros(now.placed()), Outlet: outlet, Stems: stems}
	if err := s.index.Put(ctx, tx, e); err != nil {
		return err
	}
	before := int64(noTime)
	if was != nil {
		before = was.placed()
	}
	return s.arrive(ctx, tx, arrival{p, before, now.placed()})
}

// indexed returns what the index wants to know of a version.
func (s articles) indexed(ctx context.Context, tx *Tx, v *version) (outlet string, stems []string, err error) {
	if v.terms != nil {
		return v.outlet, v.terms.list(), nil
	}
	var packed, body []byte
	err = tx.QueryRowContext(ctx, `SELECT t.counts, a.body FROM articles a JOIN terms t ON t.article = a.id WHERE a.id = $1`,
		string(v.id)).Scan(&packed, &body)
	if err != nil {
		return "", nil, err
	}
	var a store.Article
	if err := s.codec.unpackJSON(body, &a.Article); err != nil {
		return "", nil, err
	}
	stems, err = unpackStems(packed)
	return domain(&a), stems, err
}

// Withdraw implements store.Articles.
func (s articles) Withdraw(ctx context.Context, p news.PageID, at time.Time, jobs []store.Job) error {
	return s.writeJobs(ctx, "withdraw "+string(p), jobs, func(tx *Tx) (bool, error) {
		var placed, withdrawn int64
		err := tx.QueryRowContext(ctx, `SELECT placed, withdrawn FROM pages WHERE id = $1`+s.dialect.ForUpdate, string(p)).Scan(&placed, &withdrawn)
		if err != nil || (withdrawn == noTime) == at.IsZero() {
			return false, err
		}
		if _, err := tx.exec(ctx, `UPDATE pages SET withdrawn = $2 WHERE id = $1`, string(p), micros(at)); err != nil {
			return false, err
		}
		return true, s.arrive(ctx, tx, arrival{p, placed, placed})
	})
}
