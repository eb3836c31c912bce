package ingesttest

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Script is what a site does, by time.
type Script struct {
	Title  string
	Zone   *time.Location
	Events []Event // by time; those of one time in the order of the script
}

// Event is one command.
type Event struct {
	At    time.Time // zero: from the beginning
	Verb  string
	Path  string
	Args  []string // after the path
	Block []string // the lines below it
	Line  int
}

// verbs gives the least number of words after each verb.
var verbs = map[string]int{
	"feed": 2, "publish": 2, "edit": 1, "gone": 1, "robots": 0, "ok": 1,
	"status": 2, "redirect": 2, "delay": 2, "lies": 1, "indonesian": 1, "cut": 1, "many": 2, "page": 1, "charset": 2,
	"stuck": 1, "drop": 1, "loop": 1, "slow": 1, "hang": 1, "huge": 1, "bomb": 1, "headers": 1,
}

// Start returns the time of the first event that has one.
func (s *Script) Start() time.Time {
	for _, e := range s.Events {
		if !e.At.IsZero() {
			return e.At
		}
	}
	return time.Time{}
}

// End returns the time of the last event.
func (s *Script) End() time.Time {
	if len(s.Events) == 0 {
		return time.Time{}
	}
	return s.Events[len(s.Events)-1].At
}

// Of returns the events of a verb, by time.
func (s *Script) Of(verb string) []Event {
	var out []Event
	for _, e := range s.Events {
		if e.Verb == verb {
			out = append(out, e)
		}
	}
	return out
}

// ParseScript reads a script. Errors name the line: "script:3: …".
func ParseScript(text string) (*Script, error) {
	p := parser{Script: &Script{Zone: time.FixedZone("", 7*3600)}}
	for line := range strings.Lines(text) {
		p.n++
		if err := p.line(strings.TrimRight(line, "\r\n")); err != nil {
			return nil, fmt.Errorf("script:%d: %w", p.n, err)
		}
	}
	slices.SortStableFunc(p.Events, func(a, b Event) int { return a.At.Compare(b.At) })
	return p.Script, nil
}

type parser struct {
	*Script
	day time.Time
	n   int
}

func (p *parser) line(s string) error {
	blank := strings.TrimSpace(s)
	switch {
	case blank == "" || strings.HasPrefix(s, "#"):
		return nil
	case s[0] == ' ' || s[0] == '\t':
		if len(p.Events) == 0 {
			return fmt.Errorf("text without a command above it")
		}
		last := &p.Events[len(p.Events)-1]
		last.Block = append(last.Block, blank)
		return nil
	}
	w, err := words(blank)
	if err != nil {
		return err
	}
	return p.command(w)
}

func (p *parser) command(w []string) error {
	switch {
	case len(w) == 2 && w[0] == "title":
		p.Title = w[1]
		return nil
	case len(w) == 2 && w[0] == "zone":
		t, err := time.Parse("-07:00", w[1])
		_, offset := t.Zone()
		p.Zone = time.FixedZone("", offset)
		return err
	case len(w) == 2 && w[0] == "day":
		var err error
		p.day, err = time.ParseInLocation("2006-01-02", w[1], p.Zone)
		return err
	}
	e := Event{Line: p.n}
	if clock, err := time.Parse("15:04", w[0]); err == nil {
		if p.day.IsZero() {
			return fmt.Errorf("a time without a day above it")
		}
		e.At = p.day.Add(time.Duration(clock.Hour())*time.Hour + time.Duration(clock.Minute())*time.Minute)
		w = w[1:]
	}
	return p.event(e, w)
}

func (p *parser) event(e Event, w []string) error {
	if len(w) == 0 {
		return fmt.Errorf("a time without a command")
	}
	need, known := verbs[w[0]]
	if !known {
		return fmt.Errorf("unknown command %q", w[0])
	}
	if len(w)-1 < need {
		return fmt.Errorf("%s needs %d words", w[0], need)
	}
	e.Verb = w[0]
	if len(w) > 1 {
		if e.Path, e.Args = w[1], w[2:]; e.Path != "*" && !strings.HasPrefix(e.Path, "/") {
			return fmt.Errorf("path %q does not begin with /", e.Path)
		}
	}
	p.Events = append(p.Events, e)
	return nil
}

// words parts a line at blanks outside of double quotes.
func words(s string) ([]string, error) {
	var out []string
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		if rest, ok := strings.CutPrefix(s, `"`); ok {
			word, after, closed := strings.Cut(rest, `"`)
			if !closed {
				return nil, fmt.Errorf("a quote that does not end")
			}
			out, s = append(out, word), after
			continue
		}
		word, after, _ := strings.Cut(s, " ")
		out, s = append(out, word), after
	}
	return out, nil
}
