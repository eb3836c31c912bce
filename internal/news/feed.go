package news

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// FeedID names a feed by its address: "f-5d21c04be7a9".
type FeedID string

// FeedKind tells what is expected at a feed's address. What is found there
// decides how it is read; only a page is read for its links when it was added
// as one.
type FeedKind string

// The kinds of feed.
const (
	FeedFeed    FeedKind = "feed"    // RSS 1 and 2, Atom, JSON Feed
	FeedSitemap FeedKind = "sitemap" // a sitemap, or an index of them
	FeedPage    FeedKind = "page"    // a page whose headlines are links
)

// Feed is an address at which an outlet is polled.
type Feed struct {
	ID     FeedID
	URL    string // in canonical form; the ID follows from it
	Kind   FeedKind
	Title  string // as the user or a list names it; "" if neither does
	Paused bool
	Added  time.Time
}

// NewFeedID returns the id of the feed at a canonical address.
func NewFeedID(url string) FeedID {
	h := sha256.Sum256([]byte(url))
	return FeedID("f-" + hex.EncodeToString(h[:6]))
}

// Validators are what a server gave to ask later whether a page has changed,
// and how often in a row the page was missing.
type Validators struct {
	ETag         string `json:",omitempty"`
	LastModified string `json:",omitempty"`
	Missing      int    `json:",omitempty"` // answers 404 and 410 in a row
}

// FeedState is all that a feed's next poll wants to know of those before it.
// The zero value is that of a feed never polled. It is kept as JSON.
type FeedState struct {
	Validators
	// URL is the address asked now, to which a lasting redirect led; "" is
	// Feed.URL. Former are the addresses before it, oldest first.
	URL     string    `json:",omitempty"`
	Former  []string  `json:",omitempty"`
	Moved   time.Time `json:",omitzero"`  // when URL last changed
	MovedTo string    `json:",omitempty"` // a permanent redirect not yet followed for good
	MoveRun int       `json:",omitempty"` // polls in a row that it led to a feed

	Title  string `json:",omitempty"` // the feed's own
	Format string `json:",omitempty"` // "rss", "atom", "json", "sitemap", "sitemap-index", "page"

	Polls       int           `json:",omitempty"`
	LastPoll    time.Time     `json:",omitzero"`
	LastSuccess time.Time     `json:",omitzero"` // an answer that could be read, or a 304 to one
	LastFull    time.Time     `json:",omitzero"` // an answer with items, not a 304
	LastNew     time.Time     `json:",omitzero"` // a new item
	NextDue     time.Time     `json:",omitzero"`
	Took        time.Duration `json:",omitempty"` // the last answer, with its body

	Failures     int       `json:",omitempty"` // in a row
	FirstFailure time.Time `json:",omitzero"`  // of that row
	LastFailure  *Failure  `json:",omitempty"` // nil after a success
	// PermanentSince is the first of the failures in a row of kinds that do not
	// pass by themselves (a missing page, not an overloaded server).
	PermanentSince time.Time `json:",omitzero"`
	// RestingSince is when the feed was given up but for a rare look; zero if
	// it was not.
	RestingSince time.Time `json:",omitzero"`

	// Rhythm is the observed time from one new item to the next.
	Rhythm     time.Duration `json:",omitempty"`
	CrawlDelay time.Duration `json:",omitempty"` // that robots.txt asks for
	Clock      FeedClock     `json:",omitzero"`

	Omitted int  `json:",omitempty"` // items of the last full answer that were too many
	Damaged bool `json:",omitempty"` // the last full answer was broken; whole items were saved

	Seen []SeenItem `json:",omitempty"` // newest first, bounded
}

// FeedClock is what was learnt of a feed that labels local time as UTC.
type FeedClock struct {
	Ahead     time.Duration `json:",omitempty"` // its stamps' lead over the truth; 0 if they hold
	Since     time.Time     `json:",omitzero"`  // when that was learnt
	Witnesses int           `json:",omitempty"` // new items that came from the future
	Doubts    int           `json:",omitempty"` // new items that speak against Ahead
}

// SeenItem is one item that a feed has listed: hashes of what names it and of
// what it said.
type SeenItem struct{ Key, Print string }

// MarshalText writes "KEY.PRINT", for the state of a feed has many.
func (s SeenItem) MarshalText() ([]byte, error) { return []byte(s.Key + "." + s.Print), nil }

// UnmarshalText reads what MarshalText writes.
func (s *SeenItem) UnmarshalText(b []byte) error {
	s.Key, s.Print, _ = strings.Cut(string(b), ".")
	return nil
}

// FailureKind tells why nothing could be had from an address.
type FailureKind string

// The kinds of failure.
const (
	FailStatus   FailureKind = "status"    // HTTP status Status
	FailWall     FailureKind = "wall"      // a bot wall, with Status
	FailRobots   FailureKind = "robots"    // robots.txt forbids Path
	FailNotFeed  FailureKind = "not-feed"  // a page; it links to the feeds in Links
	FailBroken   FailureKind = "broken"    // data of which no item could be read
	FailDNS      FailureKind = "dns"       // the host name leads nowhere
	FailTLS      FailureKind = "tls"       // no secure connection, a bad certificate
	FailTimeout  FailureKind = "timeout"   // no answer in time, or too slowly
	FailConnect  FailureKind = "connect"   // refused, or closed before the end
	FailLarge    FailureKind = "large"     // more than the limit, a bomb
	FailRedirect FailureKind = "redirects" // a loop, or too many
	FailRefused  FailureKind = "refused"   // an address that is not asked
	FailOther    FailureKind = "other"
)

// Failure is why nothing could be had from an address: values for words, not
// the words.
type Failure struct {
	Kind   FailureKind
	Status int       `json:",omitempty"` // HTTP
	Path   string    `json:",omitempty"` // of the rule in robots.txt
	Links  []string  `json:",omitempty"` // feeds that a page links to
	Until  time.Time `json:",omitzero"`  // before which the server asks not to come again
	Detail string    `json:",omitempty"` // the cause as libraries word it
}

// ConditionKind tells how a feed does.
type ConditionKind string

// The conditions of a feed. A failure's kind is a condition too.
const (
	FeedFine    ConditionKind = "fine"
	FeedNew     ConditionKind = "new"     // never polled
	FeedPaused  ConditionKind = "paused"  // by the user
	FeedSlow    ConditionKind = "slow"    // its last answer took By
	FeedQuiet   ConditionKind = "quiet"   // no new item since Since
	FeedMoved   ConditionKind = "moved"   // to URL, at Since
	FeedResting ConditionKind = "resting" // since Since, after Failure
	FeedAhead   ConditionKind = "clock"   // its clock leads by By; stamps are corrected
	FeedDamaged ConditionKind = "damaged" // its last answer was broken; whole items were saved
	FeedFails   ConditionKind = "fails"   // since Since, with Failure
)

// Condition is how a feed does, with what words for it need.
type Condition struct {
	Kind    ConditionKind
	Since   time.Time // zero where it has no beginning
	By      time.Duration
	URL     string
	Failure *Failure // of FeedFails and FeedResting
}
