package query

import (
	"slices"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/text"
)

// Kinds of piece.
const (
	Kept    = "kept"
	Removed = "removed"
	Added   = "added"
)

// Piece is a run of words that both versions have, or only one of them.
type Piece struct {
	Kind string // Kept, Removed or Added
	Text string
}

// Hunk is one change, readable word by word: what both versions have is cut to
// a few words around what differs.
type Hunk struct {
	Kind, Field string
	Substantive bool
	What        []string
	Pieces      []Piece
}

// Version is one step of an article's history for readers.
type Version struct {
	Number    int // of the version that came; 0 where none did
	Seen      *string
	Withdrawn bool
	Reason    *string
	Hunks     []Hunk // those of the text and title that are substantive, in their order
	Cosmetic  int    // how many changes are not among them
}

// around words of what is kept are shown on either side of a change.
const aroundWords = 4

// Versions returns the steps by which an article came to be what it is, the
// oldest first; none for an article of which one version was seen.
func Versions(a *dossier.Article) []Version {
	n := a.Version
	for _, r := range a.Revisions {
		if r.To != nil {
			n--
		}
	}
	var out []Version
	for i := range a.Revisions {
		r := &a.Revisions[i]
		v := Version{Seen: r.Seen, Withdrawn: r.Withdrawn, Reason: r.Reason}
		if r.To != nil {
			n++
			v.Number = n
		}
		for _, h := range Hunks(r) {
			if h.Substantive {
				v.Hunks = append(v.Hunks, h)
			} else {
				v.Cosmetic++
			}
		}
		out = append(out, v)
	}
	return out
}

// Hunks returns the changes of a revision, word by word, in their order.
func Hunks(r *dossier.Revision) []Hunk {
	var out []Hunk
	for _, c := range r.Changes {
		out = append(out, Hunk{c.Kind, c.Field, c.Substantive, c.What, clipped(Pieces(said(c.Old), said(c.New)))})
	}
	return out
}

func said(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// Pieces returns how the words of a passage became those of another, in reading
// order, what went before what came.
func Pieces(old, new string) []Piece {
	kinds := map[byte]string{'=': Kept, '-': Removed, '+': Added}
	var out []Piece
	for _, p := range text.Diff(old, new) {
		out = append(out, Piece{kinds[p.Kind], p.Text})
	}
	return out
}

// clipped cuts what is kept to the words beside a change.
func clipped(pieces []Piece) []Piece {
	out := slices.Clone(pieces)
	for i := range out {
		if w := strings.Fields(out[i].Text); out[i].Kind == Kept && len(out) > 1 {
			out[i].Text = beside(w, i > 0, i+1 < len(out))
		}
	}
	return out
}

// beside returns the first words where something stands before them, the last
// ones where something follows, "…" for the others.
func beside(w []string, before, after bool) string {
	head, tail := 0, 0
	if before {
		head = aroundWords
	}
	if after {
		tail = aroundWords
	}
	if len(w) <= head+tail+1 {
		return strings.Join(w, " ")
	}
	out := append(slices.Clone(w[:head]), "…")
	return strings.Join(append(out, w[len(w)-tail:]...), " ")
}

// Shortly returns two versions of a passage from the first word that differs to
// the last, with two words that both have on either side: "8 orang tewas",
// "10 orang tewas". new may be "".
func Shortly(old, new string) (string, string) {
	pieces := Pieces(old, new)
	var was, now []string
	for i, p := range pieces {
		w := strings.Fields(p.Text)
		if p.Kind == Kept && i == 0 && len(pieces) > 1 {
			w = w[max(0, len(w)-2):]
		}
		if p.Kind == Kept && i > 0 && i+1 == len(pieces) {
			w = w[:min(2, len(w))]
		}
		if p.Kind != Added {
			was = append(was, w...)
		}
		if p.Kind != Removed {
			now = append(now, w...)
		}
	}
	if new == "" {
		now = nil
	}
	return strings.Join(was, " "), strings.Join(now, " ")
}

// Notes returns those of a finding, nil for none.
func (it Item) Notes() []dossier.FindingNote {
	if it.Finding == nil {
		return nil
	}
	return it.Finding.Notes
}
