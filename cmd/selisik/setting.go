package main

import (
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// config is what the program is set to.
type config struct {
	DB        string // path of a SQLite file, or postgres://…
	Data      string // folder of what is kept
	Packs     string // folder of language packs; "" for none
	Workers   int    // jobs at a time; 0: one a core
	Admin     string // host:port of the admin address; "" for none
	AdminOpen bool   // the admin address may be other than loopback
	LogLevel  slog.Level
	LogFormat string        // "text" or "json"
	PollMin   time.Duration // between two polls of a feed
	PollMax   time.Duration
	Contact   string // in the User-Agent: an address or a mail address

	Listen     string // host:port of API and pages
	TLSCert    string // file; with TLSKey
	TLSKey     string
	TrustProxy []netip.Prefix // whose X-Forwarded-* is believed
	Insecure   bool           // other machines may ask without TLS

	NoPasswords bool // nobody signs in by password
	Provider    provider

	PublicURL string // of the pages, in what people are told; "" or with a slash at its end
	SMTP      string // address of the mail server, with user and password
	SMTPFrom  string // address that mail is sent from
}

// setting is one thing that can be set: as flag --name, in the environment as
// SELISIK_NAME, and in the file as name.
type setting struct {
	name     string
	what     string // for help; the word in `` stands for the value
	path     bool   // in the file it is relative to the file's folder
	secret   bool   // it is never shown, and no flag: others see the flags of a process
	fallback func(w world, c config) string
	set      func(c *config, v string) error
}

// env is the setting's variable: SELISIK_POLL_MIN.
func (s *setting) env() string {
	return "SELISIK_" + strings.ToUpper(strings.ReplaceAll(s.name, "-", "_"))
}

// settings are all that can be set, in the order in which they are shown. The
// data folder comes before the store, whose default lies in it.
var settings = []setting{
	{name: "data", what: "`folder` of what Selisik keeps", path: true, fallback: dataHome,
		set: func(c *config, v string) error { c.Data = v; return nil }},
	{name: "db", what: "the store: a `file`, or postgres://user@host/name", path: true,
		fallback: func(_ world, c config) string { return filepath.Join(c.Data, "selisik.db") }, set: setDB},
	{name: "packs", what: "`folder` of language packs laid over the built-in ones", path: true,
		fallback: literal(""), set: func(c *config, v string) error { c.Packs = v; return nil }},
	{name: "workers", what: "`number` of jobs at a time; 0 is one a core", fallback: literal("0"), set: setWorkers},
	{name: "admin", what: "`address` of metrics, health and profiles, such as :9475; none by default", fallback: literal(""), set: setAdmin},
	{name: "admin-open", what: "let the admin address be reached from other machines", fallback: literal("false"),
		set: func(c *config, v string) (err error) { c.AdminOpen, err = truth(v); return err }},
	{name: "log-level", what: "`level` of the log: debug, info, warn or error", fallback: literal("info"), set: setLevel},
	{name: "log-format", what: "`format` of the log: text or json", fallback: literal("text"),
		set: func(c *config, v string) error { c.LogFormat = v; return oneOf(v, "text", "json") }},
	{name: "poll-min", what: "least `time` between two polls of a source", fallback: literal("5m"),
		set: func(c *config, v string) (err error) { c.PollMin, err = span(v); return err }},
	{name: "poll-max", what: "longest `time` between two polls of a source", fallback: literal("6h"),
		set: func(c *config, v string) (err error) { c.PollMax, err = span(v); return err }},
	{name: "contact", what: "`address` at which outlets reach you, sent with each request", fallback: literal(""), set: setContact},
	{name: "listen", what: "`address` of API and pages", fallback: literal("127.0.0.1:8383"), set: setListen},
	{name: "tls-cert", what: "`file` of the certificate chain, for TLS", path: true, fallback: literal(""),
		set: func(c *config, v string) error { c.TLSCert = v; return nil }},
	{name: "tls-key", what: "`file` of the certificate's key", path: true, fallback: literal(""),
		set: func(c *config, v string) error { c.TLSKey = v; return nil }},
	{name: "trust-proxy", what: "`addresses` of proxies before it, whose X-Forwarded-* is believed: 10.0.0.0/8,::1", fallback: literal(""), set: setProxies},
	{name: "insecure", what: "let other machines ask without TLS", fallback: literal("false"),
		set: func(c *config, v string) (err error) { c.Insecure, err = truth(v); return err }},
	{name: "passwords", what: "let people sign in by password; false only with oidc-issuer", fallback: literal("true"),
		set: func(c *config, v string) error { yes, err := truth(v); c.NoPasswords = !yes; return err }},
	{name: "oidc-issuer", what: "`address` of an OpenID Connect provider to sign in through", fallback: literal(""),
		set: func(c *config, v string) error { c.Provider.Issuer = v; return nil }},
	{name: "oidc-client", what: "`id` by which the provider knows Selisik", fallback: literal(""),
		set: func(c *config, v string) error { c.Provider.Client = v; return nil }},
	{name: "oidc-secret", what: "the client's secret; no flag", secret: true, fallback: literal(""),
		set: func(c *config, v string) error { c.Provider.Secret = v; return nil }},
	{name: "oidc-secret-file", what: "`file` that holds the client's secret", path: true, fallback: literal(""),
		set: func(c *config, v string) error { c.Provider.SecretFile = v; return nil }},
	{name: "oidc-name", what: "what people call the provider, as `text`; else its host", fallback: literal(""),
		set: func(c *config, v string) error { c.Provider.Name = v; return nil }},
	{name: "oidc-scopes", what: "`scopes` asked for", fallback: literal("openid profile email"),
		set: func(c *config, v string) error { c.Provider.Scopes = list(v); return nil }},
	{name: "oidc-domains", what: "`domains` of verified mail addresses that come in; none is all", fallback: literal(""), set: setDomains},
	{name: "oidc-groups", what: "`claim` that names a person's groups; a dot goes deeper", fallback: literal("groups"),
		set: func(c *config, v string) error { c.Provider.Groups = v; return nil }},
	{name: "oidc-roles", what: "`roles` of groups: redaksi=editor,desk-admins=admin; then the provider decides at each sign-in", fallback: literal(""), set: setGroupRoles},
	{name: "oidc-default", what: "`role` of who is in none of them: none, reader, editor or admin", fallback: literal("none"), set: setDefaultRole},
	{name: "public-url", what: "`address` at which people reach the pages, for links in messages and feeds", fallback: literal(""), set: setPublicURL},
	{name: "smtp", what: "`server` that mail goes through: smtp://user:password@host:587, or smtps://", fallback: literal(""), set: setSMTP},
	{name: "smtp-from", what: "`address` that mail is sent from", fallback: literal(""), set: setSMTPFrom},
}

func literal(v string) func(world, config) string { return func(world, config) string { return v } }

// dataHome is the folder for data of the XDG base directories, or of Windows.
func dataHome(w world, _ config) string {
	return xdg(w, "XDG_DATA_HOME", "LocalAppData", ".local", "share")
}

// configHome is the folder for settings.
func configHome(w world) string { return xdg(w, "XDG_CONFIG_HOME", "AppData", ".config") }

func xdg(w world, name, windows string, below ...string) string {
	if dir := w.getenv(name); filepath.IsAbs(dir) {
		return filepath.Join(dir, "selisik")
	}
	if dir := w.getenv(windows); runtime.GOOS == "windows" && dir != "" {
		return filepath.Join(dir, "selisik")
	}
	return filepath.Join(append(append([]string{w.getenv("HOME")}, below...), "selisik")...)
}

// isPostgres reports whether a store is named by the address of a server.
func isPostgres(db string) bool {
	return strings.HasPrefix(db, "postgres://") || strings.HasPrefix(db, "postgresql://")
}

func setDB(c *config, v string) error {
	c.DB = v
	switch {
	case v == "":
		return fmt.Errorf("names no store")
	case isPostgres(v):
		if _, err := url.Parse(v); err != nil {
			return fmt.Errorf("not an address such as postgres://user@host/name")
		}
	case strings.Contains(v, "://"):
		return fmt.Errorf("%q is neither a file nor postgres://…", v)
	}
	return nil
}

func setWorkers(c *config, v string) (err error) {
	c.Workers, err = strconv.Atoi(v)
	if err != nil || c.Workers < 0 || c.Workers > 1024 {
		return fmt.Errorf("%q is no number from 0 to 1024", v)
	}
	return nil
}

// setAdmin takes host:port; without a host it is the loopback.
func setAdmin(c *config, v string) error {
	if v == "" {
		return nil
	}
	host, port, err := net.SplitHostPort(v)
	if n, nerr := strconv.ParseUint(port, 10, 16); err != nil || nerr != nil {
		return fmt.Errorf("%q is no address such as 127.0.0.1:9475", v)
	} else if host == "" {
		host, port = "127.0.0.1", strconv.FormatUint(n, 10)
	}
	c.Admin = net.JoinHostPort(host, port)
	return nil
}

// setListen takes host:port; without a host it is all addresses.
func setListen(c *config, v string) error {
	host, port, err := net.SplitHostPort(v)
	if _, nerr := strconv.ParseUint(port, 10, 16); err != nil || nerr != nil {
		return fmt.Errorf("%q is no address such as 127.0.0.1:8383", v)
	}
	c.Listen = net.JoinHostPort(host, port)
	return nil
}

// setProxies takes addresses and networks, parted by commas.
func setProxies(c *config, v string) error {
	c.TrustProxy = nil
	for _, s := range strings.FieldsFunc(v, func(r rune) bool { return r == ',' || r == ' ' }) {
		p, err := netip.ParsePrefix(s)
		if err != nil {
			a, aerr := netip.ParseAddr(s)
			if aerr != nil {
				return fmt.Errorf("%q is no address such as 10.0.0.7 or 10.0.0.0/8", s)
			}
			p = netip.PrefixFrom(a, a.BitLen())
		}
		c.TrustProxy = append(c.TrustProxy, p.Masked())
	}
	return nil
}

func setLevel(c *config, v string) error {
	if err := oneOf(v, "debug", "info", "warn", "error"); err != nil {
		return err
	}
	return c.LogLevel.UnmarshalText([]byte(v))
}

func setContact(c *config, v string) error {
	if strings.ContainsAny(v, "()\r\n") || len(v) > 200 {
		return fmt.Errorf("%q is no address", v)
	}
	c.Contact = v
	return nil
}

func oneOf(v string, words ...string) error {
	for _, w := range words {
		if v == w {
			return nil
		}
	}
	return fmt.Errorf("%q: use one of %s", v, strings.Join(words, ", "))
}

func truth(v string) (bool, error) {
	b, err := strconv.ParseBool(v)
	if err != nil {
		return false, fmt.Errorf("%q is neither true nor false", v)
	}
	return b, nil
}

func span(v string) (time.Duration, error) {
	d, err := time.ParseDuration(v)
	if err != nil || d <= 0 {
		return 0, fmt.Errorf("%q is no time such as 90s, 5m or 6h", v)
	}
	return d, nil
}
