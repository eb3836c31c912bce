package main

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// telling are the settings of how people are told of alerts.
var telling = []string{"public-url", "smtp", "smtp-from"}

// bell tells people what they asked for. Without terms it can match no words,
// without senders it leaves deliveries to others.
func (a *app) bell(s store.Store, packs *lang.Packs, terms alert.Terms, senders map[alert.Way]alert.Sender) *alert.Bell {
	return alert.New(alert.Options{
		Store: s, Book: a.alerts(s), Terms: terms, Packs: packs, Now: a.clock, Senders: senders, Link: a.storyLink,
	})
}

// storyLink is the address of a story's page, "" where none is set.
func (a *app) storyLink(id news.StoryID) string {
	if a.conf.PublicURL == "" {
		return ""
	}
	return a.conf.PublicURL + "stories/" + url.PathEscape(string(id))
}

// senders are the ways to tell people that the settings allow, and what closes
// them.
func (a *app) senders() (map[alert.Way]alert.Sender, func(), error) {
	hook := send.NewWebhook(send.WebhookOptions{Version: release, Loopback: a.loopback})
	out := map[alert.Way]alert.Sender{alert.ByWebhook: hook}
	if a.conf.SMTP == "" {
		return out, hook.Close, nil
	}
	server, err := send.ParseServer(a.conf.SMTP)
	if err != nil {
		return nil, nil, fmt.Errorf("smtp: %w", err)
	}
	if a.conf.SMTPFrom == "" {
		return nil, nil, usage("smtp-from is not set: the address that mail is sent from")
	}
	out[alert.ByMail], err = send.NewMail(send.MailOptions{Server: server, From: a.conf.SMTPFrom})
	return out, hook.Close, err
}

func setSMTP(c *config, v string) error {
	c.SMTP = v
	if v == "" {
		return nil
	}
	if _, err := send.ParseServer(v); err != nil {
		return fmt.Errorf("no address such as smtp://user:password@mail.example:587")
	}
	return nil
}

func setSMTPFrom(c *config, v string) error {
	c.SMTPFrom = v
	if v == "" {
		return nil
	}
	if _, err := send.NewMail(send.MailOptions{From: v}); err != nil {
		return fmt.Errorf("%q is no address such as desk@kabaruji.example", v)
	}
	return nil
}

// setPublicURL takes the address at which people reach the pages; it ends with a
// slash.
func setPublicURL(c *config, v string) error {
	c.PublicURL = ""
	if v == "" {
		return nil
	}
	u, err := url.Parse(v)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery+u.Fragment != "" {
		return fmt.Errorf("%q is no address such as https://desk.example", v)
	}
	c.PublicURL = strings.TrimRight(v, "/") + "/"
	return nil
}
