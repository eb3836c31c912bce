package news

import (
	"time"

	"github.com/selisik/selisik/internal/text"
)

// The fields that a change may touch, beside InText and InTitle.
const (
	InByline    Field = "byline"
	InPublished Field = "published"
)

// Kinds of change.
const (
	Added   = "added"
	Dropped = "removed"
	Changed = "changed"
	Moved   = "moved"
)

// What a change touches. Those up to WhatStatement make it substantive.
const (
	WhatFigure    = "figure"
	WhatName      = "name"
	WhatTime      = "time"
	WhatQuote     = "quote"
	WhatPolarity  = "polarity"
	WhatModality  = "modality"
	WhatNotice    = "notice"
	WhatWording   = "wording"   // substantive where words of content were replaced
	WhatStatement = "statement" // a whole sentence came or went

	WhatSpelling    = "spelling"
	WhatPunctuation = "punctuation"
	WhatOrder       = "order"
	WhatStamp       = "stamp"
	WhatCredit      = "credit"
	WhatLink        = "link"
	WhatByline      = "byline"
)

// Change is one sentence, or one line beside the text, that is not the same in
// two versions of an article.
type Change struct {
	Kind  string // Added, Dropped, Changed, Moved
	Field Field
	// Old is the span in the old version's field, New in the new one's; both
	// are empty for InByline and InPublished.
	Old, New text.Span
	// Was and Now are the words of Old and New: "" where there are none.
	Was, Now    string
	Substantive bool
	What        []string // what it touches, the weightiest first
}

// Revision is the step from one version of an article to the next, or to its
// withdrawal.
type Revision struct {
	// Article names what the versions are versions of: the page's address or
	// whatever else the keeper of versions goes by.
	Article string
	// From and To are the versions; To is "" where nothing stands in its place.
	From, To    ArticleID
	At          time.Time // when the new state was seen; zero if not known
	Changes     []Change
	Substantive bool
	// Withdrawn is set when the article was taken back; Reason tells how that
	// is known: the words of a notice, or what the server answered.
	Withdrawn bool
	Reason    string
}

// History is what the articles of a story were before they were what they are.
type History struct {
	// Revisions are the steps of all articles, those of one in their order.
	Revisions []Revision
	// Past holds the versions that are no longer current, of withdrawn articles
	// the last one.
	Past []Article
}

// Kinds of notice.
const (
	Correction = "correction"
	UpdateNote = "update"
	Retraction = "retraction"
)

// Notice is a line in which an outlet says that it changed, corrected or took
// back an article.
type Notice struct {
	Kind string
	// Span is the notice in the article's text; empty if clean took the line
	// out as junk.
	Span text.Span
	Text string
	// Wrong and Right are what the notice says was written and should have
	// been; "" where it does not say.
	Wrong, Right string
}

// Withdrawal tells when and why an article was taken back.
type Withdrawal struct {
	At     time.Time // zero if not known
	Reason string
}

// Kinds of note.
const (
	NoteChanged   = "changed"               // the article now says otherwise
	NoteCorrected = "corrected"             // and says that it was wrong
	NoteWithdrawn = "withdrawn"             // the article was taken back
	NoteStale     = "copied-from-changed"   // a copy of what its source changed
	NoteOrphan    = "copied-from-withdrawn" // a copy of what was taken back
	NoteVanished  = "vanished"              // of a story: a statement that nobody makes any more
)

// FindingNote says that claims of a finding rest on a passage that was changed
// or withdrawn.
type FindingNote struct {
	Kind    string
	Article ArticleID // that changed or was withdrawn, in its current or last version
	Outlet  string    // the name of Article's, "" if not known
	Copy    ArticleID // that copied it; "" if the claims are Article's own
	// Old and New are the passage before and after; New is "" where nothing
	// took its place.
	Old, New string
	At       time.Time // when the change was seen; zero if not known
	Claims   []ClaimID
}

// StoryNote keeps what an article said and no article of the story says now.
type StoryNote struct {
	Kind    string // NoteVanished or NoteWithdrawn
	Article ArticleID
	Outlet  string    // its name, "" if not known
	Text    string    // what it said; of a withdrawn article its title
	Since   time.Time // when it was published; zero if not known
	Until   time.Time // when it was seen to be gone; zero if not known
	Reason  string
}
