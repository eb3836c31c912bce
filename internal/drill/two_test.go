package drill

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestTwoProcessesOnOneFile: processes add the same articles to one SQLite file
// at the same time, or one adds and others work.
func TestTwoProcessesOnOneFile(t *testing.T) {
	t.Parallel()
	articles := form(60, 1000)
	docs := invented(articles)
	want := undisturbed(t, docs)
	for name, others := range map[string][]string{"add and add": {"add"}, "add and work": {"work"}, "all at once": {"add", "work", "place"}} {
		t.Run("sqlite/"+name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "selisik.db")
			first := start(t, order{Do: "add", Store: path, Articles: articles})
			if !first.until("ready") {
				first.finish()
				return
			}
			var all []*process
			for _, do := range others {
				all = append(all, start(t, order{Do: do, Store: path, Articles: articles}))
			}
			for _, p := range append(all, first) {
				p.finish()
				if text := p.stderr.String(); strings.Contains(text, "locked") || strings.Contains(text, "busy") {
					t.Error(text)
				}
			}
			b := newBench(t, path, nil)
			b.drain() // those who only worked may have been done before there was all
			lost, doubled := b.judge(docs, want)
			tell(t, figure{Times: len(all) + 1, Articles: articles, Lost: lost, Doubled: doubled, Note: fmt.Sprintf("%d processes, \"database is locked\": 0", len(all)+1)})
		})
	}
}
