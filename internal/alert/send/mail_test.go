package send_test

import (
	"bufio"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"net"
	"net/http/httptest"
	"net/mail"
	"net/textproto"
	"strings"
	"sync"
	"testing"

	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/news"
)

// smtpServer is a mail server on the loopback that keeps what it was told.
type smtpServer struct {
	net.Listener
	cert   *tls.Config // for STARTTLS; nil: it does not offer it
	refuse string      // the answer to RCPT; "" takes all

	mu       sync.Mutex
	commands []string // with "TLS " before those that came over TLS
	mails    []string
}

func serveMail(t *testing.T, s *smtpServer) *smtpServer {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.Listener = l
	var all sync.WaitGroup
	all.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			all.Go(func() { s.talk(c) })
		}
	})
	t.Cleanup(func() { l.Close(); all.Wait() })
	return s
}

func (s *smtpServer) server() send.Server {
	_, port, _ := net.SplitHostPort(s.Addr().String())
	return send.Server{Host: "127.0.0.1", Port: port}
}

func (s *smtpServer) talk(c net.Conn) {
	defer func() { c.Close() }()
	secure := false
	r := textproto.NewReader(bufio.NewReader(c))
	say := func(format string, args ...any) { fmt.Fprintf(c, format+"\r\n", args...) }
	say("220 mail.example ready")
	for {
		line, err := r.ReadLine()
		if err != nil {
			return
		}
		s.note(secure, line)
		verb, _, _ := strings.Cut(strings.ToUpper(line), " ")
		switch verb {
		case "EHLO":
			say("250-mail.example")
			if s.cert != nil && !secure {
				say("250-STARTTLS")
			}
			say("250 AUTH PLAIN")
		case "STARTTLS":
			say("220 go")
			t := tls.Server(c, s.cert)
			c, r, secure = t, textproto.NewReader(bufio.NewReader(t)), true
		case "AUTH":
			say("235 well")
		case "RCPT":
			if s.refuse != "" {
				say("%s", s.refuse)
				continue
			}
			say("250 well")
		case "DATA":
			say("354 go")
			raw, err := io.ReadAll(r.DotReader())
			if err != nil {
				return
			}
			s.mu.Lock()
			s.mails = append(s.mails, string(raw))
			s.mu.Unlock()
			say("250 taken")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 well")
		}
	}
}

func (s *smtpServer) note(secure bool, line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if secure {
		line = "TLS " + line
	}
	s.commands = append(s.commands, line)
}

func (s *smtpServer) said() (commands string, mails []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.commands, "\n"), s.mails
}

func mailer(t *testing.T, opt send.MailOptions) *send.Mail {
	t.Helper()
	opt.From = "Selisik <desk@kabaruji.example>"
	m, err := send.NewMail(opt)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestMailIsHandedToTheServer(t *testing.T) {
	t.Parallel()
	s := serveMail(t, &smtpServer{})
	m := message("ratri@desk.example")
	m.Subject, m.Text = "Gempa: “8” — atau 10?", "“8 orang” — warta\n.titik di depan\nhttps://desk.example/stories/s-1?a=b\n"
	if err := mailer(t, send.MailOptions{Server: s.server()}).Send(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	commands, mails := s.said()
	if !strings.Contains(commands, "MAIL FROM:<desk@kabaruji.example>") || !strings.Contains(commands, "RCPT TO:<ratri@desk.example>") || len(mails) != 1 {
		t.Fatalf("server: %s, %d mails", commands, len(mails))
	}
	got, err := mail.ReadMessage(strings.NewReader(mails[0]))
	if err != nil {
		t.Fatal(err)
	}
	subject, _ := new(mime.WordDecoder).DecodeHeader(got.Header.Get("Subject"))
	body, err := io.ReadAll(quotedprintable.NewReader(got.Body))
	date, derr := got.Header.Date()
	if err != nil || derr != nil || subject != m.Subject || strings.ReplaceAll(string(body), "\r\n", "\n") != m.Text || !date.Equal(at) {
		t.Errorf("%v %v\n%s", err, derr, mails[0])
	}
	if got.Header.Get("Message-ID") != "<f-5d21c04b@kabaruji.example>" || got.Header.Get("Auto-Submitted") != "auto-generated" {
		t.Errorf("headers: %v", got.Header)
	}
	for _, r := range mails[0] {
		if r > 126 {
			t.Fatalf("%q is no ASCII", r)
		}
	}
}

func TestNothingInAMessageEndsAHeader(t *testing.T) {
	t.Parallel()
	s := serveMail(t, &smtpServer{})
	w := mailer(t, send.MailOptions{Server: s.server()})
	for _, subject := range []string{"a\r\nBcc: b@desk.example", "a\nBcc: b@desk.example", "a\u2028Bcc: b@x\x00", "=?utf-8?q?a=0D=0ABcc:_b?=", strings.Repeat("界", 2000), strings.Repeat("a ", 2000)} {
		m := message("ratri@desk.example")
		m.Subject, m.Text = subject, subject+"\r\n.\r\nMAIL FROM:<x@x>\r\n"
		if err := w.Send(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	commands, mails := s.said()
	if n := strings.Count(commands, "MAIL FROM"); n != 6 || len(mails) != 6 {
		t.Errorf("%d commands, %d mails", n, len(mails))
	}
	for _, raw := range mails {
		got, err := mail.ReadMessage(strings.NewReader(raw))
		if err != nil || got.Header.Get("Bcc") != "" || len(got.Header) != 9 {
			t.Errorf("%v: %v", err, got.Header)
		}
		head, _, _ := strings.Cut(raw, "\n\n")
		for line := range strings.Lines(head) {
			if len(line) > 998 {
				t.Errorf("a line of %d bytes", len(line))
			}
		}
	}
	for _, to := range []string{"a@desk.example\r\nRCPT TO:<b@x>", "a@x>\r\nDATA", "", "Ratri <ratri@desk.example>"} {
		if err := w.Send(t.Context(), message(to)); !errors.Is(err, news.ErrInvalid) {
			t.Errorf("to %q: %v", to, err)
		}
	}
}

func TestPasswordsGoOnlyOverTLS(t *testing.T) {
	t.Parallel()
	web := httptest.NewTLSServer(nil) // for its certificate, of 127.0.0.1
	defer web.Close()
	roots := x509.NewCertPool()
	roots.AddCert(web.Certificate())
	s := serveMail(t, &smtpServer{cert: web.TLS})
	opt := send.MailOptions{Server: s.server(), Roots: roots}
	opt.Server.User, opt.Server.Password = "desk", "rahasia"
	if err := mailer(t, opt).Send(t.Context(), message("ratri@desk.example")); err != nil {
		t.Fatal(err)
	}
	commands, _ := s.said()
	if auth := "TLS AUTH PLAIN " + base64.StdEncoding.EncodeToString([]byte("\x00desk\x00rahasia")); !strings.Contains(commands, auth) || !strings.Contains(commands, "TLS MAIL FROM") {
		t.Errorf("server: %s", commands)
	}
	opt.Roots = nil
	if err := mailer(t, opt).Send(t.Context(), message("ratri@desk.example")); err == nil || strings.Contains(err.Error(), "rahasia") {
		t.Errorf("a certificate of nobody: %v", err)
	}
}

func TestRefusalsForGood(t *testing.T) {
	t.Parallel()
	for answer, invalid := range map[string]bool{"550 no such user": true, "451 later": false} {
		s := serveMail(t, &smtpServer{refuse: answer})
		err := mailer(t, send.MailOptions{Server: s.server()}).Send(t.Context(), message("ratri@desk.example"))
		if err == nil || errors.Is(err, news.ErrInvalid) != invalid {
			t.Errorf("%s: %v", answer, err)
		}
	}
	s := serveMail(t, &smtpServer{})
	s.Close()
	if err := mailer(t, send.MailOptions{Server: s.server()}).Send(t.Context(), message("ratri@desk.example")); err == nil || errors.Is(err, news.ErrInvalid) {
		t.Errorf("a server that is away: %v", err)
	}
}

func TestServersAreNamedByAddress(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]send.Server{
		"smtp://mail.example":                  {Host: "mail.example", Port: "587"},
		"smtps://mail.example":                 {Host: "mail.example", Port: "465", TLS: true},
		"smtp://desk:r%40hasia@127.0.0.1:2525": {Host: "127.0.0.1", Port: "2525", User: "desk", Password: "r@hasia"},
	} {
		if got, err := send.ParseServer(address); err != nil || got != want {
			t.Errorf("%s: %+v, %v", address, got, err)
		}
	}
	for _, address := range []string{"", "mail.example:25", "http://desk:rahasia@mail.example", "smtp://", "smtp://desk:rahasia@mail.example/x", "smtp://desk:rahasia@mail.example:x"} {
		if _, err := send.ParseServer(address); !errors.Is(err, news.ErrInvalid) || strings.Contains(err.Error(), "rahasia") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if _, err := send.NewMail(send.MailOptions{From: "desk"}); !errors.Is(err, news.ErrInvalid) {
		t.Errorf("from nobody: %v", err)
	}
}
