package alert

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/text"
)

// item is something in a dossier that can be new: a difference or a change of an
// article.
type item struct {
	mark string // by which it is known again in the next dossier
	key  string // by which it fires once

	finding    *dossier.Finding
	difference *dossier.Difference
	change     *change
}

// change is what became of an article, with the names it goes by.
type change struct {
	Change
	ids         []string // of all versions, and the address
	substantive bool
	seen        *string
}

// wording is the slot of differences that alerts pass over.
const wording = "wording"

// items returns what can be new in a dossier, in its order.
func items(s *dossier.Story) (out []item) {
	for i := range s.Findings {
		f := &s.Findings[i]
		for j := range f.Differences {
			if d := &f.Differences[j]; d.Slot != wording && len(d.Values) > 1 {
				key := "d " + s.ID + " " + markOf(append(values(d), d.Slot)...)
				out = append(out, item{mark: markOf(key, d.Kind), key: key, finding: f, difference: d})
			}
		}
		for _, n := range f.Notes {
			if c := copied(s, n); c != nil {
				key := "n " + markOf(n.Kind, n.Article, *n.Copy, n.Old)
				out = append(out, item{mark: markOf(key), key: key, change: c})
			}
		}
	}
	for i := range s.Articles {
		a := &s.Articles[i]
		for _, r := range a.Revisions {
			key := "r " + markOf(r.From, plain(r.To), plain(r.Seen))
			out = append(out, item{mark: markOf(key), key: key, change: revised(a, r)})
		}
	}
	return out
}

// markOf is a short name for what it is given.
func markOf(parts ...string) string {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h[:8])
}

// values are the sides of a difference whatever their order and spelling.
func values(d *dossier.Difference) (out []string) {
	for _, v := range d.Values {
		out = append(out, text.Fold(v.Value))
	}
	slices.Sort(out)
	return out
}

func plain(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// mostPassage is how many bytes a firing keeps of a passage.
const mostPassage = 500

// names are those that an article goes by.
func names(a *dossier.Article) []string {
	out := []string{a.ID, plain(a.URL)}
	for _, r := range a.Revisions {
		out = append(out, r.From, plain(r.To))
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func changeOf(a *dossier.Article, kind string) *change {
	c := &change{ids: names(a), Change: Change{Kind: kind, Article: a.ID, Title: clip(a.Title, mostPassage)}}
	if a.Outlet != nil {
		c.Outlet = clip(a.Outlet.Name, mostText)
	}
	if u := plain(a.URL); isAddress(u) {
		c.URL = u
	}
	return c
}

// revised tells of a step from one version to the next, by the first passage
// that matters.
func revised(a *dossier.Article, r dossier.Revision) *change {
	c := changeOf(a, news.NoteChanged)
	c.substantive, c.seen = r.Substantive || r.Withdrawn, r.Seen
	if r.Withdrawn {
		c.Kind = news.NoteWithdrawn
	}
	i := slices.IndexFunc(r.Changes, func(x dossier.Change) bool { return x.Substantive })
	if i < 0 && len(r.Changes) > 0 {
		i = 0
	}
	if i >= 0 {
		c.Old, c.New = clip(plain(r.Changes[i].Old), mostPassage), clip(plain(r.Changes[i].New), mostPassage)
	}
	return c
}

// copied tells of an article that copied what its source has changed or taken
// back; nil for other notes.
func copied(s *dossier.Story, n dossier.FindingNote) *change {
	if n.Copy == nil || n.Kind != news.NoteStale && n.Kind != news.NoteOrphan {
		return nil
	}
	i := slices.IndexFunc(s.Articles, func(a dossier.Article) bool { return a.ID == *n.Copy })
	if i < 0 {
		return nil
	}
	c := changeOf(&s.Articles[i], n.Kind)
	c.substantive, c.seen = true, n.At
	c.Old, c.New = clip(n.Old, mostPassage), clip(plain(n.New), mostPassage)
	return c
}

// told is what a job "alert" carries.
type told struct {
	Made  time.Time `json:"made"`
	First bool      `json:"first,omitempty"` // the story had no dossier before
	New   []string  `json:"new,omitempty"`   // marks of what the one before had not
}

// mostNew is how many new things a job carries.
const mostNew = 2000

// Jobs implements desk.Alerts: the job that tells of a dossier, with what is new
// in it. It is enqueued whether or not there are queries: one may be saved at
// this moment.
func (b *Bell) Jobs(was, is store.Dossier) []store.Job {
	t := told{Made: is.Made, First: was.Story == ""}
	before := map[string]bool{}
	for _, i := range opened(was) {
		before[i.mark] = true
	}
	for _, i := range opened(is) {
		if !before[i.mark] && len(t.New) < mostNew {
			before[i.mark] = true
			t.New = append(t.New, i.mark)
		}
	}
	args, err := json.Marshal(t)
	if err != nil {
		panic(err) // a time and words always have a form
	}
	// With nothing new one job that waits is as good: it reads the last dossier.
	return []store.Job{{Kind: store.Alert, Key: string(is.Story), Args: args, Unique: len(t.New) == 0}}
}

// opened are the items of a dossier. One without any is not opened.
func opened(d store.Dossier) []item {
	if d.Summary.Differences == 0 && !bytes.Contains(d.JSON, []byte(`"revisions":[{`)) {
		return nil
	}
	var s dossier.Story
	if json.Unmarshal(d.JSON, &s) != nil {
		return nil
	}
	return items(&s)
}
