package serve

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/alexedwards/scs/v2"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/query"
	"github.com/selisik/selisik/internal/serve/openid"
	"github.com/selisik/selisik/internal/store"
)

// Deps is what a Site is made of.
type Deps struct {
	Store   store.Store
	Desk    *desk.Desk
	Packs   *lang.Packs
	Now     func() time.Time
	Health  query.Health
	Release string
	// Read reads documents: addresses through the guard, or, for "-", what
	// stdin has. Nothing else may be asked of it.
	Read func(ctx context.Context, input string, stdin io.Reader, problem func(error)) iter.Seq[news.RawDocument]
	// Feed makes a feed of an address, in canonical form; news.ErrInvalid if it
	// is none.
	Feed func(address string, kind news.FeedKind, title string, now time.Time) (news.Feed, error)

	// Outlines and WriteOutlines read and write lists of feeds (OPML).
	Outlines      func(raw []byte) ([]Outline, error)
	WriteOutlines func(w io.Writer, list []Outline) error

	// Works tells that jobs are done while the site is served, here or by
	// another process: adding then leaves the work to them.
	Works  bool
	Log    *slog.Logger // nil: silent
	Random io.Reader    // nil: crypto/rand
	// Bell writes the feeds of alerts and sends samples; nil: one that can send
	// nothing.
	Bell *alert.Bell
	// PublicURL is the address at which people reach the site, with a slash at its
	// end; "": the one that a request was sent to.
	PublicURL string
	// Loopback lets alerts post to this machine, without TLS. It is for tests.
	Loopback bool
	Cost     account.Cost // of passwords; zero is the default
	Zone     *time.Location
	OpenID   *openid.Provider // through which people may sign in; nil for none
	Glance   time.Duration    // between two looks for what other processes changed; 0: none
}

// Site is what the API and the pages stand on. Its fields are not changed once
// it is served.
type Site struct {
	Deps
	Options
	Search   *query.Searcher
	Accounts *account.Book
	Alerts   *alert.Book
	Events   *Hub
	Tongues  *Tongues
	// ErrorPage, if set, shows an error to people; else it is plain text.
	ErrorPage func(w http.ResponseWriter, r *http.Request, p Problem)
	// SignInPath, if set, is where people who have not signed in are sent; the
	// query "next" has where they wanted to go.
	SignInPath string

	routes   Routes
	sessions *scs.SessionManager
	origin   *http.CrossOriginProtection
	poke     chan struct{}
	adding   allowance
	trying   allowance
	large    chan struct{} // requests with a large body at a time
}

// Options is how a site is reached.
type Options struct {
	Listen     string // host:port
	CertFile   string // with KeyFile: TLS
	KeyFile    string
	TrustProxy []netip.Prefix // whose X-Forwarded-* is believed
	// Insecure allows an address other than the loopback without TLS and
	// without a proxy.
	Insecure bool
	// NoPasswords turns sign-in by password off.
	NoPasswords bool
}

// New returns a site without routes but those of health.
func New(d Deps, o Options) *Site {
	if d.Log == nil {
		d.Log = slog.New(slog.DiscardHandler)
	}
	if d.Random == nil {
		d.Random = rand.Reader
	}
	if d.Zone == nil {
		d.Zone = time.Local
	}
	alerts := alert.NewBook(alert.BookOptions{Records: d.Store.Records(), Edits: d.Store.Edits(), Now: d.Now, Random: d.Random, Loopback: d.Loopback})
	if d.Bell == nil {
		d.Bell = alert.New(alert.Options{Store: d.Store, Book: alerts, Packs: d.Packs, Now: d.Now})
	}
	s := &Site{
		Deps: d, Options: o,
		Search:   query.NewSearcher(d.Store, d.Packs),
		Accounts: account.NewBook(account.Options{Records: d.Store.Records(), Edits: d.Store.Edits(), Now: d.Now, Random: d.Random, Cost: d.Cost}),
		Alerts:   alerts,
		Tongues:  NewTongues(d.Packs),
		Events:   newHub(fmt.Sprintf("%x", d.Now().UnixMilli()), d.Now),
		origin:   http.NewCrossOriginProtection(),
		poke:     make(chan struct{}, 1),
		adding:   allowance{burst: 30, every: 2 * time.Second},
		trying:   allowance{burst: 5, every: time.Minute},
		large:    make(chan struct{}, largeAtOnce),
	}
	s.routes = Routes{mux: http.NewServeMux(), guard: s.guarded, lost: s.lost}
	s.sessions = s.newSessions()
	s.health()
	return s
}

// Routes is where the API and the pages register what they serve.
func (s *Site) Routes() *Routes { return &s.routes }

// Handler is the whole site.
func (s *Site) Handler() http.Handler {
	return s.front(s.sessions.LoadAndSave(s.identified(&s.routes)))
}

// sessionLife is how long a session lasts. There is no shorter time for idle
// ones: to know it each request would have to write.
const sessionLife = 7 * 24 * time.Hour

func (s *Site) newSessions() *scs.SessionManager {
	m := scs.New()
	m.Store = s.Accounts.Sessions()
	m.HashTokenInStore = true
	m.Lifetime = sessionLife
	m.Cookie.SameSite = http.SameSiteLaxMode
	m.Cookie.Name = "selisik"
	if s.secure() {
		m.Cookie.Name, m.Cookie.Secure = "__Host-selisik", true
	}
	m.ErrorFunc = s.Fail
	return m
}

// largeAtOnce is how many bodies above the usual size are in memory at a time.
const largeAtOnce = 4

// secure reports whether browsers reach the site by TLS.
func (s *Site) secure() bool { return s.CertFile != "" || len(s.TrustProxy) > 0 }
