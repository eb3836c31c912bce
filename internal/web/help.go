package web

import "net/http"

// helpPage says what each word of the pages means.
type helpPage struct {
	frame
	Statuses, Differences, Copying, States, Keys []string
}

func (s *site) help(w http.ResponseWriter, r *http.Request) error {
	return s.show(w, "help", helpPage{
		frame:       s.frame(r, "help", ""),
		Statuses:    []string{"corroborated", "single-origin", "single-article", "disputed"},
		Differences: []string{"contradiction", "update", "scope", "precision"},
		Copying:     []string{"verbatim", "rewrite", "same-release", "translation", "cites"},
		States:      []string{"states", "differs", "omits"},
		Keys:        []string{"jk", "enter", "esc", "slash", "question"},
	})
}
