package store

import (
	"context"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Story is a story as it is remembered: who belongs to it, and what lists show.
type Story struct {
	ID    news.StoryID
	Title string
	// Pages are its members in order of placement, then id of their article.
	Pages       []news.PageID
	Languages   []string
	Outlets     []string // names, sorted
	First, Last time.Time
	// Revision rises whenever members, their texts or the edits about the story
	// change. A dossier of a lower one is stale.
	Revision int64
	Updated  time.Time
	// Into is the story that took this one in; "" while it stands. A story that
	// was taken in has no pages and keeps its id as a way to the other.
	Into news.StoryID
}

// Summary is what lists of stories show of a dossier without opening it.
type Summary struct {
	Origins     int      // most independent origins behind one of its findings
	Findings    int      // how many findings
	Differences int      // how many differences
	Contested   int      // of them contradictions
	Entities    []string // names, most often named first, at most 12
}

// Dossier is the dossier of a story as it was last made.
type Dossier struct {
	Story    news.StoryID
	Revision int64 // of the story it was made of
	Made     time.Time
	Summary  Summary
	JSON     []byte // one dossier.Story
}

// Thread is a group of articles of one window of time, before groups of
// neighbouring windows are joined to stories. A page is in exactly one.
type Thread struct {
	ID     string // derived from its earliest page
	Window Window // that it was grouped in
	Pages  []news.PageID
	Story  news.StoryID
}

// Threads are some threads, by id, and all joins that touch one of them, as
// pairs of thread ids (earlier window first), sorted.
type Threads struct {
	Threads []Thread
	Joins   [][2]string
}

// ThreadQuery asks for threads: those of any of the stories, those whose Window
// overlaps one of the windows, and those that hold one of the pages.
type ThreadQuery struct {
	Stories []news.StoryID
	Windows []Window
	Pages   []news.PageID
}

// Placement is what one run of grouping changes.
type Placement struct {
	Cursor int64 // of the arrivals log, now grouped
	// Windows were grouped anew. Different windows, here and of threads, have no
	// time in common. Threads whose Window overlaps one of these are
	// gone, with their joins, and Threads stand instead.
	Windows []Window
	Threads []Thread
	// Rejoined are threads, not of Windows, whose joins to the next window are
	// replaced: joins of which one is the first are gone.
	Rejoined []string
	Joins    [][2]string // new ones, earlier thread first
	// Stories that changed, with their new members; one without pages and with
	// Into is taken in, one without either is gone. The Story of threads that
	// are not in Threads follows from their pages.
	Stories []Story
	// Cuts are the repeated paragraphs of current articles where they changed;
	// none for an article that has none any more.
	Cuts map[news.ArticleID][]string
}

// Window is [From, Until).
type Window struct{ From, Until time.Time }

// StoryFilter chooses stories; its zero value chooses all.
type StoryFilter struct {
	From, Until time.Time // by Last
	Outlet      string    // name
	Language    string
	Entity      string // name, as a Summary has it
	Differences bool   // only with differences
	Stale       bool   // only those whose dossier is not of their revision
	MinArticles int
	Sort        Sort
	After       Cursor
	Limit       int // 0: 50
}

// Sort orders a listing of stories; ties go by id.
type Sort string

// The orders of stories.
const (
	ByRecency Sort = ""        // Last, newest first
	ByOrigins Sort = "origins" // most first, then recency
	ByGrowth  Sort = "growth"  // most articles in the 24 hours before its Last first
	BySize    Sort = "size"    // most articles first, then earliest First, as `stories` lists them
)

// Stories are what grouping made, and their dossiers.
type Stories interface {
	// Place writes one run of grouping under a lease. It returns
	// news.ErrConflict, and writes nothing, if the lease's epoch is not the
	// partition's present one. Story.Revision of what changed is given by the
	// store: one more than before, also for a story that was gone and is back.
	// news.ErrInvalid if a page is not there, would be in two threads or two
	// stories, or leaves a story that is not among those that changed.
	Place(ctx context.Context, l Lease, now time.Time, p Placement, jobs []Job) error
	// Cursor returns how far the arrivals log has been grouped.
	Cursor(ctx context.Context) (int64, error)
	// Threads returns the threads that any part of the query asks for.
	Threads(ctx context.Context, q ThreadQuery) (Threads, error)
	// Story returns one, or news.ErrNotFound; a story taken in comes with Into.
	Story(ctx context.Context, id news.StoryID) (Story, error)
	// List returns stories with the summary of their newest dossier (zero if
	// there is none), and where the next page begins. Stories that were taken in
	// are not listed. news.ErrInvalid if the cursor is of another order.
	List(ctx context.Context, f StoryFilter) ([]Listed, Cursor, error)
	// PutDossier keeps a dossier, and enqueues jobs, unless one of a higher
	// revision is there. news.ErrNotFound if the story does not stand: a story
	// that is gone or was taken in has no dossier.
	PutDossier(ctx context.Context, d Dossier, jobs []Job) error
	// Dossier returns the newest dossier of a story, or news.ErrNotFound.
	Dossier(ctx context.Context, id news.StoryID) (Dossier, error)
}

// Listed is a story of a listing.
type Listed struct {
	Story
	Summary  Summary
	HasFresh bool // its dossier is of its revision
	// Growth counts articles by time: how many were placed in each of the last
	// 24 hours before Last, oldest first.
	Growth [24]int
}
