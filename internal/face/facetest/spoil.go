package facetest

import "github.com/selisik/selisik/internal/dossier"

// Revised returns the small story after its first article changed a figure that
// the second copied, corrected itself, and dropped a sentence; the second was
// then withdrawn.
func Revised() dossier.Dossier {
	st := Quake()
	seen := ptr("2031-03-06T14:05:00+08:00")
	was, now := "Gempa bermagnitudo 5,8 mengguncang Teluk Randu, Kamis pagi.", "Gempa bermagnitudo 5,2 mengguncang Teluk Randu, Kamis pagi."
	dropped := "Warga pesisir diminta naik ke bukit."
	a, b := &st.Articles[0], &st.Articles[1]
	a.Version = 2
	a.Revisions = []dossier.Revision{{From: "a-g0", To: &a.ID, Seen: seen, Substantive: true, Changes: []dossier.Change{
		{Kind: "changed", Field: "text", Span: &dossier.Span{0, 59}, Old: &was, New: &now, Substantive: true, What: []string{"figure"}},
		{Kind: "removed", Field: "text", Old: &dropped, Substantive: true, What: []string{"statement"}},
		{Kind: "changed", Field: "byline", Old: ptr("Rara"), New: ptr("Rara Kinanti"), What: []string{"byline"}},
	}}}
	a.Notices = []dossier.Notice{{Kind: "correction", Text: "Ralat: sebelumnya ditulis 5,8, yang benar 5,2.", Wrong: ptr("5,8"), Right: ptr("5,2")}}
	b.Withdrawn = &dossier.Withdrawal{At: seen, Reason: "HTTP 410"}
	b.Revisions = []dossier.Revision{{From: b.ID, Seen: seen, Substantive: true, Withdrawn: true, Reason: ptr("HTTP 410"), Changes: []dossier.Change{}}}
	outlet := ptr("Kabar Pesisir")
	st.Findings[0].Status, st.Findings[0].Origins = "single-article", 1
	st.Findings[0].Notes = []dossier.FindingNote{
		{Kind: "corrected", Article: a.ID, Outlet: outlet, Old: was, New: &now, At: seen, Claims: []string{"c1"}},
		{Kind: "copied-from-changed", Article: a.ID, Outlet: outlet, Copy: &b.ID, Old: was, New: &now, At: seen, Claims: []string{"c2"}},
		{Kind: "withdrawn", Article: b.ID, Old: "Teluk Randu diguncang gempa 5,2, kata Badan Geofisika.", Claims: []string{"c2"}},
	}
	st.Notes = []dossier.StoryNote{
		{Kind: "vanished", Article: a.ID, Outlet: outlet, Text: dropped, Since: ptr("2031-03-06T11:00:00+08:00"), Until: seen},
		{Kind: "withdrawn", Article: b.ID, Text: b.Title, Until: seen, Reason: ptr("HTTP 410")},
	}
	return dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{st}}
}

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
	st.Notes = []dossier.StoryNote{{Kind: s, Article: s, Outlet: &s, Text: s, Since: &s, Until: &s, Reason: &s}}
	st.Findings[0].Notes = []dossier.FindingNote{{Kind: s, Article: s, Outlet: &s, Copy: &s, Old: s + " a", New: &s, At: &s, Claims: []string{"c1"}}}
	a := &st.Articles[0]
	a.Notices = []dossier.Notice{{Kind: s, Text: s, Wrong: &s, Right: &s}}
	a.Withdrawn = &dossier.Withdrawal{At: &s, Reason: s}
	a.Revisions = []dossier.Revision{{From: s, To: &s, Seen: &s, Reason: &s, Changes: []dossier.Change{{Kind: s, Field: s, Old: &s, New: &s, What: []string{s}}}}}
	return dossier.Dossier{Schema: dossier.Schema, Stories: []dossier.Story{st}}
}

// Hostile lists what faces are fuzzed from.
func Hostile() []string {
	return []string{Script, Ansi, Override, Markdown, JSLink, "\x00\xff\u2028|\n# a"}
}
