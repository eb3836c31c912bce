package ingest

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/selisik/selisik/internal/news"
)

// lineOut is a document as a line of JSON, with the keys that Read knows best.
type lineOut struct {
	ID        string `json:"id,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Title     string `json:"title,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"`
	Fetched   string `json:"fetched,omitempty"` // for readers; Read does not heed it
	Text      string `json:"text,omitempty"`
	HTML      string `json:"html,omitempty"`
}

// WriteJSONL writes a document as a line of JSON that Read reads: in UTF-8, its
// body under "html" or "text". Unlike an archive it does not keep when a page
// was fetched, nor bytes that are no text in its character set.
func WriteJSONL(w io.Writer, d *news.RawDocument) error {
	body, err := decode(d.Body, d.Charset)
	if body == nil && err != nil { // a few damaged bytes are replaced
		return fmt.Errorf("write %s: %w: %w", d.Input, err, news.ErrInvalid)
	}
	out := lineOut{ID: d.Ref, Outlet: d.Outlet, URL: d.URL, Title: d.Title, Byline: d.Byline, Published: d.Published}
	if !d.Fetched.IsZero() {
		out.Fetched = d.Fetched.UTC().Format(time.RFC3339)
	}
	if d.MediaType == html.mediaType() {
		out.HTML = string(body)
	} else {
		out.Text = string(body)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}
