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
	b.token = tokens[account.Reader]
	b.wants("removed", b.ask("DELETE", path, nil), http.StatusNoContent)
	for name, hidden := range map[string]string{"webhook": made.Secrets.Webhook, "feed": made.Secrets.Feed} {
		if strings.Contains(b.log.String(), hidden) {
			t.Errorf("the log has the secret of the %s", name)
		}
	}
}
