package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/eval"
)

var update = flag.Bool("update", false, "rewrite testdata/record.txt")

// events is the project's own labelled events.
const events = "../../internal/eval/testdata/events"

// TestRecord measures the program on the project's own labelled events and
// compares the figures with the committed ones. It fails when a figure moves,
// up or down: the difference shows what a change did.
func TestRecord(t *testing.T) {
	const golden = "testdata/record.txt"
	got := record(t)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := moved(string(want), got); diff != "" {
		t.Errorf(`the figures on %s moved (- before, + now):
%s
If that is what the change is for, commit them with it:
	go test ./cmd/selisik -run TestRecord -update
To see what is missed: selisik eval internal/eval/testdata/events --show facts`, events, diff)
	}
}

// moved lists the lines that differ, old before new.
func moved(want, got string) string {
	var b strings.Builder
	old, now := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(old), len(now)) {
		a, z := line(old, i), line(now, i)
		if a != z {
			fmt.Fprintf(&b, "- %s\n+ %s\n", a, z)
		}
	}
	return b.String()
}

func line(s []string, i int) string {
	if i < len(s) {
		return s[i]
	}
	return ""
}

// record is the figures of all events, a line a metric, and then the most
// telling ones of each event.
func record(t *testing.T) string {
	t.Helper()
	figures := func(event string) map[string]eval.Figure { return measure(t, events, event).Figures() }
	var b strings.Builder
	all := figures("")
	for _, metric := range eval.Metrics(all) {
		fmt.Fprintf(&b, "%-24s %s\n", metric, all[metric])
	}
	fmt.Fprintf(&b, "\n%-26s %-11s %-11s %-11s %-11s %s\n", "precision/recall or share", "facts", "differences", "origins", "speakers", "reported quantities times independence")
	for _, event := range eventNames(t) {
		b.WriteString(row(event, figures(event)))
	}
	return b.String()
}

// row is one event's line of the table.
func row(event string, f map[string]eval.Figure) string {
	pr := func(metric string) string { return fmt.Sprintf("%.3f/%.3f", f[metric].P, f[metric].R) }
	return fmt.Sprintf("%-26s %-11s %-11s %-11s %-11s %-8.3f %-10.3f %-5.3f %.0f\n", event,
		pr("facts"), pr("differences"), pr("origins"), pr("quotes_with_speaker"),
		f["reported_speech"].P, f["quantities"].P, f["times"].P, f["independence"].P)
}

// eventNames returns the events that have labels, sorted.
func eventNames(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(events + "/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in %s: %v", events, err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(filepath.Base(f), ".json")
	}
	return files
}
