package reconcile

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// origins tells who carries claims in the end.
type origins struct {
	t     *table
	house *houses
	// carried are people whose words reach the articles by way of others.
	carried map[news.SourceID]bool
	// carriers are the institutions and agencies that may carry them.
	carriers map[news.SourceID]bool
	// common are the words that the story has in lower case.
	common map[string]bool
	// hearsay are people of no known standing whom only articles cite that
	// cite no authority.
	hearsay map[news.SourceID]bool
	// seen is set when the outlets' desks saw what they tell.
	seen bool
}

func (t *table) newOrigins() *origins {
	o := &origins{t: t, house: t.houses(), carried: t.carriedPeople(), common: t.lowerWords(), seen: t.desksSaw(), hearsay: t.hearsay()}
	if o.carriers = t.carriersOf(o.carried); len(o.carriers) == 0 {
		o.carried = nil // then they were heard
	}
	return o
}

// who is the innermost source of claim c that counts and whether it is named: a
// person whose words others carry counts as its carrier. An authority that is
// only described ("police") stands before whoever carries its words, and an
// outlet that carries hearsay is no better than it.
func (o *origins) who(c int) (s news.SourceID, named bool) {
	for _, a := range o.t.views[c].Attribution {
		switch {
		case a.Source == "" || o.carried[a.Source] || !o.carrier(c, a) || s != "" && a.Kind == news.OutletKind:
		case !anonymous(a) && !o.hearsay[a.Source]:
			return o.house.of(a.Source), true
		case s == "":
			if s = o.house.of(a.Source); a.Kind == news.Official || a.Kind == news.Institution {
				return s, false
			}
		}
	}
	return s, false
}

// carrier reports whether an attribution names anybody who can say something:
// not a place, not the article's own outlet, not a word of the language that
// stands at the head of a sentence.
func (o *origins) carrier(c int, a news.Attribution) bool {
	if anonymous(a) || a.Role != "" {
		return true
	}
	words := wordsOf(a.Name)
	if len(words) == 0 || len(words) == 1 && o.common[words[0]] {
		return false
	}
	return !o.t.place(a) && !o.t.ownOutlet(o.t.views[c].art, a.Name)
}

// hearsay returns the people of no office whom, in a story that has
// authorities, only articles cite that cite none: whoever a blog has it from.
func (t *table) hearsay() map[news.SourceID]bool {
	sound := map[news.ArticleID]bool{}
	for _, s := range t.story.Sources {
		if t.authority(s.ID) {
			for _, a := range s.Articles {
				sound[a] = true
			}
		}
	}
	out := map[news.SourceID]bool{}
	for _, s := range t.story.Sources {
		if s.Kind == news.PersonKind || s.Kind == news.Social {
			out[s.ID] = len(sound) > 0 && !slices.ContainsFunc(s.Articles, func(a news.ArticleID) bool { return sound[a] })
		}
	}
	return out
}

// lowerWords returns, with a capital, the words that stand in lower case
// anywhere in the story's claims.
func (t *table) lowerWords() map[string]bool {
	out := map[string]bool{}
	for i := range t.views {
		for _, w := range wordsOf(t.views[i].Text) {
			if r, n := utf8.DecodeRuneInString(w); unicode.IsLower(r) {
				out[string(unicode.ToUpper(r))+w[n:]] = true
			}
		}
	}
	return out
}

// place reports whether a source that is neither an institution nor a carrier
// has the name of a place.
func (t *table) place(a news.Attribution) bool {
	if a.Kind == news.Institution || a.Kind == news.Agency || a.Kind == news.Document {
		return false
	}
	i := t.entities.names.find(a.Name)
	return i >= 0 && t.entities.names.list[i].kind == news.Place
}

// ownOutlet reports whether a name is that of an article's outlet.
func (t *table) ownOutlet(art int, name string) bool {
	o := t.story.Readings[art].Article.Outlet
	if o == nil {
		return false
	}
	host, _, _ := strings.Cut(o.Domain, ".")
	own, _, _ := strings.Cut(o.Name, ".")
	n := squeezed(name)
	return n == squeezed(host) || n == squeezed(own) || n == squeezed(o.Name) || ofHost(name, t.story.Readings[art].Article.URL, host)
}

// leastHost is how many letters the first part of an address has that names a site.
const leastHost = 4

// ofHost reports whether a name is that of the site at an address of its group's
// domain: "TribunLamara.com" of lamara.tribunnews.com.
func ofHost(name, address, group string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	sub, _, _ := strings.Cut(u.Hostname(), ".")
	site, _, _ := strings.Cut(name, ".")
	site = squeezed(site)
	before, ok := strings.CutSuffix(site, sub)
	return ok && len(sub) >= leastHost && len(before) >= leastHost && strings.HasPrefix(group, before)
}

// squeezed is a name's letters and digits in lower case.
func squeezed(name string) string { return strings.Join(wordsOf(text.Fold(name)), "") }

// anonymous reports whether a source is described, not named: such a one
// counts as an origin only where nobody named carries its words.
func anonymous(a news.Attribution) bool {
	r, _ := utf8.DecodeRuneInString(a.Name)
	return unicode.IsLower(r)
}

// outlet names the outlet that an article is from; an article of an unknown
// outlet is one by itself.
func (t *table) outlet(art int) string {
	a := &t.story.Readings[art].Article
	if a.Outlet == nil {
		return "article " + string(a.ID)
	}
	return "outlet " + a.Outlet.Name
}
