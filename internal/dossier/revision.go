package dossier

import (
	"slices"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// Revision is the step from one version of an article to the next; To is null
// where the article went without another in its place.
type Revision struct {
	From        string   `json:"from"`
	To          *string  `json:"to"`
	Seen        *string  `json:"seen"`
	Substantive bool     `json:"substantive"`
	Withdrawn   bool     `json:"withdrawn"`
	Reason      *string  `json:"reason"`
	Changes     []Change `json:"changes"`
}

// Change is one passage that two versions do not have alike. Span is where the
// article has it now, null where it does not or where a later version came.
type Change struct {
	Kind        string   `json:"kind"`
	Field       string   `json:"field"`
	Span        *Span    `json:"span"`
	Old         *string  `json:"old"`
	New         *string  `json:"new"`
	Substantive bool     `json:"substantive"`
	What        []string `json:"what"`
}

// Notice is a line about the article's own corrections; Span is null where
// cleaning took it out of the text.
type Notice struct {
	Kind  string  `json:"kind"`
	Span  *Span   `json:"span"`
	Text  string  `json:"text"`
	Wrong *string `json:"wrong"`
	Right *string `json:"right"`
}

// Withdrawal tells when and why an article was taken back.
type Withdrawal struct {
	At     *string `json:"at"`
	Reason string  `json:"reason"`
}

// FindingNote says that claims of a finding rest on what was changed or taken
// back.
type FindingNote struct {
	Kind    string   `json:"kind"`
	Article string   `json:"article"`
	Outlet  *string  `json:"outlet"`
	Copy    *string  `json:"copy"`
	Old     string   `json:"old"`
	New     *string  `json:"new"`
	At      *string  `json:"at"`
	Claims  []string `json:"claims"`
}

// StoryNote keeps what an article said and says no more.
type StoryNote struct {
	Kind    string  `json:"kind"`
	Article string  `json:"article"`
	Outlet  *string `json:"outlet"`
	Text    string  `json:"text"`
	Since   *string `json:"since"`
	Until   *string `json:"until"`
	Reason  *string `json:"reason"`
}

// revise fills what the article was before it was what it is. revisions are
// those of the whole story, of one article in their order.
func (a *Article) revise(r *news.Reading, revisions []news.Revision) {
	id := r.Article.ID
	for _, v := range slices.Backward(revisions) {
		if v.To != id && !(v.To == "" && v.From == id) {
			continue
		}
		a.Revisions = append(a.Revisions, fromRevision(&v, r))
		if v.To != "" {
			a.Version++
			id = v.From
		}
	}
	slices.Reverse(a.Revisions)
	if w := r.Withdrawn; w != nil {
		a.Withdrawn = &Withdrawal{stamp(w.At), w.Reason}
	}
}

// FromRevision converts the revision by which an article came to be as it is.
func FromRevision(v news.Revision, is *news.Article) Revision {
	return fromRevision(&v, &news.Reading{Article: *is})
}

// fromRevision converts a revision of the article that is now r.
func fromRevision(v *news.Revision, r *news.Reading) Revision {
	out := Revision{
		From: string(v.From), To: optional(string(v.To)), Seen: stamp(v.At), Substantive: v.Substantive,
		Withdrawn: v.Withdrawn, Reason: optional(v.Reason), Changes: []Change{},
	}
	for _, c := range v.Changes {
		change := Change{Kind: c.Kind, Field: string(c.Field), Old: optional(c.Was), New: optional(c.Now), Substantive: c.Substantive, What: list(c.What)}
		s := r.Article.Text
		if c.Field == news.InTitle {
			s = r.Article.Title
		}
		if v.To == r.Article.ID && c.New.Len() > 0 {
			change.Span = points(s, c.New)
		}
		out.Changes = append(out.Changes, change)
	}
	return out
}

func points(s string, sp text.Span) *Span {
	out := Span(text.NewOffsets(s).Points(sp))
	return &out
}

func fromNotices(r *news.Reading) []Notice {
	out := []Notice{}
	for _, n := range r.Notices {
		v := Notice{Kind: n.Kind, Text: n.Text, Wrong: optional(n.Wrong), Right: optional(n.Right)}
		if n.Span.Len() > 0 {
			v.Span = points(r.Article.Text, n.Span)
		}
		out = append(out, v)
	}
	return out
}

func fromFindingNotes(notes []news.FindingNote) []FindingNote {
	out := []FindingNote{}
	for _, n := range notes {
		out = append(out, FindingNote{n.Kind, string(n.Article), optional(n.Outlet), optional(string(n.Copy)), n.Old, optional(n.New), stamp(n.At), strings(n.Claims)})
	}
	return out
}

func fromStoryNotes(notes []news.StoryNote) []StoryNote {
	out := []StoryNote{}
	for _, n := range notes {
		out = append(out, StoryNote{n.Kind, string(n.Article), optional(n.Outlet), n.Text, stamp(n.Since), stamp(n.Until), optional(n.Reason)})
	}
	return out
}
