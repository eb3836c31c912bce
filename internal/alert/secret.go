package alert

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

const (
	secretBytes = 32
	secretMark  = "whsec_" // of Standard Webhooks
)

// feedForm is a feed's token: mark, id of the query, secret.
var feedForm = regexp.MustCompile(`^slf_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$`)

// fresh gives a query new secrets.
func (b *Book) fresh(q *Query, webhook bool) (told Secrets, err error) {
	raw, err := b.random()
	if err != nil {
		return Secrets{}, err
	}
	secret := base64.RawURLEncoding.EncodeToString(raw)
	told.Feed, q.feed = "slf_"+strings.TrimPrefix(q.ID, "q-")+"_"+secret, hashOf(secret)
	if webhook {
		told.Webhook, err = b.signing(q)
	}
	return told, err
}

// signing gives a query a new secret to sign with, none if it has no webhook.
func (b *Book) signing(q *Query) (string, error) {
	q.secret = ""
	if q.Webhook == "" {
		return "", nil
	}
	raw, err := b.random()
	if err != nil {
		return "", err
	}
	q.secret = secretMark + base64.StdEncoding.EncodeToString(raw)
	return q.secret, nil
}

func (b *Book) random() ([]byte, error) {
	raw := make([]byte, secretBytes)
	_, err := io.ReadFull(b.opt.Random, raw)
	return raw, err
}

func hashOf(secret string) string {
	h := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(h[:])
}

// ByFeed returns the query whose feed a token opens, or news.ErrNotFound, which
// does not tell whether the query is there.
func (b *Book) ByFeed(ctx context.Context, token string) (Query, error) {
	none := fmt.Errorf("feed: %w", news.ErrNotFound)
	m := feedForm.FindStringSubmatch(token)
	if m == nil {
		return Query{}, none
	}
	q, err := b.Query(ctx, "q-"+m[1])
	if err != nil {
		return Query{}, hide(err, none)
	}
	if subtle.ConstantTimeCompare([]byte(hashOf(m[2])), []byte(q.feed)) != 1 {
		return Query{}, none
	}
	return q, nil
}
