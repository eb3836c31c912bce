package news

import (
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/text"
)

// ArticleID names an article by its content: "a-3f9c02d1b7e4". The same outlet,
// URL, title and text give the same id on any machine.
type ArticleID string

// PageID names what an outlet publishes at one address, whatever it says there
// at a time: "p-81c0d5e2aa94". It follows from the address in canonical form;
// of a text without an address, from the article's id.
type PageID string

// DocumentID names a raw document by all that it says: "d-0c5f19e77b32".
type DocumentID string

// RawDocument is what ingest hands on: bytes as they were read or fetched, with
// what the container (a JSONL record, a WARC record, HTTP) said about them.
// It is never changed.
type RawDocument struct {
	Input string // as the user named it: path, "path:line" or URL
	Ref   string // the "id" of a JSONL record; "" if there was none
	URL   string // where the page was, "" if not known
	// MediaType is "text/html", "text/plain" or "text/markdown".
	MediaType string
	// Charset is what HTTP or the container declared; "" leaves detection to
	// clean. JSON and CSV fields are UTF-8 already.
	Charset string
	Body    []byte

	// Fields of an input record; "" if absent. Published is any human string.
	Outlet, Title, Published, Byline string

	Fetched time.Time // zero for files
	Status  int       // of HTTP: 200; 0 if it was not fetched
	// Header holds the fields of the answer that are worth keeping (its
	// validators, dates, language, links), names in lower case; nil if it was
	// not fetched.
	Header map[string]string
}

// Outlet is a publisher of news.
type Outlet struct {
	Name   string // "Detik"
	Domain string // "detik.com"
	Group  string // the owner whose outlets are one family: "Trans Media"; "" if not known
}

// Precision says how sharp a time is.
type Precision string

// The precisions of a publication time.
const (
	Day    Precision = "day"
	Minute Precision = "minute"
)

// Published is when an article says that it was published.
type Published struct {
	Time      time.Time // in the zone that the page states
	Precision Precision
	Basis     string // "metadata", "dateline" or "text"
}

// Removed is a piece of the page that clean took out, with the reason.
type Removed struct {
	Text   string
	Reason string // advert|promo|related|credit|caption|markup|share|form
}

// Article is cleaned text with what clean learnt about it.
type Article struct {
	ID        ArticleID
	Page      PageID // of which this is one version
	Ref       string
	Input     string
	Outlet    *Outlet // nil if not known
	URL       string
	Title     string
	Byline    string
	Language  string // BCP 47 tag: "id", "en", "ms"; "und" if not known
	Published *Published
	// Text is the report: paragraphs parted by one blank line ("\n\n"), no
	// other line breaks, no control characters.
	Text    string
	Removed []Removed
}

// Without returns the article without some paragraphs of its text, which are
// in Removed instead, as promotion. An article of nothing else keeps its text.
func (a Article) Without(paragraphs []string) Article {
	if len(paragraphs) == 0 {
		return a
	}
	out := a
	var kept []string
	for _, p := range strings.Split(a.Text, "\n\n") {
		if slices.Contains(paragraphs, p) {
			out.Removed = append(slices.Clip(out.Removed), Removed{Text: p, Reason: "promo"})
		} else {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 {
		out.Text = strings.Join(kept, "\n\n")
	}
	return out
}

// Moment is a point in time of limited sharpness.
type Moment struct {
	Time    time.Time
	DayOnly bool // only the calendar day is meant
}

// String gives RFC 3339 to the second, or YYYY-MM-DD for a day.
func (m Moment) String() string {
	if m.DayOnly {
		return m.Time.Format("2006-01-02")
	}
	return m.Time.Format(time.RFC3339)
}

// Entity kinds, as they stand in the dossier.
const (
	Person       = "person"
	Organisation = "organisation"
	Place        = "place"
	Other        = "other"
)

// Mention is a span of an article's text (or title) that names something.
type Mention struct {
	Span  text.Span
	Title bool   // the span is one of Article.Title, not of Text
	Kind  string // Person, Organisation, Place, Other
	// Name is the fullest form that the article itself gives: the mention
	// "Sri" has "Sri Andayani".
	Name string
	Role string // office or description beside the name: "Presiden Rusia"; "" if none
}

// Quote is words given as someone's.
type Quote struct {
	Span    text.Span // the words inside the marks
	Text    string
	Speaker string // full name where the article gives it anywhere; "" if not known
	Role    string
	Cue     string // "kata", "said"
	CueSpan text.Span
	Direct  bool // stands in quotation marks and is speech, not a scare quote
}

// Quantity is a number with what it counts.
type Quantity struct {
	Span     text.Span
	Title    bool
	Min, Max *float64 // inclusive; nil is an open end; equal when exact
	Approx   bool
	Unit     string // "tentara", "%", "IDR", "km"
}

// TimeRef is an expression of time resolved against the article's date.
type TimeRef struct {
	Span       text.Span
	Title      bool
	Start, End Moment
	// Note tells what was odd, e.g. a weekday that does not match its date;
	// "" if nothing was.
	Note string
}

// Source kinds, as they stand in the dossier.
const (
	Agency      = "agency"
	OutletKind  = "outlet"
	Official    = "official"
	Institution = "institution"
	PersonKind  = "person"
	Document    = "document"
	Social      = "social"
	Witness     = "witness"
)

// SourceMention is one place from which an article says it has its
// information, with the spans that show it.
type SourceMention struct {
	Name  string
	Kind  string
	Spans []text.Span
	// Whole is set when the article credits the source for the whole report
	// ("dilansir Reuters", "(AP)"), not for one sentence.
	Whole bool
}
