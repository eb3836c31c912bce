package html

import (
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
)

// article is one article with its text in pieces.
type article struct {
	ID, ContentID  string
	N              int
	Outlet, Group  string
	Title, Byline  string
	Published      string
	Basis          string
	Address, Input string
	Language       string
	Paragraphs     [][]piece
	Removed        []removed
	RemovedLabel   string
	Notices        []string
	Versions       []version
}

// removed is what cleaning took out for one reason.
type removed struct {
	Reason string
	Texts  []string
}

func (b builder) articles() []article {
	var out []article
	for i := range b.Story.Articles {
		out = append(out, b.article(i))
	}
	return out
}

func (b builder) article(i int) article {
	a := &b.Story.Articles[i]
	v := article{
		ID: b.r.article(i + 1), ContentID: face.Line(a.ID), N: i + 1, Outlet: b.w.Outlet(a), Title: face.Title(a),
		Published: b.w.Published(a.Published), Address: face.Address(a.URL), Input: face.Line(a.Input), Language: face.Line(a.Language),
		Removed: b.removed(a),
	}
	if a.Outlet != nil && a.Outlet.Group != nil {
		v.Group = face.Line(*a.Outlet.Group)
	}
	if a.Byline != nil {
		v.Byline = face.Line(*a.Byline)
	}
	if a.Published != nil {
		v.Basis = b.w.Label("basis", a.Published.Basis)
	}
	v.RemovedLabel = b.w.Say("removed") + " (" + b.w.Int(len(a.Removed)) + ")"
	v.Notices, v.Versions = b.notices(a), b.versions(a)
	v.Paragraphs = paragraphs(b.r.texts[i])
	return v
}

func paragraphs(pieces []piece) [][]piece {
	var out [][]piece
	fresh := true
	for _, p := range pieces {
		if fresh {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], p)
		fresh = p.breaks
	}
	return out
}

// removed groups what was taken out by reason, in order of first appearance.
func (b builder) removed(a *dossier.Article) []removed {
	var out []removed
	at := map[string]int{}
	for _, x := range a.Removed {
		text := strings.TrimSpace(face.Line(x.Text))
		if text == "" {
			continue
		}
		i, ok := at[x.Reason]
		if !ok {
			i = len(out)
			at[x.Reason] = i
			out = append(out, removed{Reason: b.w.Label("reason", x.Reason)})
		}
		out[i].Texts = append(out[i].Texts, text)
	}
	return out
}
