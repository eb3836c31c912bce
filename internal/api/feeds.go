package api

import (
	"bytes"
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/serve"
)

// feedDocument is a feed as it is read.
type feedDocument struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

// FeedRef names a feed.
type FeedRef struct {
	Token  string `path:"token" maxLength:"100" doc:"as it was told when the alert was made"`
	Format string `path:"format" enum:"rss,atom,json"`

	request *http.Request
}

// Resolve implements huma.Resolver: the request tells at which address the site
// is.
func (f *FeedRef) Resolve(ctx huma.Context) []error {
	f.request, _ = humago.Unwrap(ctx)
	return nil
}

// feeds serves what alerts told to programs that read feeds: they cannot sign
// in, so the address itself is the secret.
func (a *API) feeds() {
	handle(a, operation{does: "GET /feeds/{token}/{format}", id: "feed", says: "Read what an alert told, as a feed", tag: "Alerts", least: account.Nobody,
		more: "Whoever has the address may read the feed: keep it as you would a password, and have it made anew if others got it."},
		func(ctx context.Context, in *FeedRef) (*feedDocument, error) {
			format, home := syndicate.Format(in.Format), a.Home(in.request)
			var b bytes.Buffer
			err := a.WriteFeed(ctx, &b, in.Token, format, serve.FeedAddress(home, in.Token, format), home)
			return &feedDocument{format.MediaType(), b.Bytes()}, err
		})
	answers := map[string]*huma.MediaType{}
	for _, f := range syndicate.Formats() {
		answers[f.MediaType()] = &huma.MediaType{Schema: &huma.Schema{Type: "string"}}
	}
	a.OpenAPI().Paths[Base+"/feeds/{token}/{format}"].Get.Responses["200"].Content = answers
}
