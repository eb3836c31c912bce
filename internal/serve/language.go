package serve

import (
	"net/http"
	"slices"

	"golang.org/x/text/language"

	"github.com/selisik/selisik/internal/lang"
)

// Language returns the tag of the pack, of those that have words of the
// program's own, that suits who asks: by the query "lang", else the cookie
// "lang", else Accept-Language, else Indonesian.
func Language(r *http.Request, packs *lang.Packs) string {
	tags, have := speaking(packs)
	if len(tags) == 0 {
		return ""
	}
	for _, asked := range []string{r.URL.Query().Get("lang"), cookie(r, "lang")} {
		for _, tag := range tags {
			if tag == asked {
				return tag
			}
		}
	}
	want, _, err := language.ParseAcceptLanguage(r.Header.Get("Accept-Language"))
	if err != nil || len(want) == 0 {
		return tags[0]
	}
	_, i, _ := language.NewMatcher(have).Match(want...)
	return tags[i]
}

// speaking are the packs that can speak, Indonesian first.
func speaking(packs *lang.Packs) (tags []string, have []language.Tag) {
	for _, tag := range append([]string{"id"}, packs.Tags()...) {
		if !packs.Has(tag) || packs.For(tag).Map("phrases")["face.months"] == "" || slices.Contains(tags, tag) {
			continue
		}
		if t, err := language.Parse(tag); err == nil {
			tags, have = append(tags, tag), append(have, t)
		}
	}
	return tags, have
}

func cookie(r *http.Request, name string) string {
	if c, err := r.Cookie(name); err == nil {
		return c.Value
	}
	return ""
}
