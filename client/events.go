package client

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strings"
	"time"
)

// Event is something that happened.
type Event struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind"` // story, dossier, gone, edit, missed
	Story    string    `json:"story"`
	Into     string    `json:"into"`
	Revision int64     `json:"revision"`
	Edit     int64     `json:"edit"`
	At       time.Time `json:"at"`
}

// ErrEnded tells that the server ended the stream: ask again, with the id of the
// last event.
var ErrEnded = errors.New("selisik: the stream has ended")

// mostEvent is how long an event may be.
const mostEvent = 1 << 20

// Events yields what happens after the event with the id last ("" for from now
// on) until ctx ends, which is no error, or the stream does, which it yields as
// an error. An event of kind "missed" says that more happened than the server
// remembers.
func (c *Client) Events(ctx context.Context, last string) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		err := c.events(ctx, last, func(e Event) bool { return yield(e, nil) })
		if err != nil && ctx.Err() == nil {
			yield(Event{}, err)
		}
	}
}

func (c *Client) events(ctx context.Context, last string, take func(Event) bool) error {
	patient := *c.opt.HTTP
	patient.Timeout = 0
	headers := []string{"Accept", "text/event-stream"}
	if last != "" {
		headers = append(headers, "Last-Event-ID", last)
	}
	resp, err := c.send(ctx, &patient, http.MethodGet, "/events", nil, headers...)
	if err != nil {
		return err
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	lines := bufio.NewScanner(resp.Body)
	lines.Buffer(nil, mostEvent)
	for lines.Scan() {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		var e Event
		if err := json.Unmarshal([]byte(data), &e); err != nil {
			return fmt.Errorf("selisik: read event: %w", err)
		}
		if !take(e) {
			return nil
		}
	}
	if lines.Err() != nil {
		return fmt.Errorf("selisik: read events: %w", lines.Err())
	}
	return ErrEnded
}
