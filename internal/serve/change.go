package serve

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/text"
)

// MaxUpload is how many bytes of a file are taken.
const MaxUpload = 64 << 20

// mostDocuments is how many documents one file or address may hold.
const mostDocuments = 20_000

// Added tells what became of what somebody added.
type Added struct {
	Read     int      `json:"read"`     // documents
	New      int      `json:"new"`      // of them not there before
	Waiting  bool     `json:"waiting"`  // they are placed in stories soon, not yet
	Problems []string `json:"problems"` // what could not be used, one line each
}

// Text is an article as somebody types it in.
type Text struct {
	Text, HTML                            string // one of them
	Title, Outlet, Published, Byline, URL string
}

// AddURL adds what is behind an address: a page, a feed, a file. Errors wrap
// news.ErrUnavailable if nothing could be had, news.ErrInvalid if it is no
// address, and account.WaitError if somebody adds too often.
func (s *Site) AddURL(ctx context.Context, address string) (Added, error) {
	address = strings.TrimSpace(address)
	f, err := s.Feed(address, news.FeedPage, "", s.Now())
	if err != nil {
		return Added{}, err
	}
	return s.add(ctx, f.URL, func(problem func(error)) iter.Seq[news.RawDocument] {
		return s.Read(ctx, f.URL, nil, problem)
	})
}

// AddFile adds what a file holds. Its name only serves to tell of it.
func (s *Site) AddFile(ctx context.Context, name string, body []byte) (Added, error) {
	if len(body) == 0 {
		return Added{}, fmt.Errorf("add file: it is empty: %w", news.ErrInvalid)
	}
	name = cmp.Or(text.Squash(text.Plain(name[max(0, strings.LastIndexAny(name, `/\`)+1):])), "file")
	return s.add(ctx, name, func(problem func(error)) iter.Seq[news.RawDocument] {
		return func(yield func(news.RawDocument) bool) {
			for d := range s.Read(ctx, "-", bytes.NewReader(body), problem) {
				d.Input = name + strings.TrimPrefix(d.Input, "-")
				if !yield(d) {
					return
				}
			}
		}
	})
}

// AddText adds one article.
func (s *Site) AddText(ctx context.Context, t Text) (Added, error) {
	d := news.RawDocument{Input: "text", URL: t.URL, MediaType: "text/plain", Charset: "utf-8", Body: []byte(t.Text),
		Title: t.Title, Outlet: t.Outlet, Published: t.Published, Byline: t.Byline}
	if t.HTML != "" {
		d.MediaType, d.Body = "text/html", []byte(t.HTML)
	}
	if strings.TrimSpace(t.Text+t.HTML) == "" || t.Text != "" && t.HTML != "" || !utf8.Valid(d.Body) {
		return Added{}, fmt.Errorf("add text: give one of text and html: %w", news.ErrInvalid)
	}
	if t.URL != "" {
		f, err := s.Feed(t.URL, news.FeedPage, "", s.Now())
		if err != nil {
			return Added{}, err
		}
		d.URL = f.URL
	}
	return s.add(ctx, "a text", func(func(error)) iter.Seq[news.RawDocument] { return slices.Values([]news.RawDocument{d}) })
}

// add keeps documents in the name of who asks.
func (s *Site) add(ctx context.Context, what string, read func(problem func(error)) iter.Seq[news.RawDocument]) (Added, error) {
	who := From(ctx)
	if err := s.adding.take(s.Now(), who.Name); err != nil {
		return Added{}, err
	}
	out := Added{Problems: []string{}}
	var worst error // what nothing could be had for
	docs := limited(read(func(err error) {
		worst = errors.Join(worst, err)
		if len(out.Problems) < 50 {
			out.Problems = append(out.Problems, clipped(err.Error()))
		}
	}))
	put := s.Desk.Add
	if out.Waiting = s.Works; s.Works {
		put = s.Desk.Queue
	}
	r, err := put(ctx, docs)
	if errors.Is(err, news.ErrConflict) { // another process places stories
		out.Waiting, err = true, nil
	}
	out.Read, out.New = r.Read, r.New
	if err == nil && r.Read == 0 {
		err = worst
	}
	if err == nil && r.Read == 0 {
		err = fmt.Errorf("add %s: no article in it: %w", what, news.ErrInvalid)
	}
	if err != nil {
		return out, err
	}
	s.Poke()
	return out, s.note(ctx, "added %d documents, %d new, from %s", r.Read, r.New, clipped(what))
}

func limited(docs iter.Seq[news.RawDocument]) iter.Seq[news.RawDocument] {
	return func(yield func(news.RawDocument) bool) {
		n := 0
		for d := range docs {
			if n++; n > mostDocuments || !yield(d) {
				return
			}
		}
	}
}

// note puts a change into the log of edits in the name of who asks.
func (s *Site) note(ctx context.Context, format string, args ...any) error {
	_, err := s.Store.Edits().Append(ctx, store.Edit{At: s.Now(), Who: From(ctx).Name, Kind: store.Change, Note: fmt.Sprintf(format, args...)}, nil)
	s.Poke()
	return err
}

// Changed is what an edit of stories came to.
type Changed struct {
	Edit store.Edit
	Now  []store.Story  // that hold its articles, by id
	Gone []news.StoryID // that hold nothing any more
}

// Change does one edit of stories in the name of who asks: merge (into), split
// (articles), move (articles, into) or pin (articles, or all with none). Stories
// are named by id; articles by page, article id, ref or address. Errors are
// those of desk and query.
func (s *Site) Change(ctx context.Context, kind store.EditKind, story string, articles []string, into string) (Changed, error) {
	from, err := query.Standing(ctx, s.Store, story)
	if err != nil {
		return Changed{}, err
	}
	var target store.Story
	if kind == store.Merge || kind == store.Move {
		if target, err = query.Standing(ctx, s.Store, into); err != nil {
			return Changed{}, err
		}
	}
	pages, err := query.PagesNamed(ctx, s.Store, articles, &from)
	if err == nil && len(pages) == 0 && (kind == store.Split || kind == store.Move) {
		err = fmt.Errorf("%s %s: name its articles: %w", kind, story, news.ErrInvalid)
	}
	if err != nil {
		return Changed{}, err
	}
	var e store.Edit
	who := From(ctx).Name
	switch kind {
	case store.Merge:
		e, err = s.Desk.Merge(ctx, who, from.ID, target.ID)
	case store.Split:
		e, err = s.Desk.Split(ctx, who, from.ID, pages)
	case store.Move:
		e, err = s.Desk.Move(ctx, who, from.ID, pages, target.ID)
	case store.Pin:
		e, err = s.Desk.Pin(ctx, who, from.ID, pages)
	default:
		err = fmt.Errorf("edit %q: %w", kind, news.ErrInvalid)
	}
	if e.Seq != 0 && errors.Is(err, news.ErrConflict) { // another process places stories, and will heed it
		err = nil
	}
	if err != nil {
		return Changed{}, err
	}
	s.Poke()
	out := Changed{Edit: e}
	out.Now, out.Gone, err = query.Touched(ctx, s.Store, &e)
	return out, err
}
