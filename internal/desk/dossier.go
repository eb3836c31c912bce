package desk

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/cluster"
	"github.com/selisik/selisik/internal/store"
)

// reconcile brings the dossier of a story up to date. A story that is gone or
// was taken in has none.
func (d *Desk) reconcile(ctx context.Context, id news.StoryID) error {
	_, err := d.Dossier(ctx, id)
	if errors.Is(err, news.ErrNotFound) {
		return nil
	}
	return err
}

// Dossier returns the dossier of a story as it is now, made anew if need be.
// It returns news.ErrNotFound for a story that is not, or was taken in.
func (d *Desk) Dossier(ctx context.Context, id news.StoryID) (store.Dossier, error) {
	s, err := d.store.Stories().Story(ctx, id)
	if err != nil {
		return store.Dossier{}, err
	}
	if len(s.Pages) == 0 {
		return store.Dossier{}, fmt.Errorf("dossier of %s: %w", id, news.ErrNotFound)
	}
	made, err := d.store.Stories().Dossier(ctx, id)
	if err == nil && made.Revision == s.Revision || err != nil && !errors.Is(err, news.ErrNotFound) {
		return made, err
	}
	whole, err := d.whole(ctx, s)
	if err != nil {
		return store.Dossier{}, fmt.Errorf("dossier of %s: %w", id, err)
	}
	out, err := pack(whole)
	out.Story, out.Revision, out.Made = id, s.Revision, d.opt.Now()
	if err != nil {
		return out, err
	}
	var jobs []store.Job
	if d.opt.Alerts != nil {
		jobs = d.opt.Alerts.Jobs(made, out)
	}
	return out, d.store.Stories().PutDossier(ctx, out, jobs)
}

// whole makes all that is to be said about a story.
func (d *Desk) whole(ctx context.Context, s store.Story) (news.Story, error) {
	versions, err := d.store.Articles().Versions(ctx, s.Pages...)
	if err != nil {
		return news.Story{}, err
	}
	readings, err := d.readings(ctx, standing(versions))
	if err != nil {
		return news.Story{}, err
	}
	return d.steps.Revised(s.ID, readings, d.history(versions)), nil
}

// standing returns the current ones of some versions, in order of time.
func standing(versions []store.Article) []store.Article {
	current := slices.DeleteFunc(slices.Clone(versions), func(a store.Article) bool { return !a.Current })
	slices.SortFunc(current, func(a, b store.Article) int { return cluster.Order(&a.Article, &b.Article) })
	return current
}

// history tells what became of pages, whose versions are in order.
func (d *Desk) history(versions []store.Article) news.History {
	var h news.History
	for i := range versions {
		a := &versions[i]
		if i > 0 && versions[i-1].Page == a.Page {
			was := versions[i-1].Effective()
			h.Past = append(h.Past, was)
			h.Revisions = append(h.Revisions, d.steps.Revision(was, a.Effective(), a.Fetched))
		}
		if a.Current && !a.Withdrawn.IsZero() {
			h.Revisions = append(h.Revisions, pipeline.Withdrawal(a.Effective(), a.Withdrawn, ""))
		}
	}
	return h
}

// pack makes a story's dossier what the store keeps.
func pack(s news.Story) (store.Dossier, error) {
	public := dossier.FromStories([]news.Story{s}).Stories[0]
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(public); err != nil {
		return store.Dossier{}, err
	}
	return store.Dossier{Summary: summary(&s), JSON: bytes.TrimSpace(b.Bytes())}, nil
}

// mostEntities is how many names a summary keeps.
const mostEntities = 12

// summary is what lists show of a story.
func summary(s *news.Story) store.Summary {
	out := store.Summary{Findings: len(s.Findings)}
	for _, f := range s.Findings {
		out.Origins = max(out.Origins, f.Origins)
		out.Differences += len(f.Differences)
		for _, x := range f.Differences {
			if x.Disputes() {
				out.Contested++
			}
		}
	}
	named := map[news.EntityID]int{}
	for i := range s.Claims {
		for _, e := range s.Claims[i].Entities {
			named[e]++
		}
	}
	order := slices.Clone(s.Entities)
	slices.SortStableFunc(order, func(a, b news.Entity) int { return named[b.ID] - named[a.ID] })
	for _, e := range order[:min(len(order), mostEntities)] {
		out.Entities = append(out.Entities, e.Name)
	}
	return out
}

// Difference tells how one version of a page became the next, as dossiers tell
// it.
func (d *Desk) Difference(was, is *store.Article) dossier.Revision {
	now := is.Effective()
	return dossier.FromRevision(d.steps.Revision(was.Effective(), now, is.Fetched), &now)
}
