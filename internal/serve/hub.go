package serve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What can have happened.
const (
	StoryChanged = "story"   // members or texts of a story; its dossier is to follow
	DossierMade  = "dossier" // a story's dossier is as the story is
	StoryGone    = "gone"    // a story was taken in, into Into, or holds nothing any more
	Edited       = "edit"    // a person changed something; Edit is its number
	Missed       = "missed"  // more happened than is remembered: look at all again
)

// Event is something that happened.
type Event struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind" enum:"story,dossier,gone,edit,missed"`
	Story    string    `json:"story,omitempty"`
	Into     string    `json:"into,omitempty"`
	Revision int64     `json:"revision,omitempty"`
	Edit     int64     `json:"edit,omitempty"`
	At       time.Time `json:"at"`
}

// Sizes of a hub.
const (
	remembered = 512 // events, for those who come back
	ahead      = 64  // events that a subscriber may lag behind
)

// Hub tells subscribers what happens. It is safe for concurrent use.
type Hub struct {
	boot string // marks ids of this process
	now  func() time.Time

	mu     sync.Mutex
	last   int
	recent []Event
	subs   map[chan Event]bool
	over   bool
}

func newHub(boot string, now func() time.Time) *Hub {
	return &Hub{boot: boot, now: now, subs: map[chan Event]bool{}}
}

// Publish tells all subscribers; it gives the event its id and time. One that
// lags too far behind is cut off: it comes back with the last id that it had.
func (h *Hub) Publish(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.last++
	e.ID, e.At = fmt.Sprintf("%s-%d", h.boot, h.last), h.now().UTC()
	h.recent = append(h.recent, e)
	if len(h.recent) > remembered {
		h.recent = slices.Clone(h.recent[len(h.recent)-remembered:])
	}
	for c := range h.subs {
		select {
		case c <- e:
		default:
			h.drop(c)
		}
	}
}

// Last returns the id of the last event, from which Subscribe goes on.
func (h *Hub) Last() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return fmt.Sprintf("%s-%d", h.boot, h.last)
}

// Subscribe returns what has happened since the event with the id last ("" for
// from now on) and what happens, until cancel is called or the channel is closed.
// If more happened than is remembered, or last is of another process, the first
// event is Missed.
func (h *Hub) Subscribe(last string) (missed []Event, events <-chan Event, cancel func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	c := make(chan Event, ahead)
	if h.over {
		close(c)
		return nil, c, func() {}
	}
	h.subs[c] = true
	return h.since(last), c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.drop(c)
	}
}

func (h *Hub) since(last string) []Event {
	if last == "" {
		return nil
	}
	boot, number, _ := strings.Cut(last, "-")
	n, err := strconv.Atoi(number)
	first := h.last - len(h.recent)
	if err != nil || boot != h.boot || n < first || n > h.last {
		return []Event{{ID: fmt.Sprintf("%s-%d", h.boot, h.last), Kind: Missed, At: h.now().UTC()}}
	}
	return slices.Clone(h.recent[n-first:])
}

func (h *Hub) drop(c chan Event) {
	if h.subs[c] {
		delete(h.subs, c)
		close(c)
	}
}

// end closes all streams, so that the server can end.
func (h *Hub) end() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	for c := range h.subs {
		h.drop(c)
	}
}
