// Package dossier is the public, versioned contract: the JSON object that
// `selisik brief --format json` prints and that every face is drawn from.
//
// Spans are [start, end) in Unicode code points of the article's text or title.
// Lists that are empty are [] and unknown values are null. The schema stands in
// docs/schema/dossier.schema.json; a field may be added, none may change its
// meaning without a new schema number.
package dossier

import "github.com/selisik/selisik/internal/news"

// Schema names the version of the contract.
const (
	Schema        = "selisik.dossier/1"
	StoriesSchema = "selisik.stories/1"
	ArticleSchema = "selisik.article/1"
)

// Span is [start, end) in code points.
type Span [2]int

// Dossier is the whole object.
type Dossier struct {
	Schema  string  `json:"schema"`
	Stories []Story `json:"stories"`
}

// Story is one event with all that its coverage says.
type Story struct {
	ID             string          `json:"id"`
	Title          string          `json:"title"`
	Languages      []string        `json:"languages"`
	FirstPublished *string         `json:"first_published"`
	LastPublished  *string         `json:"last_published"`
	Articles       []Article       `json:"articles"`
	Entities       []Entity        `json:"entities"`
	Sources        []Source        `json:"sources"`
	Lineage        []Link          `json:"lineage"`
	Claims         []Claim         `json:"claims"`
	Findings       []Finding       `json:"findings"`
	Timeline       []TimelineEntry `json:"timeline"`
	Coverage       []Coverage      `json:"coverage"`
	Brief          []Sentence      `json:"brief"`
	Notes          []StoryNote     `json:"notes"`
}

// Article is one cleaned article with what was read out of it. Schema is set
// only where an article is printed alone.
type Article struct {
	Schema     string          `json:"schema,omitempty"`
	ID         string          `json:"id"`
	Ref        *string         `json:"ref"`
	Input      string          `json:"input"`
	Outlet     *Outlet         `json:"outlet"`
	URL        *string         `json:"url"`
	Title      string          `json:"title"`
	Byline     *string         `json:"byline"`
	Language   string          `json:"language"`
	Published  *Published      `json:"published"`
	Text       string          `json:"text"`
	Removed    []Removed       `json:"removed"`
	Quotes     []Quote         `json:"quotes"`
	Quantities []Quantity      `json:"quantities"`
	Times      []Time          `json:"times"`
	Sources    []ArticleSource `json:"sources"`
	Version    int             `json:"version"`
	Revisions  []Revision      `json:"revisions"`
	Notices    []Notice        `json:"notices"`
	Withdrawn  *Withdrawal     `json:"withdrawn"`
}

// Outlet is a publisher.
type Outlet struct {
	Name   string  `json:"name"`
	Domain *string `json:"domain"`
	Group  *string `json:"group"`
}

// Published is a time of publication with where it was read.
type Published struct {
	Time      string `json:"time"`
	Precision string `json:"precision"`
	Basis     string `json:"basis"`
}

// Removed is what clean took out.
type Removed struct {
	Text   string `json:"text"`
	Reason string `json:"reason"`
}

// Quote is words given as someone's.
type Quote struct {
	Span    Span    `json:"span"`
	Text    string  `json:"text"`
	Speaker *string `json:"speaker"`
	Role    *string `json:"role"`
	Cue     *string `json:"cue"`
	Direct  bool    `json:"direct"`
}

// Quantity is a number with what it counts; a null bound is open.
type Quantity struct {
	Span   Span     `json:"span"`
	Text   string   `json:"text"`
	Min    *float64 `json:"min"`
	Max    *float64 `json:"max"`
	Approx bool     `json:"approx"`
	Unit   string   `json:"unit"`
}

// Time is a resolved expression of time.
type Time struct {
	Span  Span   `json:"span"`
	Text  string `json:"text"`
	Start string `json:"start"`
	End   string `json:"end"`
	Note  string `json:"note,omitempty"`
}

// ArticleSource is a place from which an article has its information.
type ArticleSource struct {
	Name  string `json:"name"`
	Kind  string `json:"kind"`
	Spans []Span `json:"spans"`
}

// Entity is a person, organisation or place of the story.
type Entity struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Aliases []string `json:"aliases"`
	Roles   []string `json:"roles"`
}

// Source is whoever claims come from.
type Source struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Kind     string   `json:"kind"`
	Articles []string `json:"articles"`
}

// Link is an edge of the copy graph.
type Link struct {
	From     string    `json:"from"`
	To       string    `json:"to"`
	Kind     string    `json:"kind"`
	Share    float64   `json:"share"`
	Passages []Passage `json:"passages"`
	Why      string    `json:"why"`
}

// Passage pairs the same words in two articles.
type Passage struct {
	From Span `json:"from"`
	To   Span `json:"to"`
}

// Attribution is one link of a chain, innermost speaker first.
type Attribution struct {
	Name   string `json:"name"`
	Source string `json:"source"`
	Cue    string `json:"cue"`
	Via    bool   `json:"via"`
}

// Claim is one statement of one article.
type Claim struct {
	ID          string          `json:"id"`
	Article     string          `json:"article"`
	Field       string          `json:"field"`
	Span        Span            `json:"span"`
	Text        string          `json:"text"`
	Attribution []Attribution   `json:"attribution"`
	Polarity    string          `json:"polarity"`
	Modality    string          `json:"modality"`
	Quantities  []ClaimQuantity `json:"quantities"`
	Times       []ClaimTime     `json:"times"`
	Entities    []string        `json:"entities"`
}

// ClaimQuantity is a quantity inside a claim.
type ClaimQuantity struct {
	Min  *float64 `json:"min"`
	Max  *float64 `json:"max"`
	Unit string   `json:"unit"`
}

// ClaimTime is a time inside a claim.
type ClaimTime struct {
	Start string `json:"start"`
	End   string `json:"end"`
}

// Value is one side of a difference.
type Value struct {
	Value  string   `json:"value"`
	Claims []string `json:"claims"`
}

// Difference is a point on which claims do not say the same.
type Difference struct {
	Slot        string  `json:"slot"`
	Kind        string  `json:"kind"`
	Values      []Value `json:"values"`
	Explanation string  `json:"explanation"`
	About       string  `json:"about"` // the sentence that it is about, with a gap for the values
	Rank        int     `json:"rank"`  // among those of the story, from 1; 0: not ranked
	// Spelling: the values are one person's name in two spellings, which
	// disputes nothing whatever its kind.
	Spelling bool `json:"spelling,omitempty"`
}

// Disputes reports whether the values of d cannot all be true.
func (d *Difference) Disputes() bool { return d.Kind == news.Contradiction && !d.Spelling }

// Reason is a part of a judgement.
type Reason struct {
	Label string  `json:"label"`
	Score float64 `json:"score"`
}

// Finding is one question reconciled.
type Finding struct {
	ID          string        `json:"id"`
	Statement   string        `json:"statement"`
	Main        bool          `json:"main"`
	Aside       bool          `json:"aside,omitempty"`
	Status      string        `json:"status"`
	Origins     int           `json:"origins"`
	OriginNames []string      `json:"origin_names"`
	Claims      []string      `json:"claims"`
	Differences []Difference  `json:"differences"`
	Why         []Reason      `json:"why"`
	Notes       []FindingNote `json:"notes"`
}

// TimelineEntry is something at a time.
type TimelineEntry struct {
	Start  string   `json:"start"`
	End    string   `json:"end"`
	Text   string   `json:"text"`
	Claims []string `json:"claims"`
}

// Coverage tells what each article does with a finding.
type Coverage struct {
	Finding  string            `json:"finding"`
	Articles map[string]string `json:"articles"`
}

// Sentence is one sentence of the brief.
type Sentence struct {
	Section   string   `json:"section"`
	Text      string   `json:"text"`
	Citations []string `json:"citations"`
}

// Stories is what `selisik stories --format json` prints.
type Stories struct {
	Schema  string      `json:"schema"`
	Stories []StoryList `json:"stories"`
}

// StoryList is a story by its members only.
type StoryList struct {
	ID       string       `json:"id"`
	Title    string       `json:"title"`
	Articles []ArticleRef `json:"articles"`
}

// ArticleRef names an article and where it came from.
type ArticleRef struct {
	ID    string  `json:"id"`
	Ref   *string `json:"ref"`
	Input string  `json:"input"`
}
