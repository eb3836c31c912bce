package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

const (
	heartbeat = 20 * time.Second // so that proxies keep the connection
)

// Stream writes events to w as server-sent events until ctx or they end. last
// is the id of the last event that the reader had.
func (s *Site) Stream(ctx context.Context, w http.ResponseWriter, last string) error {
	missed, events, cancel := s.Events.Subscribe(last)
	defer cancel()
	out := &stream{w: w, control: http.NewResponseController(w)}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	if err := out.send("retry: 3000\n\n"); err != nil {
		return err
	}
	for _, e := range missed {
		if err := out.event(e); err != nil {
			return err
		}
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		var err error
		select {
		case <-ctx.Done():
			return nil
		case <-beat.C:
			err = out.send(": still here\n\n")
		case e, open := <-events:
			if !open {
				return nil
			}
			err = out.event(e)
		}
		if err != nil {
			return err
		}
	}
}

type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
}

func (o *stream) event(e Event) error {
	b, err := json.Marshal(e)
	if err != nil {
		return err
	}
	return o.send(fmt.Sprintf("id: %s\nevent: %s\ndata: %s\n\n", e.ID, e.Kind, b))
}

func (o *stream) send(s string) error {
	if _, err := o.w.Write([]byte(s)); err != nil {
		return err
	}
	return o.control.Flush()
}
