package alert

import (
	"fmt"
	"net/mail"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/text"
)

// When is what a query waits for.
type When string

// What can be waited for.
const (
	StoryMatches        When = "story"         // a story is as Where has it
	DifferenceAppears   When = "difference"    // of any kind but of wording alone
	ContradictionAppear When = "contradiction" // a difference that cannot both be true
	ArticleChanges      When = "change"        // one of Where.Articles, or any of Where.Stories
)

// Whens are all that can be waited for.
func Whens() []When {
	return []When{StoryMatches, DifferenceAppears, ContradictionAppear, ArticleChanges}
}

// Where are the conditions, all of which a story has to meet. The zero value
// takes every story.
type Where struct {
	Words          string         `json:"words,omitempty"`    // that one article has, all, in any form
	Entity         string         `json:"entity,omitempty"`   // a name or words of it, as dossiers have it
	Outlet         string         `json:"outlet,omitempty"`   // a name, or a domain
	Language       string         `json:"language,omitempty"` // of one article, such as "id"
	MinOrigins     int            `json:"min_origins,omitempty"`
	MinArticles    int            `json:"min_articles,omitempty"`
	Differences    bool           `json:"differences,omitempty"`    // only with one
	Contradictions bool           `json:"contradictions,omitempty"` // only with one
	Stories        []news.StoryID `json:"stories,omitempty"`        // one of them
	// Articles are cited ones, by the id of any version or by address. Of a
	// change one of them must be what changed, or a copy of it; other queries
	// want a story that has one of them.
	Articles []string `json:"articles,omitempty"`
	// Substantive takes only changes of what an article says.
	Substantive bool `json:"substantive,omitempty"`
}

// Query is what somebody wants to be told.
type Query struct {
	ID       string    `json:"id"` // "q-5d21c04be7a9f003"
	Owner    string    `json:"owner"`
	Name     string    `json:"name"`
	When     When      `json:"when"`
	Where    Where     `json:"where"`
	Webhook  string    `json:"webhook,omitempty"` // address; "" for none
	Mail     string    `json:"mail,omitempty"`    // address; "" for none
	Language string    `json:"language"`          // of messages: the tag of a pack
	Paused   bool      `json:"paused,omitempty"`
	Created  time.Time `json:"created"`
	// Version is given by the store; Change refuses another.
	Version int64 `json:"version"`

	secret string // of the webhook's signatures
	feed   string // hash of the feed's token
}

// Limits of queries.
const (
	MaxQueries = 100 // of an owner
	mostName   = 80  // bytes
	mostText   = 200 // bytes of a condition
	mostListed = 50  // stories or articles
	mostCount  = 1000
	mostURL    = 2000
)

var (
	articleForm  = regexp.MustCompile(`^a-[0-9a-z]{4,64}$`)
	storyForm    = regexp.MustCompile(`^s-[0-9a-z]{4,64}$`)
	languageForm = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)
	mailForm     = regexp.MustCompile("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$")
)

// checked returns the query as it is kept, or what is wrong with it, which wraps
// news.ErrInvalid. With loopback a webhook may be on this machine.
func (q Query) checked(loopback bool) (Query, error) {
	q.Name = text.Squash(text.Plain(q.Name))
	if q.Name == "" || len(q.Name) > mostName {
		return q, wrong("a name has 1 to %d bytes", mostName)
	}
	if !slices.Contains(Whens(), q.When) {
		return q, wrong("when %q is none of story, difference, contradiction, change", q.When)
	}
	if q.Language != "" && !languageForm.MatchString(q.Language) {
		return q, wrong("language %q is no tag such as id", q.Language)
	}
	where, err := q.Where.checked()
	if err != nil {
		return q, err
	}
	q.Where = where
	if err := q.needs(); err != nil {
		return q, err
	}
	if err := checkWebhook(q.Webhook, loopback); err != nil {
		return q, err
	}
	return q, checkMail(q.Mail)
}

// needs refuses conditions that would let everything pass.
func (q Query) needs() error {
	w := q.Where
	named := len(w.Stories)+len(w.Articles) > 0
	switch {
	case q.When == ArticleChanges && !named:
		return wrong("a change needs an article or a story that is cited")
	case q.When != ArticleChanges && w.Substantive:
		return wrong("only changes are substantive")
	case q.When == StoryMatches && !named && w.Words+w.Entity+w.Outlet == "" && w.MinOrigins < 2 && w.MinArticles < 2 && !w.Differences && !w.Contradictions:
		return wrong("every story would match: give a condition")
	}
	return nil
}

func (w Where) checked() (Where, error) {
	for name, v := range map[string]*string{"words": &w.Words, "entity": &w.Entity, "outlet": &w.Outlet} {
		if *v = text.Squash(text.Plain(*v)); len(*v) > mostText {
			return w, wrong("%s: more than %d bytes", name, mostText)
		}
	}
	if w.Language != "" && !languageForm.MatchString(w.Language) {
		return w, wrong("language %q is no tag such as id", w.Language)
	}
	if min(w.MinOrigins, w.MinArticles) < 0 || max(w.MinOrigins, w.MinArticles) > mostCount {
		return w, wrong("origins and articles are counted from 0 to %d", mostCount)
	}
	if max(len(w.Stories), len(w.Articles)) > mostListed {
		return w, wrong("more than %d stories or articles", mostListed)
	}
	for _, s := range w.Stories {
		if !storyForm.MatchString(string(s)) {
			return w, wrong("story %q is no id such as s-5d21c04b", s)
		}
	}
	for _, a := range w.Articles {
		if !articleForm.MatchString(a) && !isAddress(a) {
			return w, wrong("article %q is neither an id such as a-5d21c04b nor an address", a)
		}
	}
	return w, nil
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && len(s) <= mostURL && text.Plain(s) == s
}

// checkWebhook takes addresses with TLS. Where they lead is looked at when they
// are used, for names can change.
func checkWebhook(address string, loopback bool) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	switch {
	case err != nil || !isAddress(address):
		return wrong("webhook: no address such as https://desk.example/hook")
	case u.User != nil:
		return wrong("webhook: a password in the address")
	case u.Fragment != "":
		return wrong("webhook: a fragment in the address")
	case u.Scheme != "https" && !(loopback && isLoopback(u.Hostname())):
		return wrong("webhook: its address begins with https://")
	}
	return nil
}

func isLoopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return err == nil && a.IsLoopback()
}

// checkMail takes one bare address in ASCII. Nothing in it can end a line.
func checkMail(address string) error {
	if address == "" {
		return nil
	}
	a, err := mail.ParseAddress(address)
	if err != nil || a.Address != address || !mailForm.MatchString(address) || strings.Contains(address, "..") {
		return wrong("mail: no address such as desk@kabaruji.example")
	}
	return nil
}

// wrong is a complaint about a query.
func wrong(format string, args ...any) error {
	return fmt.Errorf("alert: %s: %w", fmt.Sprintf(format, args...), news.ErrInvalid)
}
