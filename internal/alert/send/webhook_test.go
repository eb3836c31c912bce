package send_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/news"
)

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

var at = time.Date(2025, 7, 1, 8, 0, 0, 0, time.UTC)

func message(to string) alert.Message {
	return alert.Message{ID: "f-5d21c04b", To: to, Secret: secret, At: at, Subject: "gempa", Text: "gempa\n", JSON: []byte(`{"type":"alert.fired"}`)}
}

func webhook(t *testing.T, opt send.WebhookOptions) *send.Webhook {
	w := send.NewWebhook(opt)
	t.Cleanup(w.Close)
	return w
}

// TestSignaturesAreThoseOfStandardWebhooks holds the signature against the
// example of the Standard Webhooks libraries.
func TestSignaturesAreThoseOfStandardWebhooks(t *testing.T) {
	t.Parallel()
	got, err := send.Sign(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", time.Unix(1614265330, 0), []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want || err != nil {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	for _, bad := range []string{"", "whsec_", "whsec_AAAA", "no base64"} {
		if _, err := send.Sign(bad, "a", at, nil); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("secret %q: %v", bad, err)
		}
	}
}

func TestAReceiverVerifiesWhatItGets(t *testing.T) {
	t.Parallel()
	var got []error
	r := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		id, err := send.Verify(secret, r.Header, body, at.Add(4*time.Minute))
		if id != "f-5d21c04b" || r.Method != http.MethodPost || r.Header.Get("Content-Type") != "application/json" || r.UserAgent() != "Selisik/1" {
			err = errors.Join(err, errors.New("id "+id+" "+r.UserAgent()))
		}
		got = append(got, err)
		_, forged := send.Verify(secret, r.Header, append(body, ' '), at)
		_, late := send.Verify(secret, r.Header, body, at.Add(6*time.Minute))
		_, early := send.Verify(secret, r.Header, body, at.Add(-6*time.Minute))
		_, other := send.Verify("whsec_"+strings.Repeat("A", 32), r.Header, body, at)
		r.Header.Set("webhook-id", "f-other")
		_, renamed := send.Verify(secret, r.Header, body, at)
		for _, e := range []error{forged, late, early, other, renamed} {
			if !errors.Is(e, send.ErrSignature) {
				got = append(got, errors.New("a forgery passes"))
			}
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	defer r.Close()
	if err := webhook(t, send.WebhookOptions{Loopback: true, Version: "1"}).Send(t.Context(), message(r.URL+"/hook")); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 || got[0] != nil {
		t.Errorf("receiver: %v", got)
	}
}

func TestAnswersThatAreNone(t *testing.T) {
	t.Parallel()
	reached := false
	r := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/gone":
			w.WriteHeader(http.StatusGone)
		case "/busy":
			w.Header().Set("Retry-After", "120")
			w.WriteHeader(http.StatusTooManyRequests)
		case "/away":
			http.Redirect(w, r, "/private", http.StatusTemporaryRedirect)
		case "/private":
			reached = true
		case "/broken":
			w.WriteHeader(http.StatusInternalServerError)
		case "/endless":
			for range 100 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		}
	}))
	defer r.Close()
	w := webhook(t, send.WebhookOptions{Loopback: true})
	for path, want := range map[string]struct {
		says    string
		invalid bool
		later   time.Duration
	}{
		"/gone": {says: "answered 410", invalid: true}, "/busy": {says: "answered 429", later: 2 * time.Minute},
		"/away": {says: "a redirect, which is not followed"}, "/broken": {says: "answered 500"},
	} {
		err := w.Send(t.Context(), message(r.URL+path))
		var later alert.LaterError
		errors.As(err, &later)
		if err == nil || !strings.Contains(err.Error(), want.says) || errors.Is(err, news.ErrInvalid) != want.invalid || later.In != want.later {
			t.Errorf("%s: %v", path, err)
		}
		if err != nil && strings.Contains(err.Error(), path) {
			t.Errorf("the path shows: %v", err)
		}
	}
	if reached {
		t.Error("a redirect was followed")
	}
	if err := w.Send(t.Context(), message(r.URL+"/endless")); err != nil {
		t.Errorf("an endless answer: %v", err)
	}
}

func TestOnlyPublicAddressesAreReached(t *testing.T) {
	t.Parallel()
	reached := false
	r := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached = true }))
	defer r.Close()
	w := webhook(t, send.WebhookOptions{})
	for _, to := range []string{
		r.URL, "https://127.0.0.1/a", "https://[::1]/a", "https://10.0.0.7/a", "https://192.168.1.1/a", "https://169.254.169.254/latest/meta-data",
		"https://[::ffff:127.0.0.1]/a", "https://[fd00::1]/a", "https://0.0.0.0/a", "https://100.64.0.1/a", "https://[64:ff9b::7f00:1]/a",
	} {
		if err := w.Send(t.Context(), message(to)); !errors.Is(err, news.ErrInvalid) || !strings.Contains(err.Error(), "refused") {
			t.Errorf("%s: %v", to, err)
		}
	}
	loop := webhook(t, send.WebhookOptions{Loopback: true})
	if err := loop.Send(t.Context(), message("https://10.0.0.7/a")); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("with loopback a private address: %v", err)
	}
	if reached {
		t.Error("this machine was reached")
	}
}

func TestAReceiverThatHangsIsLeft(t *testing.T) {
	t.Parallel()
	hang := make(chan struct{})
	r := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-hang:
		}
	}))
	defer r.Close()
	defer close(hang)
	if err := webhook(t, send.WebhookOptions{Loopback: true, Timeout: 50 * time.Millisecond}).Send(t.Context(), message(r.URL)); err == nil || errors.Is(err, news.ErrInvalid) {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := webhook(t, send.WebhookOptions{Loopback: true}).Send(ctx, message(r.URL)); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is to end: %v", err)
	}
}
