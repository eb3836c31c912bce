package news

import (
	"time"

	"github.com/selisik/selisik/internal/text"
)

// StoryID names a story by the earliest article that it had when it was first
// grouped: "s-9b1f…". It persists while members come and go.
type StoryID string

// FindingID names a finding inside its story: "f1".
type FindingID string

// Entity is what mentions name, across the articles of a story.
type Entity struct {
	ID      EntityID
	Name    string
	Kind    string
	Aliases []string
	Roles   []string
}

// Source is whoever claims come from, across the articles of a story.
type Source struct {
	ID       SourceID
	Name     string
	Kind     string
	Articles []ArticleID
}

// Passage pairs a stretch of one article's text with its counterpart.
type Passage struct{ From, To text.Span }

// Lineage kinds.
const (
	Verbatim    = "verbatim"
	Rewrite     = "rewrite"
	SameRelease = "same-release"
	Translation = "translation"
	Cites       = "cites"
)

// Link is an edge of the copy graph: To took from From (for same-release the
// order is that of publication).
type Link struct {
	From, To ArticleID
	Kind     string
	Share    float64 // of To's words that stand in From, in [0,1]
	Passages []Passage
	Why      string
}

// Status tells how well a finding is carried. dossier.md defines the values.
type Status string

// The statuses of a finding.
const (
	Corroborated  Status = "corroborated"
	SingleOrigin  Status = "single-origin"
	SingleArticle Status = "single-article"
	Disputed      Status = "disputed"
)

// Slots of a difference and its kinds.
const (
	SlotQuantity     = "quantity"
	SlotTime         = "time"
	SlotPlace        = "place"
	SlotPerson       = "person"
	SlotRole         = "role"
	SlotOrganisation = "organisation"
	SlotCause        = "cause"
	SlotPolarity     = "polarity"
	SlotAttribution  = "attribution"
	SlotWording      = "wording"

	Contradiction = "contradiction"
	Update        = "update"
	Sharpness     = "precision"
	Scope         = "scope"
)

// Value is one side of a difference with the claims that hold it.
type Value struct {
	Value  string
	Claims []ClaimID
}

// Difference is a point on which claims of one finding do not say the same.
type Difference struct {
	Slot, Kind  string
	Values      []Value
	Explanation string
	// About is the sentence that it is about, with a gap where its values
	// stand; "" if there is none.
	About    string
	Rank     int  // among the differences of its story, from 1; 0: not ranked
	Spelling bool // one person's name in two spellings: nothing is disputed
}

// Disputes reports whether the values of d cannot all be true.
func (d Difference) Disputes() bool { return d.Kind == Contradiction && !d.Spelling }

// Reason is one part of a judgement with its weight.
type Reason struct {
	Label string
	Score float64
}

// Finding is one question of a story reconciled over its claims.
type Finding struct {
	ID          FindingID
	Statement   string
	Main        bool
	Aside       bool // nothing but captions, signatures, headings or what outlets say of themselves
	Status      Status
	Origins     int
	OriginNames []string // of those counted in Origins, most cited first; may be empty
	Claims      []ClaimID
	Differences []Difference
	Why         []Reason
	// Notes tell which of its claims rest on changed or withdrawn passages.
	Notes []FindingNote
}

// TimelineEntry is something that happened or is to happen at a time.
type TimelineEntry struct {
	Start, End Moment
	Text       string
	Claims     []ClaimID
}

// Coverage states of one article for one finding.
const (
	States  = "states"
	Differs = "differs"
	Omits   = "omits"
)

// Coverage tells for one finding what each article does with it.
type Coverage struct {
	Finding  FindingID
	Articles map[ArticleID]string
}

// Sentence is one sentence of the brief with its citations.
type Sentence struct {
	Section   string // what|agreed|differs|single|quotes|background
	Text      string
	Citations []ClaimID
}

// Story is the articles of one event, and after reconcile and brief all that
// the dossier says about them.
type Story struct {
	ID          StoryID
	Title       string
	Languages   []string
	First, Last time.Time // of publication; zero if no article has one
	Readings    []Reading
	Entities    []Entity
	Sources     []Source
	Lineage     []Link
	Claims      []Claim
	Findings    []Finding
	Timeline    []TimelineEntry
	Coverage    []Coverage
	Brief       []Sentence
	// Revisions are how the articles came to be what they are, and Notes what
	// got lost on the way.
	Revisions []Revision
	Notes     []StoryNote
}
