package send

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
)

const (
	headerID        = "webhook-id"
	headerTime      = "webhook-timestamp"
	headerSignature = "webhook-signature"
)

// Window is how far a message's time may be from a receiver's: an older one may
// be somebody's who saw it and sends it again.
const Window = 5 * time.Minute

// Sign returns the header webhook-signature of a message. The secret is
// "whsec_" and base64; news.ErrInvalid if it is not.
func Sign(secret, id string, at time.Time, body []byte) (string, error) {
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil || len(key) < 16 {
		return "", fmt.Errorf("webhook: no secret to sign with: %w", news.ErrInvalid)
	}
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%d.%s", id, at.Unix(), body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// ErrSignature tells that a message is not from who has the secret, or too old.
var ErrSignature = errors.New("webhook: signature or time is wrong")

// Verify is what a receiver does: it returns the message's id, by which to drop
// what came before, or ErrSignature.
func Verify(secret string, h http.Header, body []byte, now time.Time) (id string, err error) {
	id = h.Get(headerID)
	seconds, err := strconv.ParseInt(h.Get(headerTime), 10, 64)
	at := time.Unix(seconds, 0)
	if err != nil || id == "" || now.Sub(at).Abs() > Window {
		return "", ErrSignature
	}
	want, err := Sign(secret, id, at, body)
	if err != nil {
		return "", err
	}
	for got := range strings.FieldsSeq(h.Get(headerSignature)) {
		if hmac.Equal([]byte(got), []byte(want)) {
			return id, nil
		}
	}
	return "", ErrSignature
}
