package html

import (
	"math"
	"slices"
	"strconv"
	"time"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
)

// timeline is what happened when: a list, and a drawing in two widths.
type timeline struct {
	Entries [2][]entry // open, folded
	Axes    []axis
}

type entry struct {
	When, Text string
	Again      bool // at the same time as the entry before
	evidence
}

// axis is the drawing: events above a line, publications below. Gaps are drawn
// by their logarithm, none below a least width, so that a treaty of years ago and three calls of one
// morning can stand on one line.
type axis struct {
	Class, Title   string
	Width          int
	Events, Issues []tick
}

// tick is a point of the axis; Label is empty where there is no room for it.
type tick struct {
	X, Label, Title string
}

// moment is a point in time before it has its place.
type moment struct {
	at    time.Time
	label string
	title string
	event bool
}

func (b builder) timeline() *timeline {
	near, rest := b.Nearest(entriesShown)
	all := b.moments()
	return &timeline{
		Entries: [2][]entry{b.entries(near), b.entries(rest)},
		Axes:    []axis{b.axis("wide", 680, all), b.axis("narrow", 320, all)},
	}
}

// entriesShown is how many entries of the timeline stand open.
const entriesShown = 16

func (b builder) entries(list []dossier.TimelineEntry) []entry {
	var out []entry
	for _, e := range list {
		v := entry{When: b.w.Span(e.Start, e.End), Text: face.ClipAround(face.Line(e.Text), face.Line(b.Dated(e)), 200), evidence: b.evidence(e.Claims)}
		v.Again = len(out) > 0 && out[len(out)-1].When == v.When
		out = append(out, v)
	}
	return out
}

// moments lists events and publications whose time is known, in order of time.
func (b builder) moments() []moment {
	var all []moment
	for _, e := range b.Timeline {
		if at, ok := parse(e.Start); ok {
			all = append(all, moment{at, b.label(e), b.w.Span(e.Start, e.End) + ": " + face.Clip(face.Line(e.Text), 120), true})
		}
	}
	for i := range b.Story.Articles {
		a := &b.Story.Articles[i]
		if a.Published == nil {
			continue
		}
		if at, ok := parse(a.Published.Time); ok {
			all = append(all, moment{at, strconv.Itoa(i + 1), "[" + strconv.Itoa(i+1) + "] " + b.w.Outlet(a) + ", " + b.w.Published(a.Published), false})
		}
	}
	slices.SortStableFunc(all, func(x, y moment) int { return x.at.Compare(y.at) })
	return all
}

// label is an entry's time in the few characters that an axis has room for: a
// whole year or month by its name, else the day it begins.
func (b builder) label(e dossier.TimelineEntry) string {
	if whole := b.w.Span(e.Start, e.End); len(whole) <= len("30 Sep 2025") {
		return whole
	}
	return b.w.DayOf(e.Start)
}

func parse(s string) (time.Time, bool) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t, true
	}
	t, err := time.Parse("2006-01-02", s)
	return t, err == nil
}

const margin = 44

// axis places the moments; width is in the units of the drawing.
func (b builder) axis(class string, width int, all []moment) axis {
	ax := axis{Class: class, Title: b.w.Say("timeline.title"), Width: width}
	xs := spread(all, float64(width-2*margin))
	lastEvent, lastIssue := -1e9, -1e9
	for i, m := range all {
		x := margin + xs[i]
		t := tick{X: fixed(x), Title: m.title}
		if m.event {
			if x-lastEvent >= 82 {
				t.Label, lastEvent = m.label, x
			}
			ax.Events = append(ax.Events, t)
			continue
		}
		if x-lastIssue >= 20 {
			t.Label, lastIssue = m.label, x
		}
		ax.Issues = append(ax.Issues, t)
	}
	return ax
}

// spread returns the places of the moments in [0, width].
func spread(all []moment, width float64) []float64 {
	xs := make([]float64, len(all))
	for i := 1; i < len(all); i++ {
		hours := all[i].at.Sub(all[i-1].at).Hours()
		xs[i] = xs[i-1]
		if hours > 0 {
			xs[i] += 1 + math.Log10(1+hours)
		}
	}
	if len(xs) == 0 || xs[len(xs)-1] == 0 {
		return xs
	}
	scale := width / xs[len(xs)-1]
	for i := range xs {
		xs[i] *= scale
	}
	return xs
}
