package pipeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// head fills what the members alone tell: id, title, languages, times. The
// members are in order of publication.
func head(s *news.Story) {
	count := map[string]int{}
	for _, r := range s.Readings {
		a := r.Article
		if count[a.Language]++; count[a.Language] == 1 {
			s.Languages = append(s.Languages, a.Language)
		}
		if a.Published != nil {
			if s.First.IsZero() {
				s.First = a.Published.Time
			}
			s.Last = a.Published.Time
		}
	}
	slices.SortStableFunc(s.Languages, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	s.Title = title(s)
	s.ID = StoryID(s.Readings[0].Article.ID, 0)
}

// StoryID returns the id of a story whose earliest article is first: the n-th
// choice, from 0, where others are taken. It does not change when more articles
// join.
func StoryID(first news.ArticleID, n int) news.StoryID {
	name := string(first)
	if n > 0 {
		name += "#" + strconv.Itoa(n)
	}
	h := sha256.Sum256([]byte(name))
	return news.StoryID("s-" + hex.EncodeToString(h[:6]))
}

// title returns the most typical title in the story's first language: the one
// that shares most words with the others, the earliest of equals. Cost: the
// square of the number of titles.
func title(s *news.Story) string {
	var titles []string
	var words [][]string
	for _, r := range s.Readings {
		if t := r.Article.Title; t != "" && r.Article.Language == s.Languages[0] {
			titles = append(titles, t)
			words = append(words, strings.Fields(text.Fold(t)))
		}
	}
	best, at := -1.0, -1
	for i := range titles {
		sum := 0.0
		for j := range titles {
			if i != j {
				sum += overlap(words[i], words[j])
			}
		}
		if sum > best {
			best, at = sum, i
		}
	}
	if at < 0 {
		for _, r := range s.Readings {
			if r.Article.Title != "" {
				return r.Article.Title
			}
		}
		return opening(s.Readings[0].Article.Text)
	}
	return titles[at]
}

// longestOpening is how many bytes of a text stand for the title that it lacks.
const longestOpening = 80

// opening returns how the first paragraph of t begins, at whole words, with "…"
// where it goes on.
func opening(t string) string {
	t, _, _ = strings.Cut(strings.TrimSpace(t), "\n")
	if len(t) <= longestOpening {
		return t
	}
	at := 0
	for i, r := range t {
		if r == ' ' && i < longestOpening {
			at = i
		}
	}
	if at == 0 {
		return t
	}
	return strings.TrimRight(t[:at], " ,;:-–—") + "…"
}

// overlap is the share of the words of a and b that both have (Dice).
func overlap(a, b []string) float64 {
	n := 0
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return 2 * float64(n) / float64(max(1, len(a)+len(b)))
}
