package api_test

import (
	"bytes"
	"net/http"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/api"
	"github.com/selisik/selisik/internal/export"
	"github.com/selisik/selisik/internal/serve"
)

func TestADossierIsExportedInEveryFormat(t *testing.T) {
	b := full(t)
	id := get[api.Page[api.Story]](b, "/stories?sort=size&limit=1").Items[0].ID
	for _, f := range export.Formats() {
		a := b.ask("GET", "/stories/"+id+"/export/"+f.Name, nil)
		b.wants(f.Name, a, http.StatusOK)
		if len(a.body) == 0 || a.header.Get("Content-Type") != f.MediaType || a.header.Get("Content-Disposition") != `attachment; filename="`+id+f.Extension+`"` {
			t.Errorf("%s: %d bytes, %v", f.Name, len(a.body), a.header)
		}
	}
	b.wants("no format", b.ask("GET", "/stories/"+id+"/export/exe", nil), http.StatusNotFound)
	b.wants("no story", b.ask("GET", "/stories/s-none/export/md", nil), http.StatusNotFound)
}

func TestAlertsAreTheirOwnersAndTellTheirSecretsOnce(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	b.token = tokens[account.Reader]
	made := decoded[api.SavedAlert](b, b.ask("POST", "/alerts", api.Alert{
		Name: "banjir", When: "story", Where: alert.Where{Words: "banjir", MinOrigins: 3}, Webhook: "https://kait.example/x",
	}), http.StatusCreated)
	if made.Owner != "reader1" || made.Secrets.Feed == "" || made.Secrets.Webhook == "" || made.Language != "id" {
		t.Errorf("%+v", made)
	}
	again := b.ask("GET", "/alerts", nil)
	if !bytes.Contains(again.body, []byte(made.ID)) || bytes.Contains(again.body, []byte(made.Secrets.Webhook)) || bytes.Contains(again.body, []byte(made.Secrets.Feed)) {
		t.Errorf("%s", again.body)
	}
	path := "/alerts/" + made.ID
	changed := decoded[api.SavedAlert](b, b.ask("PUT", path, api.Alert{Name: "rob", When: "difference", Version: made.Version}), http.StatusOK)
	if changed.Name != "rob" || changed.Version <= made.Version {
		t.Errorf("%+v", changed)
	}
	b.wants("over what is no more", b.ask("PUT", path, api.Alert{Name: "x", When: "difference", Version: made.Version}), http.StatusConflict)
	if n := len(get[api.Page[alert.Firing]](b, path+"/firings").Items); n != 0 {
		t.Errorf("%d firings", n)
	}
	b.wants("a webhook within", b.ask("POST", "/alerts", api.Alert{Name: "x", When: "story", Webhook: "http://169.254.169.254/latest"}), http.StatusUnprocessableEntity)
	b.token = tokens[account.Admin]
	for _, method := range []string{"PUT", "DELETE"} {
		b.wants("another's: "+method, b.ask(method, path, api.Alert{Name: "x", When: "story"}), http.StatusNotFound)
	}
	b.wants("another's firings", b.ask("GET", path+"/firings", nil), http.StatusNotFound)
	b.wants("another's sample", b.ask("POST", path+"/test", nil), http.StatusNotFound)
	b.wants("another's secrets", b.ask("POST", path+"/secrets", nil), http.StatusNotFound)
	b.token = tokens[account.Reader]
	b.wants("removed", b.ask("DELETE", path, nil), http.StatusNoContent)
	for name, hidden := range map[string]string{"webhook": made.Secrets.Webhook, "feed": made.Secrets.Feed} {
		if strings.Contains(b.log.String(), hidden) {
			t.Errorf("the log has the secret of the %s", name)
		}
	}
}

func TestAFeedIsReadByItsAddressAlone(t *testing.T) {
	b := newBench(t)
	tokens := b.people()
	b.token = tokens[account.Reader]
	made := decoded[api.SavedAlert](b, b.ask("POST", "/alerts", api.Alert{Name: "banjir <b>", When: "difference", Where: alert.Where{Words: "banjir"}}), http.StatusCreated)
	feed := func(token, format string, header ...string) answer {
		b.token = ""
		return b.ask("GET", "/feeds/"+token+"/"+format, nil, header...)
	}
	types := map[string]string{"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
	for format, kind := range types {
		got := feed(made.Secrets.Feed, format)
		if b.wants(format, got, http.StatusOK); !strings.HasPrefix(got.header.Get("Content-Type"), kind) {
			t.Errorf("%s is %s", format, got.header.Get("Content-Type"))
		}
		if !bytes.Contains(got.body, []byte("/api/v1/feeds/"+made.Secrets.Feed+"/"+format)) || bytes.Contains(got.body, []byte("<b>")) {
			t.Errorf("%s", got.body)
		}
		b.wants(format+" again", feed(made.Secrets.Feed, format, "If-None-Match: "+got.header.Get("ETag")), http.StatusNotModified)
	}
	last := map[bool]string{true: "B", false: "A"}[strings.HasSuffix(made.Secrets.Feed, "A")]
	for name, token := range map[string]string{"one letter": made.Secrets.Feed[:len(made.Secrets.Feed)-1] + last, "no token": "slf_x", "an id": made.ID} {
		b.wants(name, feed(token, "atom"), http.StatusNotFound)
	}
	b.token = tokens[account.Reader]
	renewed := decoded[alert.Secrets](b, b.ask("POST", "/alerts/"+made.ID+"/secrets", nil), http.StatusOK)
	b.wants("the address before", feed(made.Secrets.Feed, "atom"), http.StatusNotFound)
	b.wants("the new address", feed(renewed.Feed, "atom"), http.StatusOK)
	for _, secret := range []string{made.Secrets.Feed, renewed.Feed} {
		if strings.Contains(b.log.String(), secret) {
			t.Error("the log has the token of a feed")
		}
	}
}

func TestASampleIsSentAndToldOfAndNotTooOften(t *testing.T) {
	b := newBench(t)
	made := decoded[api.SavedAlert](b, b.ask("POST", "/alerts", api.Alert{Name: "x", When: "difference", Webhook: "https://kait.example/x"}), http.StatusCreated)
	tried := decoded[api.Page[serve.Tried]](b, b.ask("POST", "/alerts/"+made.ID+"/test", nil), http.StatusOK)
	if len(tried.Items) != 1 || tried.Items[0].Way != alert.ByWebhook || !strings.Contains(tried.Items[0].Error, "not set up here") {
		t.Errorf("%+v", tried)
	}
	for range 4 {
		b.wants("again", b.ask("POST", "/alerts/"+made.ID+"/test", nil), http.StatusOK)
	}
	b.wants("a sixth time", b.ask("POST", "/alerts/"+made.ID+"/test", nil), http.StatusTooManyRequests)
	if log := b.ask("GET", "/log", nil); bytes.Count(log.body, []byte("sent a sample of alert "+made.ID)) != 5 {
		t.Errorf("%s", log.body)
	}
}
