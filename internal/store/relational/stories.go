package relational

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

const selectStory = `SELECT s.id, s.title, s.languages, s.outlets, s.first_at, s.last_at, s.revision, s.updated, s.into_story,
	s.dossier_revision, s.origins, s.findings, s.differences, s.contested, s.entities, s.growth, s.recent, s.size `

// listed is a row of stories; its pages are read apart.
type listed struct {
	store.Listed
	recent, size int
}

// Story implements store.Stories.
func (s stories) Story(ctx context.Context, id news.StoryID) (st store.Story, err error) {
	defer s.wrap(ctx, &err, "story "+string(id))
	l, err := scanStory(s.db.Read.QueryRowContext(ctx, selectStory+`FROM stories s WHERE s.id = $1 AND (s.size > 0 OR s.into_story <> '')`, string(id)))
	if err != nil {
		return store.Story{}, err
	}
	one := []listed{l}
	err = s.addPages(ctx, one)
	return one[0].Story, err
}

func scanStory(r scanner) (listed, error) {
	var (
		l                                      listed
		languages, outlets, entities, growth   string
		firstAt, lastAt, updated, dossierFresh int64
	)
	err := r.Scan(&l.ID, &l.Title, &languages, &outlets, &firstAt, &lastAt, &l.Revision, &updated, &l.Into, &dossierFresh,
		&l.Summary.Origins, &l.Summary.Findings, &l.Summary.Differences, &l.Summary.Contested, &entities, &growth, &l.recent, &l.size)
	if err != nil {
		return listed{}, err
	}
	l.First, l.Last, l.Updated = fromMicros(firstAt), fromMicros(lastAt), fromMicros(updated)
	l.HasFresh = dossierFresh == l.Revision
	for _, list := range []struct {
		from string
		to   *[]string
	}{{languages, &l.Languages}, {outlets, &l.Outlets}, {entities, &l.Summary.Entities}} {
		if *list.to, err = fromArray[string](list.from); err != nil {
			return listed{}, err
		}
	}
	return l, json.Unmarshal([]byte(growth), &l.Growth)
}

// addPages reads the pages of stories, by placement, then id.
func (s stories) addPages(ctx context.Context, list []listed) error {
	at := make(map[news.StoryID]int, len(list))
	ids := make([]news.StoryID, len(list))
	for i := range list {
		ids[i] = list[i].ID
		at[ids[i]] = i
	}
	return rows(ctx, s.db.Read, func(r *sql.Rows) error {
		var id news.StoryID
		var p news.PageID
		if err := r.Scan(&id, &p); err != nil {
			return err
		}
		i := at[id]
		list[i].Pages = append(list[i].Pages, p)
		return nil
	}, `SELECT story, id FROM pages WHERE story <> '' AND story `+s.dialect.In("$1")+` ORDER BY story, placed, article`, array(ids))
}

// PutDossier implements store.Stories.
func (s stories) PutDossier(ctx context.Context, d store.Dossier, jobs []store.Job) error {
	summary, err := json.Marshal(d.Summary)
	if err != nil {
		return err
	}
	body := s.codec.pack(d.JSON)
	return s.writeJobs(ctx, "put dossier of "+string(d.Story), jobs, func(tx *Tx) (bool, error) {
		var has int64
		err := tx.QueryRowContext(ctx, `SELECT dossier_revision FROM stories WHERE id = $1 AND size > 0`+s.dialect.ForUpdate, string(d.Story)).Scan(&has)
		if err != nil || has > d.Revision {
			return false, err
		}
		_, err = tx.exec(ctx, `INSERT INTO dossiers (story, revision, made, summary, body) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (story) DO UPDATE SET revision = excluded.revision, made = excluded.made, summary = excluded.summary, body = excluded.body`,
			string(d.Story), d.Revision, micros(d.Made), string(summary), body)
		if err != nil {
			return false, err
		}
		_, err = tx.exec(ctx, `UPDATE stories SET dossier_revision = $2, origins = $3, findings = $4, differences = $5, contested = $6, entities = $7 WHERE id = $1`,
			string(d.Story), d.Revision, d.Summary.Origins, d.Summary.Findings, d.Summary.Differences, d.Summary.Contested, array(d.Summary.Entities))
		if err != nil {
			return false, err
		}
		return true, facets(ctx, tx, d.Story, "entity", d.Summary.Entities)
	})
}

// Dossier implements store.Stories.
func (s stories) Dossier(ctx context.Context, id news.StoryID) (d store.Dossier, err error) {
	defer s.wrap(ctx, &err, "dossier of "+string(id))
	var made int64
	var summary string
	var body []byte
	err = s.db.Read.QueryRowContext(ctx, `SELECT story, revision, made, summary, body FROM dossiers WHERE story = $1`, string(id)).
		Scan(&d.Story, &d.Revision, &made, &summary, &body)
	if err != nil {
		return store.Dossier{}, err
	}
	d.Made = fromMicros(made)
	if err := json.Unmarshal([]byte(summary), &d.Summary); err != nil {
		return store.Dossier{}, err
	}
	d.JSON, err = s.codec.unpack(body)
	return d, err
}
