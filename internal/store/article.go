package store

import (
	"context"
	"iter"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// Article is one version of what a page says.
//
// The current version of a page is the one fetched last; of those fetched at
// one time (or from files, which are fetched at none) the one with the later
// publication stamp, then with the greater document id. The order in which
// they came in does not matter.
type Article struct {
	news.Article
	Document news.DocumentID
	Fetched  time.Time // of its document; zero for files
	Seen     time.Time // when the first document that says this came in
	Version  int       // from 1, in that order; given by the store
	Current  bool      // given by the store
	// Withdrawn is when the page was found to be gone; zero while it is there.
	Withdrawn time.Time
	// Cut are paragraphs of Text that the outlet repeats over its articles, as
	// grouping found: readers of the article leave them out (see Effective).
	// Given by Stories.Place.
	Cut []string
}

// Placed is the time by which an article is grouped: of publication, or, where
// it tells none that can be, when it was first seen.
func (a *Article) Placed() time.Time {
	if a.Published != nil && a.Published.Time.Year() < lastYear {
		return a.Published.Time
	}
	return a.Seen
}

// Effective is the article as readers see it: without the paragraphs in Cut.
func (a *Article) Effective() news.Article { return a.Without(a.Cut) }

// lastYear is later than any article and within every calendar.
const lastYear = 5000

// Terms are the stems of an article for searching, in their order.
type Terms struct{ Title, Body []string }

// Arrival is an entry of the append-only log of changes to current articles,
// which grouping reads.
type Arrival struct {
	Seq  int64
	Page news.PageID
	// Placed are the times by which the page was and is grouped; the first is
	// zero for a new page. Both are to be grouped anew.
	Was, Is time.Time
}

// Articles are cleaned texts, by page and version.
type Articles interface {
	// Put adds a version of a page, numbers the page's versions anew, and puts
	// an arrival into the log if the page's current version changed. A version
	// that is there already takes the later Fetched, and may so become current
	// again (a change that was taken back); of its documents the one that makes
	// it the latest stays its Document. changed tells whether the page's current
	// version is another, is placed at another time, or tells else of itself: its
	// byline, say, or, of a page that changed, when. jobs are enqueued in the same
	// transaction if it is, or if the version was not there.
	Put(ctx context.Context, a Article, t Terms, jobs []Job) (changed bool, err error)
	// Withdraw marks the page as gone at a time, or as back with the zero time,
	// puts an arrival into the log and enqueues jobs. A page that is so already
	// stays as it is, and nothing is enqueued. news.ErrNotFound if there is no
	// such page.
	Withdraw(ctx context.Context, p news.PageID, at time.Time, jobs []Job) error
	// Versions returns the versions of pages, by page in the order asked, then
	// by version. Unknown pages have none.
	Versions(ctx context.Context, pages ...news.PageID) ([]Article, error)
	// Article returns the version with this id, or news.ErrNotFound.
	Article(ctx context.Context, id news.ArticleID) (Article, error)
	// Match returns current articles that contain all stems, by Placed, newest
	// first, then by id, at most limit. It does not rank: package query does,
	// alike for all stores. news.ErrInvalid if there is no stem or no limit.
	Match(ctx context.Context, q Match) ([]Hit, error)
	// Readings keeps what was read out of articles.
	Readings() Readings
	// Log is what grouping reads.
	Log() Log
}

// Match asks for articles.
type Match struct {
	Stems  []string // all must be there
	Outlet string   // a domain; "" for any
	From   time.Time
	Until  time.Time // zero for open ends; by Placed
	Limit  int
}

// Hit is an article that matches, with how often each stem stands in it.
type Hit struct {
	Article     news.ArticleID
	Page        news.PageID
	Story       news.StoryID // "" if not placed yet
	Placed      time.Time
	Title, Body []int // counts, one a stem of the question
	Words       int   // in the article
}

// Readings are cached: a reading that is not there is made anew.
type Readings interface {
	// PutReading keeps what was read out of an article whose effective text has
	// the given hash; news.ErrNotFound if there is no such article.
	PutReading(ctx context.Context, id news.ArticleID, textHash string, r news.Reading) error
	// Readings returns those that are there for exactly these hashes.
	Readings(ctx context.Context, hashes map[news.ArticleID]string) (map[news.ArticleID]news.Reading, error)
}

// Log is the order of arrival, and the current articles by time.
type Log interface {
	// Arrivals returns entries after seq, in order, at most limit.
	Arrivals(ctx context.Context, after int64, limit int) ([]Arrival, error)
	// CountBetween counts pages whose current version is placed in [from,
	// until), stopping at limit.
	CountBetween(ctx context.Context, from, until time.Time, limit int) (int, error)
	// Between yields the current versions placed in [from, until) in the order
	// of Placed, then id.
	Between(ctx context.Context, from, until time.Time) iter.Seq2[Article, error]
	// Neighbours returns the last time before from and the first at or after
	// until at which a current article is placed; zero where there is none.
	Neighbours(ctx context.Context, from, until time.Time) (before, after time.Time, err error)
}
