package alert

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// remembered is how long a firing is, and its like is none anew.
const remembered = 400 * 24 * time.Hour

// Way is how somebody is told.
type Way string

// The ways, beside feeds.
const (
	ByWebhook Way = "webhook"
	ByMail    Way = "mail"
)

// State is how far a delivery has come.
type State string

// The states of a delivery.
const (
	Waiting State = "waiting"
	Sent    State = "sent"
	Dead    State = "dead" // given up; selisik jobs retry tries once more
)

// Delivery is how far telling somebody has come, one way.
type Delivery struct {
	State State     `json:"state"`
	Tries int       `json:"tries"`
	Next  time.Time `json:"next,omitzero"` // not before
	Busy  time.Time `json:"busy,omitzero"` // till then a worker is about it
	Error string    `json:"error,omitempty"`
	Sent  time.Time `json:"sent,omitzero"`
}

// Firing is something that a query tells.
type Firing struct {
	ID         string           `json:"id"` // "f-…", follows from query, story and what happened
	Query      string           `json:"query"`
	Name       string           `json:"name"` // of the query
	When       When             `json:"when"`
	At         time.Time        `json:"at"`
	Story      Story            `json:"story"`
	Difference *Difference      `json:"difference,omitempty"`
	Change     *Change          `json:"change,omitempty"`
	Ways       map[Way]Delivery `json:"ways,omitempty"`

	version int64
}

// Story is a story as it stood when the alert fired.
type Story struct {
	ID             news.StoryID `json:"id"`
	Title          string       `json:"title"`
	Articles       int          `json:"articles"`
	Outlets        int          `json:"outlets"`
	Origins        int          `json:"origins"` // most independent ones behind a finding
	Differences    int          `json:"differences"`
	Contradictions int          `json:"contradictions"`
}

// Difference is a point on which articles do not say the same.
type Difference struct {
	Slot        string  `json:"slot"`
	Kind        string  `json:"kind"`
	Spelling    bool    `json:"spelling,omitempty"` // one name in two spellings: nothing is disputed
	Statement   string  `json:"statement"`          // of its finding
	Explanation string  `json:"explanation"`
	Values      []Value `json:"values"`
}

// Value is one side of a difference.
type Value struct {
	Value   string   `json:"value"`
	Outlets []string `json:"outlets"`
}

// Change is what became of an article.
type Change struct {
	Kind    string `json:"kind"`    // a news.Note…: changed, withdrawn, copied-from-changed, …
	Article string `json:"article"` // its id now
	Outlet  string `json:"outlet"`
	Title   string `json:"title"`
	URL     string `json:"url,omitempty"`
	// Old and New are the first passage that changed, "" where there is none.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
}

// idOf is the key under which something can fire once.
func idOf(q *Query, what string) string {
	h := sha256.Sum256([]byte(q.ID + "\x00" + what))
	return "f-" + hex.EncodeToString(h[:16])
}

// record is the firing as it is kept.
func (f *Firing) record() (store.Record, error) {
	v, err := json.Marshal(f)
	return store.Record{
		Collection: firings, Key: f.ID, Owner: f.Query, Version: f.version, Value: v, Expires: f.At.Add(remembered),
	}, err
}

func firingOf(r store.Record) (Firing, error) {
	var f Firing
	if err := json.Unmarshal(r.Value, &f); err != nil {
		return f, fmt.Errorf("firing %s: damaged: %w", r.Key, err)
	}
	f.version = r.Version
	return f, nil
}

// jobs are those that deliver what is not delivered yet.
func (f *Firing) jobs() (out []store.Job) {
	for _, way := range []Way{ByWebhook, ByMail} {
		if d, ok := f.Ways[way]; ok && d.State == Waiting {
			out = append(out, deliverJob(f.ID, way, d.Next))
		}
	}
	return out
}

func deliverJob(id string, way Way, after time.Time) store.Job {
	return store.Job{Kind: store.Deliver, Key: id + " " + string(way), Unique: true, After: after}
}

// hide is instead of an error that something is not there.
func hide(err, instead error) error {
	if errors.Is(err, news.ErrNotFound) {
		return instead
	}
	return err
}

// clip is s with at most n bytes, on a rune border.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n-len("…")], "") + "…"
}
