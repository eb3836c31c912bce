package ingesttest

import (
	"slices"
	"strconv"
	"time"
)

// state is what the site is at one time.
type state struct {
	*Script
	now    time.Time
	pages  map[string]*article
	order  []*article // by publication
	feeds  []feedSpec
	robots []string
	faults map[string][]Event
	// touched is when an article last came, changed or went.
	touched time.Time
}

// article is one page.
type article struct {
	path, title, by   string
	text              []string
	published, edited time.Time
	gone              int // HTTP status; 0 if it is there
}

// changed is when the page last changed.
func (a *article) changed() time.Time {
	if a.edited.IsZero() {
		return a.published
	}
	return a.edited
}

type feedSpec struct {
	path, format string
	last         int
	whole        bool
}

// at plays the script up to t.
func (s *Script) at(t time.Time) *state {
	st := &state{Script: s, now: t, pages: map[string]*article{}, faults: map[string][]Event{}, touched: s.Start()}
	for _, e := range s.Events {
		if e.At.After(t) {
			break
		}
		st.play(e)
	}
	return st
}

func (st *state) play(e Event) {
	if e.Verb == "publish" || e.Verb == "edit" || e.Verb == "gone" {
		st.touched = e.At
	}
	switch e.Verb {
	case "feed":
		f := feedSpec{path: e.Path, format: e.Args[0], last: 50, whole: slices.Contains(e.Args, "whole")}
		f.last = number(after(e.Args, "last"), f.last)
		st.feeds = append(st.feeds, f)
	case "publish":
		a := &article{path: e.Path, title: e.Args[0], by: after(e.Args, "by"), text: e.Block, published: e.At}
		st.pages[e.Path] = a
		st.order = append(st.order, a)
	case "edit":
		st.edit(e)
	case "gone":
		if a := st.pages[e.Path]; a != nil {
			a.gone = 410
			if len(e.Args) > 0 {
				a.gone = number(e.Args[0], a.gone)
			}
		}
	case "robots":
		st.robots = e.Block
	case "ok":
		delete(st.faults, e.Path)
	default:
		st.faults[e.Path] = append(st.faults[e.Path], e)
	}
}

func (st *state) edit(e Event) {
	a := st.pages[e.Path]
	if a == nil {
		return
	}
	a.edited = e.At
	if len(e.Args) > 0 {
		a.title = e.Args[0]
	}
	if len(e.Block) > 0 {
		a.text = e.Block
	}
}

// fault returns the last fault of a path of one of the verbs.
func (st *state) fault(path string, verbs ...string) (Event, bool) {
	for _, list := range [][]Event{st.faults[path], st.faults["*"]} {
		for i := len(list) - 1; i >= 0; i-- {
			if slices.Contains(verbs, list[i].Verb) {
				return list[i], true
			}
		}
	}
	return Event{}, false
}

func (st *state) feed(path string) (feedSpec, bool) {
	for _, f := range st.feeds {
		if f.path == path {
			return f, true
		}
	}
	return feedSpec{}, false
}

// after returns the word after name, "" if there is none.
func after(args []string, name string) string {
	if i := slices.Index(args, name); i >= 0 && i+1 < len(args) {
		return args[i+1]
	}
	return ""
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
