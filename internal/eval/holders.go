package eval

import (
	"fmt"
	"path/filepath"

	"github.com/selisik/selisik/internal/news"
)

// ReadLabels reads the label files of a folder, by file name. It returns an
// error that wraps news.ErrInvalid if one is broken or there is none.
func ReadLabels(dir string) ([]Labels, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, err
	}
	var out []Labels
	for _, f := range files {
		var l Labels
		if err := readJSON(f, &l); err != nil {
			return nil, err
		}
		if l.Event != "" {
			out = append(out, l)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("labels %s: %w: no event", dir, news.ErrInvalid)
	}
	return out, nil
}

// Holders returns which of the claims hold a statement, in order: those with its
// very words, or, if they are four words or more, those whose words it has; else
// those that share most of their words with it, if that is 0.6 or more.
func Holders(statement string, claims []string) []int {
	want := squash(statement)
	var exact []int
	score := make([]float64, len(claims))
	best := 0.0
	for i, c := range claims {
		text := squash(c)
		long := len(words(c)) >= 4
		if contains(text, want) || long && contains(want, text) {
			exact = append(exact, i)
		}
		score[i] = covered(statement, c)
		if long {
			score[i] = max(score[i], covered(c, statement))
		}
		best = max(best, score[i])
	}
	if len(exact) > 0 {
		return exact
	}
	var out []int
	for i, s := range score {
		if s >= 0.6 && s >= best-0.05 {
			out = append(out, i)
		}
	}
	return out
}
