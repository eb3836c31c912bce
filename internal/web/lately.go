package web

import (
	"context"
	"fmt"
	"time"

	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/store"
)

// askedKey is a question at a moment: what many ask between two events is asked
// of the store once.
type askedKey struct {
	question string
	event    string // the last that was published
	at       int64  // a stretch of lasting, since 1970
}

// lasting is how long an answer stands at most while no event is published.
const lasting = 30 * time.Second

// answer is a page of stories as it is drawn, what a search found, or what a
// story may belong with. It is shared and not changed.
type answer struct {
	stories listing
	found   query.Results
	others  []other
}

// size is about how many bytes the answer takes.
func (a *answer) size() int {
	n := 1<<10 + len(a.stories.Rows) + 1<<7*len(a.others)
	for i := range a.found.Results {
		n += 1<<9 + len(a.found.Results[i].Text)
	}
	return n
}

// lately returns the answer to a question from the shelf, or asks. Where nobody
// looks for changes (serve.Deps.Glance), nothing would tell that an answer is
// old, and all are asked anew.
func (s *site) lately(question any, ask func() (answer, error)) (answer, error) {
	if s.Glance == 0 {
		return ask()
	}
	key := askedKey{fmt.Sprintf("%+v", question), s.Events.Last(), s.Now().UnixNano() / int64(lasting)}
	return s.asked.get(key, func() (answer, int, error) {
		a, err := ask()
		return a, a.size(), err
	})
}

// list is Searcher.Choose, drawn for a reader, lately.
func (s *site) list(ctx context.Context, f *frame, ask query.Ask, after store.Cursor) (listing, error) {
	a, err := s.lately([]any{ask, after, f.W.Tag, f.Zone}, func() (a answer, err error) {
		a.stories, err = s.listed(context.WithoutCancel(ctx), f, ask, after)
		return a, err
	})
	return a.stories, err
}

// find is Searcher.Search, lately.
func (s *site) find(ctx context.Context, q query.Question) (query.Results, error) {
	a, err := s.lately(q, func() (a answer, err error) {
		a.found, err = s.Search.Search(context.WithoutCancel(ctx), q)
		return a, err
	})
	return a.found, err
}
