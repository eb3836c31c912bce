package alert

import (
	"context"
	"io"

	"github.com/selisik/selisik/internal/alert/syndicate"
)

// newest is how many firings a feed has.
const newest = 100

// WriteFeed writes what a query told, the newest first, as a feed. self is the
// feed's own address, home that of the site. The same firings give the same
// bytes.
func (b *Bell) WriteFeed(ctx context.Context, w io.Writer, format syndicate.Format, q Query, self, home string) error {
	fired, err := b.opt.Book.Fired(ctx, q.ID, newest)
	if err != nil {
		return err
	}
	feed := syndicate.Feed{ID: "urn:selisik:" + q.ID, Title: q.Name, Author: "Selisik", Self: self, Home: home, Language: q.Language, Updated: q.Created}
	for i := range fired {
		n := b.Notice(&q, &fired[i])
		feed.Items = append(feed.Items, syndicate.Item{ID: "urn:selisik:" + n.ID, Title: n.Title, Text: n.Text, Link: n.Link, At: n.At})
	}
	if len(fired) > 0 {
		feed.Updated = fired[0].At
	}
	return syndicate.Write(w, format, feed)
}
