package send

import (
	"bytes"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// mostSubject is how many bytes of a subject are sent.
const mostSubject = 300

// compose returns the message as RFC 5322 has it: text, in headers and body
// nothing but ASCII.
func (s *Mail) compose(m alert.Message) ([]byte, error) {
	to, err := mail.ParseAddress(m.To)
	if err != nil || to.Address != m.To {
		return nil, fmt.Errorf("no address to send to: %w", news.ErrInvalid)
	}
	_, domain, _ := strings.Cut(s.from.Address, "@")
	var b bytes.Buffer
	for _, h := range [][2]string{
		{"From", s.from.String()},
		{"To", to.String()},
		{"Subject", subject(m.Subject)},
		{"Date", m.At.Format(time.RFC1123Z)},
		{"Message-ID", "<" + m.ID + "@" + domain + ">"},
		{"Auto-Submitted", "auto-generated"},
		{"MIME-Version", "1.0"},
		{"Content-Type", "text/plain; charset=utf-8"},
		{"Content-Transfer-Encoding", "quoted-printable"},
	} {
		fmt.Fprintf(&b, "%s: %s\r\n", h[0], h[1])
	}
	b.WriteString("\r\n")
	w := quotedprintable.NewWriter(&b)
	if _, err := w.Write([]byte(text.Plain(m.Text))); err != nil {
		return nil, err
	}
	return b.Bytes(), w.Close()
}

// subject is a subject as RFC 2047 has it, folded between its words. What only
// looks encoded is taken apart.
func subject(s string) string {
	s = strings.ReplaceAll(strings.Join(strings.Fields(text.Plain(s)), " "), "=?", "= ?")
	if len(s) > mostSubject {
		s = strings.ToValidUTF8(s[:mostSubject], "") + "…"
	}
	return strings.ReplaceAll(mime.QEncoding.Encode("utf-8", s), "?= =?", "?=\r\n =?")
}
