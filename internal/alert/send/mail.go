package send

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/netip"
	"net/smtp"
	"net/textproto"
	"net/url"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
)

// MailOptions says who sends mail and through which server; see ParseServer.
type MailOptions struct {
	Server  Server
	From    string        // "desk@kabaruji.example" or "Desk <desk@…>"
	Timeout time.Duration // for all of a try; 0: 30 s
	Roots   *x509.CertPool
}

// Server is a mail server with what signs in to it.
type Server struct {
	Host, Port     string
	TLS            bool // from the first byte; else by STARTTLS
	User, Password string
}

// ParseServer reads smtp://user:password@host:587 or smtps://…:465. Errors wrap
// news.ErrInvalid and do not hold the password.
func ParseServer(address string) (Server, error) {
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" || u.Scheme != "smtp" && u.Scheme != "smtps" || strings.Trim(u.Path, "/")+u.RawQuery+u.Fragment != "" {
		return Server{}, fmt.Errorf("no address such as smtp://user:password@mail.example:587: %w", news.ErrInvalid)
	}
	s := Server{Host: u.Hostname(), Port: u.Port(), TLS: u.Scheme == "smtps", User: u.User.Username()}
	s.Password, _ = u.User.Password()
	if s.Port == "" {
		s.Port = map[bool]string{true: "465", false: "587"}[s.TLS]
	}
	return s, nil
}

// Mail sends messages by SMTP. It is safe for concurrent use.
type Mail struct {
	opt  MailOptions
	from *mail.Address
}

// NewMail returns a sender; news.ErrInvalid if From is no address.
func NewMail(opt MailOptions) (*Mail, error) {
	from, err := mail.ParseAddress(opt.From)
	if err != nil || strings.ContainsAny(from.Address, "\r\n") {
		return nil, fmt.Errorf("mail: sender %q is no address: %w", opt.From, news.ErrInvalid)
	}
	if opt.Timeout <= 0 {
		opt.Timeout = 30 * time.Second
	}
	return &Mail{opt, from}, nil
}

// Send implements alert.Sender: the server took the message.
func (s *Mail) Send(ctx context.Context, m alert.Message) error {
	ctx, cancel := context.WithTimeout(ctx, s.opt.Timeout)
	defer cancel()
	if err := s.send(ctx, m); err != nil {
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		return fmt.Errorf("mail by %s: %w", s.opt.Server.Host, err)
	}
	return nil
}

func (s *Mail) send(ctx context.Context, m alert.Message) error {
	body, err := s.compose(m)
	if err != nil {
		return err
	}
	c, err := s.connect(ctx)
	if err != nil {
		return err
	}
	defer c.Close() //nolint:errcheck // after Quit it is closed
	if err := s.signIn(c); err != nil {
		return err
	}
	if err := hand(c, s.from.Address, m.To, body); err != nil {
		return final(err)
	}
	_ = c.Quit() // the message is taken
	return nil
}

// connect returns a connection on which the end of ctx is the end.
func (s *Mail) connect(ctx context.Context) (*smtp.Client, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", net.JoinHostPort(s.opt.Server.Host, s.opt.Server.Port))
	if err != nil {
		return nil, err
	}
	context.AfterFunc(ctx, func() { _ = conn.Close() })
	if s.opt.Server.TLS {
		conn = tls.Client(conn, s.tls())
	}
	c, err := smtp.NewClient(conn, s.opt.Server.Host)
	if err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return c, nil
}

func (s *Mail) tls() *tls.Config {
	return &tls.Config{ServerName: s.opt.Server.Host, RootCAs: s.opt.Roots, MinVersion: tls.VersionTLS12}
}

// signIn secures the connection and says who asks.
func (s *Mail) signIn(c *smtp.Client) error {
	_, domain, _ := strings.Cut(s.from.Address, "@")
	if err := c.Hello(domain); err != nil {
		return err
	}
	if offered, _ := c.Extension("STARTTLS"); offered && !s.opt.Server.TLS {
		if err := c.StartTLS(s.tls()); err != nil {
			return err
		}
	} else if !s.opt.Server.TLS && !local(s.opt.Server.Host) {
		return fmt.Errorf("it does not offer STARTTLS: %w", news.ErrUnavailable)
	}
	if s.opt.Server.User == "" {
		return nil
	}
	return c.Auth(smtp.PlainAuth("", s.opt.Server.User, s.opt.Server.Password, s.opt.Server.Host))
}

func local(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}

// hand gives the server the message.
func hand(c *smtp.Client, from, to string, body []byte) error {
	if err := c.Mail(from); err != nil {
		return err
	}
	if err := c.Rcpt(to); err != nil {
		return err
	}
	w, err := c.Data()
	if err != nil {
		return err
	}
	if _, err := w.Write(body); err != nil {
		return err
	}
	return w.Close()
}

// final makes a refusal for good one of news.ErrInvalid.
func final(err error) error {
	var answer *textproto.Error
	if errors.As(err, &answer) && answer.Code >= 500 {
		return fmt.Errorf("%w: %w", err, news.ErrInvalid)
	}
	return err
}
