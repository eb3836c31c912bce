package account_test

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/netip"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

const right = "kopi tubruk pagi"

type bench struct {
	*account.Book
	t     *testing.T
	store store.Store
	now   time.Time
}

func newBench(t *testing.T) *bench {
	t.Helper()
	t.Parallel()
	b := &bench{t: t, now: time.Date(2031, 5, 4, 3, 2, 1, 0, time.UTC)}
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "s.db"), sqlite.Options{Now: b.clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Admin().Close() })
	b.store = s
	b.Book = account.NewBook(account.Options{
		Records: s.Records(), Edits: s.Edits(), Now: b.clock, Random: rand.Reader, Cost: account.Cost{Memory: 64, Passes: 1},
	})
	b.add("ratri", account.Admin)
	return b
}

func (b *bench) clock() time.Time { return b.now }

func (b *bench) add(name string, role account.Role) {
	b.t.Helper()
	if _, err := b.Add(b.t.Context(), "test", name, role, right); err != nil {
		b.t.Fatal(err)
	}
}

// notes are the entries of the audit.
func (b *bench) notes() []string {
	b.t.Helper()
	edits, err := b.store.Edits().All(b.t.Context(), 0, 0)
	if err != nil {
		b.t.Fatal(err)
	}
	var out []string
	for _, e := range edits {
		out = append(out, e.Who+": "+e.Note)
	}
	return out
}

func at(s string) netip.Addr { return netip.MustParseAddr(s) }

func TestSignInWantsNameAndPassword(t *testing.T) {
	b := newBench(t)
	if a, err := b.SignIn(t.Context(), " RATRI ", right, at("192.0.2.1")); err != nil || a.Name != "ratri" || a.Role != account.Admin {
		t.Errorf("%+v, %v", a, err)
	}
	for _, c := range [][2]string{{"ratri", "kopi tubruk sore"}, {"joko", right}, {"", ""}, {"ratri", ""}, {"ratri", strings.Repeat("x", 1<<16)}, {"ratri\x00", right}} {
		if _, err := b.SignIn(t.Context(), c[0], c[1], at("192.0.2.1")); !errors.Is(err, account.ErrSignIn) {
			t.Errorf("%.20q, %.20q: %v", c[0], c[1], err)
		}
		b.now = b.now.Add(time.Hour)
	}
}

func TestBruteForceIsSlowed(t *testing.T) {
	b := newBench(t)
	var wait account.WaitError
	tried := 0
	for range 24 * 60 * 60 { // a day, a guess a second
		if _, err := b.SignIn(t.Context(), "ratri", fmt.Sprint("tebakan ", tried), at("192.0.2.1")); errors.Is(err, account.ErrSignIn) {
			tried++
		} else if !errors.As(err, &wait) {
			t.Fatal(err)
		}
		b.now = b.now.Add(time.Second)
	}
	if tried > 120 {
		t.Errorf("%d guesses in a day", tried)
	}
	if _, err := b.SignIn(t.Context(), "ratri", right, at("192.0.2.1")); !errors.As(err, &wait) || wait.For <= 0 || wait.For > 15*time.Minute {
		t.Errorf("the right password while it waits: %v", err)
	}
	if _, err := b.SignIn(t.Context(), "ratri", right, at("198.51.100.7")); err != nil {
		t.Errorf("its owner from elsewhere: %v", err)
	}
	b.now = b.now.Add(2 * time.Hour)
	if _, err := b.SignIn(t.Context(), "ratri", right, at("192.0.2.1")); err != nil {
		t.Errorf("after it is calm: %v", err)
	}
}

func TestManyNamesOrNetworksAreNoWayAround(t *testing.T) {
	b := newBench(t)
	count := func(name, from func(i int) string) (tried int) {
		for i := range 300 {
			if _, err := b.SignIn(t.Context(), name(i), "salah semua", at(from(i))); errors.Is(err, account.ErrSignIn) {
				tried++
			}
		}
		return tried
	}
	fixed := func(s string) func(int) string { return func(int) string { return s } }
	if n := count(func(i int) string { return fmt.Sprint("nama", i) }, fixed("192.0.2.1")); n > 25 {
		t.Errorf("%d names at once from one address", n)
	}
	if n := count(fixed("ratri"), func(i int) string { return fmt.Sprintf("2001:db8:0:%x::1", i) }); n > 60 {
		t.Errorf("%d networks at once for one name", n)
	}
	if n := count(fixed("ratri"), func(i int) string { return fmt.Sprintf("2001:db8:ffff:1::%x", i) }); n > 5 {
		t.Errorf("%d addresses at once of one network", n)
	}
}

func TestPasswordsAndNamesAreHeldToLimits(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct{ name, password string }{
		{"joko", "pendek"}, {"joko", strings.Repeat("x", 300)}, {"jokosusilo", "jokosusilo1"},
		{"", right}, {"local", right}, {"jo ko", right}, {"joko\n", strings.Repeat("x", 5)}, {strings.Repeat("j", 65), right}, {"<b>", right},
	} {
		if _, err := b.Add(t.Context(), "test", c.name, account.Reader, c.password); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%q, %q: %v", c.name, c.password, err)
		}
	}
	if _, err := b.Add(t.Context(), "test", "Ratri", account.Reader, right); !errors.Is(err, news.ErrConflict) {
		t.Errorf("a name that is taken: %v", err)
	}
}

func TestTheFirstAndTheLastAccountAreAdmins(t *testing.T) {
	b := newBench(t)
	b.add("joko", account.Reader)
	for name, err := range map[string]error{
		"removed": b.Remove(t.Context(), "test", "ratri"), "made reader": b.SetRole(t.Context(), "test", "ratri", account.Reader),
	} {
		if !errors.Is(err, news.ErrConflict) {
			t.Errorf("last admin %s: %v", name, err)
		}
	}
	if err := errors.Join(b.Remove(t.Context(), "test", "joko"), b.Remove(t.Context(), "test", "ratri")); err != nil {
		t.Errorf("the very last: %v", err)
	}
	if _, err := b.Add(t.Context(), "test", "joko", account.Editor, right); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("the first, no admin: %v", err)
	}
}

func TestTokensActForTheirAccount(t *testing.T) {
	b := newBench(t)
	b.add("joko", account.Editor)
	tok, secret, err := b.NewToken(t.Context(), "joko", account.Token{Account: "joko", Label: "pantauan", Role: account.Editor}, 48*time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	a, got, err := b.ByToken(t.Context(), secret)
	if err != nil || a.Name != "joko" || got.ID != tok.ID || got.Role != account.Editor {
		t.Errorf("%+v, %+v, %v", a, got, err)
	}
	bad := map[string]string{"": "", "another secret": secret[:len(secret)-4] + "AAAA", "no secret": "sls_" + tok.ID + "_", "another id": strings.Replace(secret, tok.ID, "0123456789abcdef", 1), "more": secret + "A"}
	for name, sent := range bad {
		if _, _, err := b.ByToken(t.Context(), sent); !errors.Is(err, account.ErrSignIn) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := b.SetRole(t.Context(), "ratri", "joko", account.Reader); err != nil {
		t.Fatal(err)
	}
	if _, got, err := b.ByToken(t.Context(), secret); err != nil || got.Role != account.Reader {
		t.Errorf("after its account became a reader's: %v, %v", got.Role, err)
	}
	b.now = b.now.Add(48 * time.Hour)
	if _, _, err := b.ByToken(t.Context(), secret); !errors.Is(err, account.ErrSignIn) {
		t.Errorf("after its time: %v", err)
	}
	if _, _, err := b.NewToken(t.Context(), "joko", account.Token{Account: "joko", Role: account.Admin}, 0); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("above its account: %v", err)
	}
}

func TestTokensEndWithTheirAccountAndByRevoking(t *testing.T) {
	b := newBench(t)
	b.add("joko", account.Editor)
	make := func(owner string) (account.Token, string) {
		tok, secret, err := b.NewToken(t.Context(), owner, account.Token{Account: owner, Role: account.Reader}, 0)
		if err != nil {
			t.Fatal(err)
		}
		return tok, secret
	}
	tok, revoked := make("ratri")
	_, orphan := make("joko")
	if err := errors.Join(b.Revoke(t.Context(), "ratri", tok.ID), b.Remove(t.Context(), "ratri", "joko")); err != nil {
		t.Fatal(err)
	}
	for name, secret := range map[string]string{"revoked": revoked, "of no account": orphan} {
		if _, _, err := b.ByToken(t.Context(), secret); !errors.Is(err, account.ErrSignIn) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := b.Revoke(t.Context(), "ratri", tok.ID); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("revoked again: %v", err)
	}
}

func TestTheAuditTellsAllAndNoSecret(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	b.add("joko", account.Editor)
	tok, secret, err := b.NewToken(ctx, "joko", account.Token{Account: "joko", Label: "pantauan\x1b[31m", Role: account.Reader}, 0)
	err = errors.Join(err, b.SetPassword(ctx, "joko", "joko", "teh tawar panas"), b.SetRole(ctx, "ratri", "joko", account.Reader),
		b.Revoke(ctx, "ratri", tok.ID), b.Remove(ctx, "ratri", "joko"))
	if err != nil {
		t.Fatal(err)
	}
	got := b.notes()
	want := []string{
		"test: added account ratri as admin", "test: added account joko as editor", "joko: made token " + tok.ID + " (pantauan) of joko as reader",
		"joko: changed the password of joko", "ratri: made joko reader", "ratri: revoked token " + tok.ID + " (pantauan) of joko", "ratri: removed account joko",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, hidden := range []string{right, "teh tawar", secret[21:]} {
		if strings.Contains(strings.Join(got, "\n"), hidden) {
			t.Errorf("the audit holds %q", hidden)
		}
	}
}

func TestNothingThatIsKeptOpensADoor(t *testing.T) {
	b := newBench(t)
	_, secret, err := b.NewToken(t.Context(), "ratri", account.Token{Account: "ratri", Role: account.Reader}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, collection := range []string{"accounts", "tokens"} {
		list, err := b.store.Records().List(t.Context(), collection, "")
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		if v := string(list[0].Value); strings.Contains(v, right) || strings.Contains(v, secret[21:]) {
			t.Errorf("%s hold %s", collection, v)
		}
	}
}

func TestSessionsExpire(t *testing.T) {
	b := newBench(t)
	ctx, s := t.Context(), b.Sessions()
	if err := s.CommitCtx(ctx, "h", []byte("isi"), b.now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	find := func() string {
		v, found, err := s.FindCtx(ctx, "h")
		return fmt.Sprintf("%s %v %v", v, found, err)
	}
	if got := find(); got != "isi true <nil>" {
		t.Error(got)
	}
	b.now = b.now.Add(time.Hour)
	if got := find(); got != " false <nil>" {
		t.Error(got)
	}
	if err := errors.Join(b.Sweep(ctx), s.DeleteCtx(ctx, "h"), s.DeleteCtx(context.Background(), "never")); err != nil {
		t.Error(err)
	}
}

func TestAllProcessesCountTogether(t *testing.T) {
	b := newBench(t)
	other := account.NewBook(account.Options{
		Records: b.store.Records(), Edits: b.store.Edits(), Now: b.clock, Random: rand.Reader, Cost: account.Cost{Memory: 64, Passes: 1},
	})
	tried := 0
	for i := range 40 {
		book := []*account.Book{b.Book, other}[i%2]
		if _, err := book.SignIn(t.Context(), "ratri", "salah semua", at("192.0.2.1")); errors.Is(err, account.ErrSignIn) {
			tried++
		}
	}
	if tried != 5 {
		t.Errorf("%d guesses at once by two processes", tried)
	}
	b.now = b.now.Add(2 * time.Hour)
	if err := b.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if list, err := b.store.Records().List(t.Context(), "failures", ""); err != nil || len(list) != 0 {
		t.Errorf("%d counts are left, %v", len(list), err)
	}
}

func TestGuessesAtTheSameTimeAllCount(t *testing.T) {
	b := newBench(t)
	var all sync.WaitGroup
	var tried atomic.Int32
	for range 40 {
		all.Go(func() {
			if _, err := b.SignIn(t.Context(), "ratri", "salah semua", at("192.0.2.1")); errors.Is(err, account.ErrSignIn) {
				tried.Add(1)
			}
		})
	}
	all.Wait()
	if n := tried.Load(); n < 1 || n > 5 {
		t.Errorf("%d guesses at the same time", n)
	}
}

func visitor(subject string, role account.Role, wishes ...string) account.Visitor {
	return account.Visitor{Identity: account.Identity{Issuer: "https://login.example", Subject: subject}, Role: role, Wishes: wishes}
}

func TestVisitorsAreKnownBySubjectAlone(t *testing.T) {
	b := newBench(t)
	from := at("192.0.2.1")
	for _, c := range []struct {
		v    account.Visitor
		want string
	}{
		{visitor("1", account.Reader, "Ratri"), "ratri-2"},
		{visitor("2", account.Reader, "ratri"), "ratri-3"},
		{visitor("1", account.Reader, "joko"), "ratri-2"},
		{visitor("3", account.Reader, "", "Joko Susilo <j@desk.example>"), "joko.susilo.j@desk.example."},
		{visitor("4", account.Reader, "local"), "user"},
		{visitor("5", account.Reader, "山田"), "user-2"},
		{visitor("6", account.Reader, strings.Repeat("x", 99)), strings.Repeat("x", 60)},
	} {
		a, err := b.Admit(t.Context(), c.v, from)
		if err != nil || a.Name != c.want || a.Identity != c.v.Identity {
			t.Errorf("%+v is %q, %v", c.v, a.Name, err)
		}
	}
	if a, err := b.Account(t.Context(), "ratri"); err != nil || !a.Identity.IsZero() || !a.HasPassword() {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := b.SignIn(t.Context(), "ratri-2", "", from); !errors.Is(err, account.ErrSignIn) {
		t.Errorf("without a password: %v", err)
	}
	for name, v := range map[string]account.Visitor{
		"no subject": visitor("", account.Reader, "x"), "a long one": visitor(strings.Repeat("x", 256), account.Reader, "x"), "controls": visitor("a\x1b", account.Reader, "x"),
	} {
		if _, err := b.Admit(t.Context(), v, from); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := b.Admit(t.Context(), visitor("9", account.Nobody, "x"), from); !errors.Is(err, account.ErrStranger) {
		t.Errorf("a stranger: %v", err)
	}
}

func TestTheLastAdminStaysOneWhateverTheProviderSays(t *testing.T) {
	b := newBench(t)
	id := account.Identity{Issuer: "https://login.example", Subject: "1"}
	if err := b.Link(t.Context(), "test", "ratri", id); err != nil {
		t.Fatal(err)
	}
	v := visitor("1", account.Reader)
	v.Decides = true
	if a, err := b.Admit(t.Context(), v, at("192.0.2.1")); err != nil || a.Role != account.Admin {
		t.Errorf("%+v, %v", a, err)
	}
	b.add("joko", account.Admin)
	if a, err := b.Admit(t.Context(), v, at("192.0.2.1")); err != nil || a.Role != account.Reader {
		t.Errorf("%+v, %v", a, err)
	}
	if err := b.Link(t.Context(), "test", "joko", id); !errors.Is(err, news.ErrConflict) {
		t.Errorf("linked to two: %v", err)
	}
}

func TestFirstSignInsAtTheSameTimeMakeOneAccount(t *testing.T) {
	b := newBench(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if _, err := b.Admit(t.Context(), visitor("1", account.Reader, "joko"), at("192.0.2.1")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if list, err := b.Accounts(t.Context()); err != nil || len(list) != 2 {
		t.Errorf("%+v, %v", list, err)
	}
}
