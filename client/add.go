package client

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

// Document is an article to be added: an address alone, which the server then
// fetches, or a text.
type Document struct {
	URL       string `json:"url,omitempty"`
	Text      string `json:"text,omitempty"`
	HTML      string `json:"html,omitempty"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Byline    string `json:"byline,omitempty"`
	Published string `json:"published,omitempty"`
}

// Added tells what became of what was added.
type Added struct {
	Read     int      `json:"read"`
	New      int      `json:"new"`
	Waiting  bool     `json:"waiting"` // it is placed in stories soon, not yet
	Problems []string `json:"problems"`
}

// Add adds one document.
func (c *Client) Add(ctx context.Context, d Document) (Added, error) {
	var out Added
	err := c.post(ctx, "/documents", d, &out)
	return out, err
}

// AddFile adds what a file holds: text, HTML, JSON Lines, CSV, WARC or a feed,
// each also compressed with gzip.
func (c *Client) AddFile(ctx context.Context, name string, file io.Reader) (Added, error) {
	var out Added
	err := c.do(ctx, http.MethodPost, with("/files", url.Values{"name": {name}}), file, &out, "Content-Type", "application/octet-stream")
	return out, err
}
