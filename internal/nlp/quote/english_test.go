package quote_test

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/goldtest"
	"github.com/selisik/selisik/internal/nlp/quote"
	"github.com/selisik/selisik/internal/text"
)

// spans is an annotation: one or more stretches.
type spans []text.Span

func (s spans) overlaps(o text.Span) bool {
	for _, x := range s {
		if x.Overlaps(o) {
			return true
		}
	}
	return false
}

// label is one attribution of a brat file.
type label struct{ source, cue, content spans }

// TestEnglishAttributionsOverlapThoseOfReaders measures on labelled political
// news that is not part of the project. A part is right when it overlaps the
// reader's.
func TestEnglishAttributionsOverlapThoseOfReaders(t *testing.T) {
	dir := goldtest.Path(t, "data/attributions-en/dev")
	d := newDesk(t, "en")
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no labels in %s: %v", dir, err)
	}
	show := os.Getenv("SELISIK_SHOW") != ""
	var cue, source, content score
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".ann")
		raw, err := os.ReadFile(filepath.Join(dir, "text", name[:strings.LastIndex(name, "_")]+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		src := string(raw)
		got := d.read(src).Reports
		want := labels(t, f, src)
		cue.count(got, want, func(r quote.Report, l label) bool { return l.cue.overlaps(r.CueSpan) })
		source.count(got, want, func(r quote.Report, l label) bool {
			return l.cue.overlaps(r.CueSpan) && l.source.overlaps(r.Span)
		})
		content.count(got, want, func(r quote.Report, l label) bool {
			return l.cue.overlaps(r.CueSpan) && l.content.overlaps(r.Content)
		})
		if show {
			showMisses(t, src, got, want)
		}
	}
	t.Logf("cue %v, source %v, content %v", cue, source, content)
	for name, f := range map[string][2]float64{"cue": {cue.f1(), 0.6}, "source": {source.f1(), 0.5}, "content": {content.f1(), 0.5}} {
		if f[0] < f[1] {
			t.Errorf("%s F1 %.3f fell under %.2f", name, f[0], f[1])
		}
	}
}

// score counts what is right of what was predicted and wanted.
type score struct{ right, got, want int }

func (s *score) count(got []quote.Report, want []label, same func(quote.Report, label) bool) {
	used := map[int]bool{}
	for _, r := range got {
		for i, l := range want {
			if !used[i] && same(r, l) {
				used[i] = true
				s.right++
				break
			}
		}
	}
	s.got += len(got)
	s.want += len(want)
}

func (s score) f1() float64 { return 2 * float64(s.right) / float64(max(1, s.got+s.want)) }

func (s score) String() string {
	return "F1 " + strconv.FormatFloat(s.f1(), 'f', 3, 64) + " (" + strconv.Itoa(s.right) + " of " + strconv.Itoa(s.got) + " found, " + strconv.Itoa(s.want) + " wanted)"
}

// labels reads the attributions of a brat file that have a source and a content.
func labels(t *testing.T, file, src string) []label {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	off := text.NewOffsets(src)
	texts := map[string]spans{}
	var events []string
	for sc := bufio.NewScanner(f); sc.Scan(); {
		col := strings.Split(sc.Text(), "\t")
		switch {
		case len(col) < 2: // a label that runs over a line
		case strings.HasPrefix(col[0], "T"):
			_, at, _ := strings.Cut(col[1], " ")
			for _, part := range strings.Split(at, ";") {
				a, b, _ := strings.Cut(part, " ")
				start, _ := strconv.Atoi(a)
				end, _ := strconv.Atoi(b)
				texts[col[0]] = append(texts[col[0]], off.Bytes([2]int{start, end}))
			}
		case strings.HasPrefix(col[0], "E"):
			events = append(events, col[1])
		}
	}
	var out []label
	for _, e := range events {
		var l label
		for _, arg := range strings.Fields(e) {
			role, id, _ := strings.Cut(arg, ":")
			switch strings.TrimRight(role, "0123456789") {
			case "Source":
				l.source = append(l.source, texts[id]...)
			case "Cue":
				l.cue = append(l.cue, texts[id]...)
			case "Content":
				l.content = append(l.content, texts[id]...)
			}
		}
		if len(l.source) > 0 && len(l.cue) > 0 && len(l.content) > 0 {
			out = append(out, l)
		}
	}
	return out
}

// showMisses logs what differs, to look at.
func showMisses(t *testing.T, src string, got []quote.Report, want []label) {
	for _, l := range want {
		found := ""
		for _, r := range got {
			if l.cue.overlaps(r.CueSpan) {
				found = "got " + r.Span.Of(src)
				if l.source.overlaps(r.Span) {
					found = "ok"
				}
			}
		}
		if found != "ok" {
			t.Logf("MISS %q %q ... %s", l.source[0].Of(src), l.cue[0].Of(src), found)
		}
	}
	for _, r := range got {
		ok := false
		for _, l := range want {
			ok = ok || l.cue.overlaps(r.CueSpan)
		}
		if !ok {
			t.Logf("EXTRA %q %q", r.Span.Of(src), r.CueSpan.Of(src))
		}
	}
}
