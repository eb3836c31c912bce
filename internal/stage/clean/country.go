package clean

import (
	_ "embed"
	"strings"
	"time"
)

// countries.tsv gives the time zone of a country by the end of its domains,
// of a language that is written in one country by its tag, and of outlets whose
// domain does not tell by their domain.
//
//go:embed countries.tsv
var countriesTable string

// zoneOfPage returns the zone of the country that a page is from, by its host
// or by what it calls its language ("de-AT", "pt_BR", "ja"); nil if neither
// tells.
func zoneOfPage(host string, tongues []string) *time.Location {
	if z := zoneOf(registered(host)); z != nil {
		return z
	}
	if _, domain, ok := cutLast(host, "."); ok {
		if z := zoneOf("." + domain); z != nil {
			return z
		}
	}
	for _, t := range tongues {
		t = strings.ToLower(strings.ReplaceAll(t, "_", "-"))
		tag, region, _ := cutLast(t, "-")
		if tag == "en" || t == "en" {
			continue // pages of everywhere say en-US
		}
		if tag == "" {
			tag = region
		}
		for _, key := range []string{"." + region, tag} {
			if z := zoneOf(key); z != nil && (key == tag || region != tag) {
				return z
			}
		}
	}
	return nil
}

// cutLast parts s at the last sep; before is empty if there is none.
func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+len(sep):], true
}

// zoneOf looks up a key of the table.
func zoneOf(key string) *time.Location {
	if key == "" {
		return nil
	}
	_, rest, ok := strings.Cut(countriesTable, "\n"+key+"\t")
	if !ok {
		return nil
	}
	name, _, _ := strings.Cut(rest, "\n")
	z, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	return z
}
