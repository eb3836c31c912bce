package serve

import (
	"net/http"
	"slices"

	"golang.org/x/text/language"

	"github.com/selisik/selisik/internal/lang"
)

// Language returns the tag of the pack, of those that have words of the
// program's own, that suits who asks: by the query "lang", else the cookie
// "lang", else as Speak says.
func Language(r *http.Request, packs *lang.Packs) string {
	tags, _ := speaking(packs)
	for _, asked := range []string{r.URL.Query().Get("lang"), cookie(r, "lang")} {
		if slices.Contains(tags, asked) {
			return asked
		}
	}
	return Speak(r.Header.Get("Accept-Language"), packs)
}

// Speak is Language by an Accept-Language header alone; Indonesian if that tells
// nothing.
func Speak(accept string, packs *lang.Packs) string {
	tags, have := speaking(packs)
	if len(tags) == 0 {
		return ""
	}
	want, _, err := language.ParseAcceptLanguage(accept)
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
