package alert

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/news"
)

// Types of message.
const (
	TypeFired = "alert.fired"
	TypeTest  = "alert.test"
)

// Message is what a sender sends.
type Message struct {
	ID      string // the same at every try
	To      string // address of the webhook, or of mail
	Secret  string // of the webhook's signature
	At      time.Time
	Subject string // one line
	Text    string // lines
	JSON    []byte // a Payload
}

// Payload is what a webhook gets; docs/schema/alert.schema.json.
type Payload struct {
	Type      string    `json:"type"`
	Timestamp time.Time `json:"timestamp"` // when it happened
	Data      Data      `json:"data"`
}

// Data is what happened.
type Data struct {
	ID         string      `json:"id"`
	Alert      Named       `json:"alert"`
	Summary    string      `json:"summary"` // in the alert's language
	Story      PageOf      `json:"story"`
	Difference *Difference `json:"difference"`
	Change     *Change     `json:"change"`
}

// Named is a query by its name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	When When   `json:"when"`
}

// PageOf is a story with the address of its page; "" where none is known.
type PageOf struct {
	Story
	URL string `json:"url"`
}

// message is what is sent of a firing one way.
func (b *Bell) message(q *Query, f *Firing, way Way) (Message, error) {
	n := b.Notice(q, f)
	m := Message{ID: f.ID, To: q.Mail, At: b.opt.Now(), Subject: n.Title, Text: n.Text + "\n\n" + n.foot + "\n"}
	if way == ByWebhook {
		m.To, m.Secret = q.Webhook, q.secret
	}
	p := Payload{Type: TypeFired, Timestamp: f.At.UTC(), Data: Data{
		ID: f.ID, Alert: Named{q.ID, q.Name, f.When}, Summary: n.Title, Story: PageOf{f.Story, n.Link}, Difference: f.Difference, Change: f.Change,
	}}
	if strings.HasPrefix(f.ID, testMark) {
		p.Type = TypeTest
	}
	var err error
	m.JSON, err = json.Marshal(p)
	return m, err
}

// Notice is a firing in the words of the query's language, for people.
type Notice struct {
	ID    string // of the firing
	Title string // one line
	Text  string // lines; the last is the link, if there is one
	Link  string // "" where none is known
	At    time.Time

	foot string
}

// Notice words a firing.
func (b *Bell) Notice(q *Query, f *Firing) Notice {
	w := face.In(b.opt.Packs, q.Language, spoken).Of("alert")
	n := Notice{ID: f.ID, Link: b.opt.Link(f.Story.ID), At: f.At, foot: w.Say("foot", "name", face.Line(q.Name))}
	n.Title = subject(w, q, f)
	var lines []string
	if d := f.Difference; d != nil {
		lines = append(lines, face.Line(d.Statement), face.Line(d.Explanation))
		for _, v := range d.Values {
			lines = append(lines, w.Say("value", "outlets", cmp.Or(face.Line(strings.Join(v.Outlets, ", ")), w.Say("someone")), "value", face.Line(v.Value)))
		}
	}
	if c := f.Change; c != nil {
		lines = append(lines, face.Line(c.Title), passage(w, "was", c.Old), passage(w, "is", c.New), face.Address(&c.URL))
	}
	lines = append(lines, extent(w, &f.Story), n.Link)
	n.Text = strings.Join(filled(lines), "\n")
	return n
}

// spoken is the language of messages where a query names none.
const spoken = "id"

// subject is a firing in one line.
func subject(w *face.Words, q *Query, f *Firing) string {
	key, about := "subject."+string(f.When), f.Story.Title
	pairs := []string{"name", face.Line(q.Name)}
	if c := f.Change; c != nil {
		key, about = "subject."+c.Kind, c.Title
		pairs = append(pairs, "outlet", cmp.Or(face.Line(c.Outlet), w.Say("someone")))
	}
	if strings.HasPrefix(f.ID, testMark) {
		key = "subject.test"
	}
	return w.Say(key, append(pairs, "title", face.Line(about))...) // the title last: its braces are its own
}

func passage(w *face.Words, key, s string) string {
	if s == "" {
		return ""
	}
	return w.Say(key, "text", face.Line(s))
}

// extent tells how much there is of a story.
func extent(w *face.Words, s *Story) string {
	var parts []string
	for _, c := range []struct {
		key string
		n   int
	}{{"articles", s.Articles}, {"outlets", s.Outlets}, {"origins", s.Origins}, {"differences", s.Differences}} {
		if c.n > 0 {
			parts = append(parts, w.Count(c.key, c.n))
		}
	}
	return strings.Join(parts, " · ")
}

func filled(lines []string) (out []string) {
	for _, l := range lines {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

// testMark begins the ids of samples.
const testMark = "f-test-"

// sample is a firing such as a query could tell.
func (b *Bell) sample(q *Query) Firing {
	w := face.In(b.opt.Packs, q.Language, spoken).Of("alert")
	now := b.opt.Now()
	return Firing{
		ID: testMark + markOf(q.ID, now.UTC().Format(time.RFC3339Nano)), Query: q.ID, Name: q.Name, When: q.When, At: now,
		Story: Story{ID: news.StoryID("s-test"), Title: w.Say("sample"), Articles: 3, Outlets: 3, Origins: 2},
	}
}
