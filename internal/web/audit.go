package web

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/store"
)

// auditPage lists what people changed, newest first.
type auditPage struct {
	frame
	Days  []auditDay
	Older string // address of what was before; "" for nothing
}

type auditDay struct {
	Name    string
	Entries []auditEntry
}

// auditEntry is one edit in words.
type auditEntry struct {
	Seq                   int64
	When, Stamp           string
	Who, What, Note       string
	Story, Target         string
	StoryName, TargetName string
	Pages                 string
}

const editsShown = 100

func (s *site) audit(w http.ResponseWriter, r *http.Request) error {
	page := auditPage{frame: s.frame(r, "audit", "")}
	edits, err := s.lastEdits(r, number(r.URL.Query().Get("before")))
	if err != nil {
		return err
	}
	zone := s.location(&page.reader)
	for _, e := range slices.Backward(edits) {
		name := page.W.DayOf(e.At.In(zone).Format(time.RFC3339))
		if n := len(page.Days); n == 0 || page.Days[n-1].Name != name {
			page.Days = append(page.Days, auditDay{Name: name})
		}
		d := &page.Days[len(page.Days)-1]
		d.Entries = append(d.Entries, page.entry(&e, zone))
	}
	if len(edits) > 0 && edits[0].Seq > 1 {
		page.Older = "/audit?before=" + itoa(edits[0].Seq)
	}
	return s.show(w, "audit", page)
}

// lastEdits returns the last edits before a number, 0 for all, oldest first.
func (s *site) lastEdits(r *http.Request, before int64) ([]store.Edit, error) {
	from := before - editsShown - 1
	if before == 0 {
		n, err := s.Store.Admin().Counts(r.Context())
		if err != nil {
			return nil, err
		}
		from = int64(n["edits"]) - editsShown // numbers may have gaps, and so be larger
	}
	var out []store.Edit
	for after := max(from, 0); ; {
		list, err := s.Store.Edits().All(r.Context(), after, 5*editsShown)
		if err != nil || len(list) == 0 {
			return out, err
		}
		for _, e := range list {
			if before == 0 || e.Seq < before {
				out = append(out, e)
			}
		}
		out = out[max(0, len(out)-editsShown):]
		after = list[len(list)-1].Seq
		if before > 0 && after >= before-1 {
			return out, nil
		}
	}
}

func (f *frame) entry(e *store.Edit, zone *time.Location) auditEntry {
	at := e.At.In(zone)
	v := auditEntry{
		Seq: e.Seq, When: at.Format(f.W.Say("clock")), Stamp: at.Format(time.RFC3339), Who: face.Line(e.Who),
		What: f.T.Label("did", string(e.Kind)), Note: face.Line(e.Note), Story: string(e.Story), Target: string(e.Target),
	}
	if len(e.Pages) > 0 {
		v.Pages = f.W.Count("articles", len(e.Pages))
	}
	v.StoryName, v.TargetName = strings.TrimPrefix(v.Story, "s-"), strings.TrimPrefix(v.Target, "s-")
	return v
}
