package api

import (
	"context"
	"net/http"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/serve"
)

// Document is what is added: an address, or the text of one article.
type Document struct {
	URL       string `json:"url,omitempty" maxLength:"2000" doc:"alone: what is there is fetched, a page, a feed or a file; else where the text was"`
	Text      string `json:"text,omitempty" maxLength:"524288"`
	HTML      string `json:"html,omitempty" maxLength:"1000000"`
	Title     string `json:"title,omitempty" maxLength:"1000"`
	Outlet    string `json:"outlet,omitempty" maxLength:"200"`
	Byline    string `json:"byline,omitempty" maxLength:"500"`
	Published string `json:"published,omitempty" maxLength:"200" doc:"as people write it"`
}

func (a *API) adding() {
	handle(a, operation{does: "POST /documents", id: "add", says: "Add an address or a text", tag: "Add", least: account.Editor, status: http.StatusAccepted, body: 2 << 20,
		more: "An address is fetched through the guard: robots.txt is honoured, and addresses that are not public are refused."},
		func(ctx context.Context, in *struct{ Body Document }) (*body[serve.Added], error) {
			d := in.Body
			var out serve.Added
			var err error
			if d.Text == "" && d.HTML == "" && d.URL != "" {
				out, err = a.AddURL(ctx, d.URL)
			} else {
				out, err = a.AddText(ctx, serve.Text{Text: d.Text, HTML: d.HTML, Title: d.Title, Outlet: d.Outlet, Published: d.Published, Byline: d.Byline, URL: d.URL})
			}
			return answer(out), err
		})
	handle(a, operation{does: "POST /files", id: "add-file", says: "Add what a file holds", tag: "Add", least: account.Editor, status: http.StatusAccepted, body: serve.MaxUpload,
		more: "The body is the file: text, HTML, JSON Lines, CSV, WARC, RSS or Atom, each also compressed with gzip."},
		func(ctx context.Context, in *struct {
			Name    string `query:"name" maxLength:"300" doc:"what to call it"`
			RawBody []byte `contentType:"application/octet-stream"`
		}) (*body[serve.Added], error) {
			out, err := a.AddFile(ctx, in.Name, in.RawBody)
			return answer(out), err
		})
}
