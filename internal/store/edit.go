package store

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Edit is one thing that a person changed. The log of edits is append-only and
// is a fact: stories are derived from articles and edits.
type Edit struct {
	Seq  int64 // given by the store, rising
	At   time.Time
	Who  string // an account or, on the command line, the system's user
	Kind EditKind
	// Story is the one edited; Target the one that pages go to (merge, move).
	Story, Target news.StoryID
	// Pages are those moved, split off or pinned; for a merge, all of Story's.
	Pages []news.PageID
	// Stay are the other pages of Story, There the pages of Target, both at the
	// time of the edit.
	Stay, There []news.PageID
	// Note is free text: why; or what else was done ("feed", "account").
	Note string
}

// EditKind tells what was done.
type EditKind string

// The kinds of edit. The first four bear on stories; the others are recorded
// for the audit alone.
const (
	Merge  EditKind = "merge"
	Split  EditKind = "split"
	Move   EditKind = "move"
	Pin    EditKind = "pin"
	Change EditKind = "change" // of feeds, settings, accounts; Note tells
)

// Edits are what people changed.
type Edits interface {
	// Append adds an edit, enqueues jobs, and puts an arrival into the log for
	// each page it names, so that they are grouped anew. It returns the edit
	// with its Seq.
	Append(ctx context.Context, e Edit, jobs []Job) (Edit, error)
	// All returns edits after seq in order; limit 0 is no limit.
	All(ctx context.Context, after int64, limit int) ([]Edit, error)
}
