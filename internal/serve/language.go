package serve

import (
	"net/http"
	"slices"

	"golang.org/x/text/language"

	"github.com/selisik/selisik/internal/lang"
)

// Tongues are the packs that have words of the program's own, from which one is
// chosen for who asks. They are immutable.
type Tongues struct {
	tags    []string // Indonesian first
	matcher language.Matcher
}

// NewTongues finds them among packs.
func NewTongues(packs *lang.Packs) *Tongues {
	t := &Tongues{}
	var have []language.Tag
	for _, tag := range append([]string{"id"}, packs.Tags()...) {
		if !packs.Has(tag) || packs.For(tag).Map("phrases")["face.months"] == "" || slices.Contains(t.tags, tag) {
			continue
		}
		if parsed, err := language.Parse(tag); err == nil {
			t.tags, have = append(t.tags, tag), append(have, parsed)
		}
	}
	t.matcher = language.NewMatcher(have)
	return t
}

// Of returns the tag that suits who asks: by the query "lang", else the cookie
// "lang", else as Speak says.
func (t *Tongues) Of(r *http.Request) string {
	for _, asked := range []string{r.URL.Query().Get("lang"), cookie(r, "lang")} {
		if slices.Contains(t.tags, asked) {
			return asked
		}
	}
	return t.Speak(r.Header.Get("Accept-Language"))
}

// Speak is Of by an Accept-Language header alone; Indonesian if that tells
// nothing, "" where no pack speaks.
func (t *Tongues) Speak(accept string) string {
	if len(t.tags) == 0 {
		return ""
	}
	want, _, err := language.ParseAcceptLanguage(accept)
	if err != nil || len(want) == 0 {
		return t.tags[0]
	}
	_, i, _ := t.matcher.Match(want...)
	return t.tags[i]
}

func cookie(r *http.Request, name string) string {
	if c, err := r.Cookie(name); err == nil {
		return c.Value
	}
	return ""
}
