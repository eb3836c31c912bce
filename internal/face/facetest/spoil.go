package facetest

import "github.com/selisik/selisik/internal/dossier"

// Spoiled returns the rich story with s in every place that the web fills.
func Spoiled(s string) dossier.Dossier {
	st := Fire()
	st.Title = s
	for i := range st.Articles {
		a := &st.Articles[i]
		a.Title, a.Input, a.URL, a.Byline, a.Outlet.Name = s, s, &s, &s, s
		a.Removed = []dossier.Removed{{Text: s, Reason: s}}
	}
	for i := range st.Findings {
		st.Findings[i].Statement = s
		for j := range st.Findings[i].Differences {
			d := &st.Findings[i].Differences[j]
			d.Explanation, d.Values[0].Value = s, s
		}
	}
	for i := range st.Sources {
		st.Sources[i].Name = s
	}
	for i := range st.Claims {
		if c := &st.Claims[i]; len(c.Attribution) > 0 {
			c.Attribution[0].Name = s
		}
	}
	st.Articles[0].Quotes[0].Speaker, st.Articles[0].Quotes[0].Role = &s, &s
	st.Timeline[0].Text, st.Timeline[1].Start, st.Brief[0].Text = s, s, s
	return dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{st}}
}

// Hostile lists what faces are fuzzed from.
func Hostile() []string {
	return []string{Script, Ansi, Override, Markdown, JSLink, "\x00\xff\u2028|\n# a"}
}
