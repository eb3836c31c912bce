package clean

import (
	"net/url"
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
)

// directory knows outlets by domain and by name.
type directory struct {
	byDomain map[string]news.Outlet
	byName   map[string]news.Outlet // folded name
}

func newDirectory(packs []*lang.Pack) *directory {
	d := &directory{map[string]news.Outlet{}, map[string]news.Outlet{}}
	for _, p := range packs {
		for _, row := range p.Rows("outlets") {
			o := news.Outlet{Domain: row.Cols[0], Name: row.Cols[1], Group: row.Cols[3]}
			if _, ok := d.byDomain[o.Domain]; !ok {
				d.byDomain[o.Domain] = o
			}
			if _, ok := d.byName[fold(o.Name)]; !ok {
				d.byName[fold(o.Name)] = o
			}
		}
	}
	return d
}

// fold leaves the letters and digits of a name, in lower case.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		if wordRune(r) {
			return r
		}
		return -1
	}, strings.ToLower(name))
}

// find names the outlet of an article: named is what the record says (a domain
// or a name), address where the page was, site what the page calls itself. An
// outlet that no pack lists has its own name, or its domain's. It returns nil
// if nothing is known.
func (d *directory) find(named, address, site string) *news.Outlet {
	for _, s := range []string{named, host(address)} {
		if domain := registered(s); domain != "" {
			if o, ok := d.byDomain[domain]; ok {
				return &o
			}
			return &news.Outlet{Name: firstOf(site, domain), Domain: domain}
		}
		if o, ok := d.byName[fold(s)]; ok && s != "" {
			return &o
		}
	}
	name := firstOf(named, site)
	if name == "" {
		return nil
	}
	if o, ok := d.byName[fold(name)]; ok {
		return &o
	}
	return &news.Outlet{Name: name}
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Hostname()
}

// registered returns the registered domain of a host name, "" if s is none:
// "news.example.co.id" has "example.co.id".
func registered(s string) string {
	small := strings.TrimSuffix(strings.ToLower(s), ".")
	named := small != s // "Kabar.Desa" is a name unless it ends in a known suffix
	s = small
	if !strings.Contains(s, ".") || strings.ContainsAny(s, " /:") {
		return ""
	}
	if _, icann := publicsuffix.PublicSuffix(s); named && !icann {
		return ""
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(s)
	if err != nil {
		return ""
	}
	return domain
}

// absolute returns an address if it has a host, else "".
func absolute(address string) string {
	if host(address) == "" {
		return ""
	}
	return address
}
