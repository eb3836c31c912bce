package poll

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/fetch"
)

// Article is what asking for an article's page has given.
type Article struct {
	// Document is the page; its Body is nil if Unchanged or Removed.
	Document news.RawDocument
	// Validators are to be given the next time.
	Validators news.Validators
	Unchanged  bool
	// Removed tells that the page was missing twice in a row (404, 410, or led
	// to the front page).
	Removed bool
}

// removedAfter is how often in a row a page must be missing to count as
// removed.
const removedAfter = 2

// kept are the fields of an answer that are worth keeping.
var kept = []string{"Content-Language", "Content-Type", "Date", "ETag", "Expires", "Last-Modified", "Link", "X-Robots-Tag"}

// FetchArticle fetches the page that an item leads to, the first time with zero
// validators, later with those of the last answer. now becomes
// RawDocument.Fetched.
//
// An error wraps news.ErrUnavailable, or news.ErrInvalid if what is there is no
// page; Validators are to be kept also beside it, for they count how often the
// page was missing.
func (p *Poller) FetchArticle(ctx context.Context, it Item, prior news.Validators, now time.Time) (Article, error) {
	r := fetch.Request{URL: it.URL, ETag: prior.ETag, LastModified: prior.LastModified, Hurried: true}
	resp, err := p.web.Do(ctx, r)
	if err == nil && toFront(it.URL, resp.URL) {
		err = &missingError{"leads to the front page"}
	}
	if ctx.Err() != nil {
		return Article{Validators: prior}, fmt.Errorf("fetch %s: %w", it.URL, ctx.Err())
	}
	if err != nil {
		return absent(it, prior, err, now)
	}
	prior.Missing = 0
	if resp.Status == http.StatusNotModified {
		return Article{Validators: prior, Unchanged: true}, nil
	}
	d, err := document(it, resp, now)
	v := news.Validators{ETag: resp.Header.Get("ETag"), LastModified: resp.Header.Get("Last-Modified")}
	return Article{Document: d, Validators: v}, err
}

// missingError is that of a page whose server answers for it with another.
type missingError struct{ say string }

func (e *missingError) Error() string { return e.say }

// absent counts a page that is not there.
func absent(it Item, v news.Validators, err error, now time.Time) (Article, error) {
	cause := failureOf(err, now)
	var other *missingError
	if errors.As(err, &other) || cause.Status == http.StatusNotFound || cause.Status == http.StatusGone {
		if v.Missing++; v.Missing >= removedAfter {
			return Article{Validators: v, Removed: true}, nil
		}
	}
	return Article{Validators: v}, &pollError{"fetch " + it.URL, cause, err}
}

// toFront reports whether asking for a page led to the front page of its host.
func toFront(asked, got string) bool {
	a, err := url.Parse(asked)
	b, err2 := url.Parse(got)
	return err == nil && err2 == nil && strings.Trim(a.Path, "/") != "" && strings.Trim(b.Path, "/") == "" && b.RawQuery == ""
}

// document makes a response the page of an item.
func document(it Item, resp fetch.Response, now time.Time) (news.RawDocument, error) {
	d := news.RawDocument{
		Input: it.URL, Ref: it.GUID, URL: resp.URL, Charset: resp.Charset, Body: resp.Body,
		Title: it.Title, Published: it.Published, Byline: it.Byline, Fetched: now, Status: resp.Status, Header: map[string]string{},
	}
	mediaType := resp.MediaType
	if mediaType == "" {
		mediaType, _, _ = strings.Cut(http.DetectContentType(resp.Body), ";")
	}
	switch mediaType {
	case "text/html", "application/xhtml+xml":
		d.MediaType = "text/html"
	case "text/plain", "text/markdown":
		d.MediaType = mediaType
	default:
		cause := news.Failure{Kind: news.FailBroken, Detail: mediaType}
		return news.RawDocument{}, &pollError{"fetch " + it.URL, cause, fmt.Errorf("no page but %s", mediaType)}
	}
	for _, name := range kept {
		if v := resp.Header.Get(name); v != "" {
			d.Header[strings.ToLower(name)] = v
		}
	}
	return d, nil
}
