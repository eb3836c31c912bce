package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/selisik/selisik/internal/account"
)

func TestRolesSeeAndDoWhatIsTheirs(t *testing.T) {
	t.Parallel()
	n := exhibit(t)
	first := between(get(t, n, "/?sort=size").body, `<li class="row" id="`, `"`)
	const password = "rahasia yang cukup panjang"
	if got := post(t, n, "/settings", url.Values{"do": {"account"}, "name": {"ani"}, "role": {"admin"}, "password": {password}}); got.StatusCode != http.StatusSeeOther {
		t.Fatalf("the first account: %d %s", got.StatusCode, got.body)
	}
	for name, role := range map[string]account.Role{"rini": account.Reader, "edi": account.Editor} {
		if _, err := n.Site.Accounts.Add(t.Context(), "ani", name, role, password); err != nil {
			t.Fatal(err)
		}
	}
	if got := get(t, n, "/stories/"+first); got.StatusCode != http.StatusSeeOther || !strings.HasPrefix(got.Header.Get("Location"), "/sign-in?next=") {
		t.Errorf("nobody: %d to %q", got.StatusCode, got.Header.Get("Location"))
	}
	if got := post(t, n, "/sign-in", url.Values{"name": {"rini"}, "password": {"salah"}}); got.StatusCode != http.StatusUnauthorized || strings.Contains(got.body, "salah\"") {
		t.Errorf("a wrong password: %d", got.StatusCode)
	}
	for name, may := range map[string]struct{ edits, accounts bool }{"rini": {false, false}, "edi": {true, false}, "ani": {true, true}} {
		in := post(t, n, "/sign-in", url.Values{"name": {name}, "password": {password}, "next": {"/help"}})
		if in.StatusCode != http.StatusSeeOther || in.Header.Get("Location") != "/help" || len(in.Cookies()) == 0 {
			t.Fatalf("%s signs in: %d %s", name, in.StatusCode, in.body)
		}
		jar := in.Cookies()[0].Name + "=" + in.Cookies()[0].Value
		if got := strings.Contains(get(t, n, "/stories/"+first, "Cookie", jar).body, `id="edit"`); got != may.edits {
			t.Errorf("%s sees the form to edit: %v", name, got)
		}
		if got := get(t, n, "/add", "Cookie", jar).StatusCode == http.StatusOK; got != may.edits {
			t.Errorf("%s sees the page to add: %v", name, got)
		}
		denied := post(t, n, "/stories/"+first+"/edit", url.Values{"do": {"pin"}}, "Cookie", jar).StatusCode == http.StatusForbidden
		if denied == may.edits {
			t.Errorf("%s is kept from editing: %v", name, denied)
		}
		made := post(t, n, "/settings", url.Values{"do": {"account"}, "name": {"x" + name}, "role": {"admin"}, "password": {password}}, "Cookie", jar).StatusCode == http.StatusSeeOther
		if made != may.accounts {
			t.Errorf("%s makes accounts: %v", name, made)
		}
		token := post(t, n, "/settings", url.Values{"do": {"token"}, "label": {"skrip"}, "role": {"admin"}}, "Cookie", jar).StatusCode == http.StatusSeeOther
		if token != may.accounts {
			t.Errorf("%s makes a token above its role: %v", name, token)
		}
	}
}
