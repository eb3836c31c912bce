package ingesttest

import (
	_ "embed"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"
)

// Net is several sites under host names of their own.
type Net struct {
	Sites map[string]*Site // by host; their URL is "http://" and the host
	// Hosts tells where they really are: it is what fetch.Options.Hosts wants.
	Hosts map[string]string
}

// StartNet serves the sites of a txtar archive on loopback until the test ends:
// each file is a script, and its name the site's host ("-- kabaruji.example
// --"). The clock is moved to the first event of all if it is before it.
func StartNet(t testing.TB, archive string, clock *Clock) *Net {
	t.Helper()
	n := &Net{map[string]*Site{}, map[string]string{}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		s, err := New(string(f.Data), clock)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		srv := httptest.NewServer(s)
		t.Cleanup(func() {
			srv.CloseClientConnections()
			srv.Close()
		})
		s.URL = "http://" + f.Name
		n.Sites[f.Name], n.Hosts[f.Name+":80"] = s, strings.TrimPrefix(srv.URL, "http://")
	}
	var first time.Time
	for _, s := range n.Sites {
		if start := s.Start(); first.IsZero() || !start.IsZero() && start.Before(first) {
			first = start
		}
	}
	clock.Reach(first)
	return n
}

//go:embed day.txtar
var day string

// Day returns a day of four invented outlets on 2 March 2026, in Indonesian, for
// StartNet: a flood and a market fire, each told by several of them, one copied
// from an agency; corrections, a withdrawn article, and feeds with faults. Its
// comments tell what should come out.
func Day() string { return day }
