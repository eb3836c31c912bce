package news

import "github.com/selisik/selisik/internal/text"

// ClaimID names a claim inside its story: "c12".
type ClaimID string

// SourceID names a source inside its story: "s3".
type SourceID string

// EntityID names an entity inside its story: "e4".
type EntityID string

// Field tells which text of an article a span belongs to.
type Field string

// The fields that evidence may rest on.
const (
	InText  Field = "text"
	InTitle Field = "title"
)

// Polarity tells whether a claim affirms or denies.
type Polarity string

// Modality tells how a claim is put.
type Modality string

// The values of Polarity and Modality.
const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"

	Asserted Modality = "asserted"
	Planned  Modality = "planned"
	Possible Modality = "possible"
)

// Attribution links a claim to a source.
type Attribution struct {
	Name   string
	Role   string
	Kind   string // a source kind
	Source SourceID
	Cue    string // "melaporkan", "according to"
	Via    bool   // an intermediate carrier, not the speaker
}

// Claim is one checkable statement in one article: a sentence or a clause.
type Claim struct {
	ID      ClaimID
	Article ArticleID
	Field   Field
	Span    text.Span
	Text    string // exactly the span of that field
	// Attribution has the innermost speaker first; empty is the outlet's own
	// voice.
	Attribution []Attribution
	Polarity    Polarity
	Modality    Modality
	Quantities  []Quantity
	Times       []TimeRef
	Mentions    []Mention
	Entities    []EntityID
	// Quoted is set when most of the claim stands in quotation marks.
	Quoted bool
}

// Reading is what extract read out of one article.
type Reading struct {
	Article    Article
	Mentions   []Mention
	Quotes     []Quote
	Quantities []Quantity
	Times      []TimeRef
	Sources    []SourceMention
	// Claims are in reading order: the title's first, then the text's. Their
	// ID, Source and Entities are empty until reconcile numbers them.
	Claims []Claim
	// Notices are what the article says about its own corrections.
	Notices []Notice
	// Withdrawn is set on an article that was taken back: its claims stay, but
	// carry nothing.
	Withdrawn *Withdrawal
	// Stale are stretches of the text that were copied from what its author has
	// since changed or taken back. Claims in them carry nothing either.
	Stale []text.Span
}
