package alert_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/send"
	"github.com/selisik/selisik/internal/desk"
	"github.com/selisik/selisik/internal/desk/owner"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/sqlite"
)

// orderVar holds the order of a process that a test starts.
const orderVar = "SELISIK_ALERT_ORDER"

func TestMain(m *testing.M) {
	if text := os.Getenv(orderVar); text != "" {
		if err := obey(text); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// order tells another process to do all jobs of a store.
type order struct {
	Store string
	Stop  string        // where to say so and stand still: fired, sending, sent
	Ahead time.Duration // of the machine's clock
}

func obey(text string) error {
	var o order
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		return err
	}
	ctx, now := context.Background(), func() time.Time { return time.Now().Add(o.Ahead) }
	s, err := sqlite.Open(ctx, o.Store, sqlite.Options{Now: now})
	if err != nil {
		return err
	}
	post := send.NewWebhook(send.WebhookOptions{Loopback: true})
	bell := bellOf(halting{s, o}, now, map[alert.Way]alert.Sender{alert.ByWebhook: halted{post, o}})
	d := desk.New(s, loaded().steps, loaded().terms, desk.Options{
		Owner: owner.Here(now()), Gone: owner.Gone, Now: now, Alerts: bell, Workers: 2,
		Sleep: func(context.Context, time.Duration) error { return nil },
	})
	if err := d.Work(ctx, true); err != nil {
		return err
	}
	return s.Admin().Close()
}

// at stands still if this is the place.
func (o order) at(place string) {
	if o.Stop == place {
		fmt.Println(place)
		select {}
	}
}

// halting is a store that may stand still between a firing and its jobs.
type halting struct {
	store.Store
	order order
}

func (h halting) Jobs() store.Jobs { return haltingJobs{h.Store.Jobs(), h.order} }

type haltingJobs struct {
	store.Jobs
	order order
}

func (h haltingJobs) Enqueue(ctx context.Context, jobs []store.Job) error {
	if jobs[0].Kind == store.Deliver {
		h.order.at("fired")
	}
	return h.Jobs.Enqueue(ctx, jobs)
}

// halted is a sender that may stand still before or after it sends.
type halted struct {
	alert.Sender
	order order
}

func (h halted) Send(ctx context.Context, m alert.Message) error {
	h.order.at("sending")
	err := h.Sender.Send(ctx, m)
	h.order.at("sent")
	return err
}

// start starts a process.
func start(t *testing.T, o order) (*exec.Cmd, io.Reader) {
	t.Helper()
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), orderVar+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	return cmd, out
}

// TestKilledOnTheWay kills a process with kill -9 between firing and delivery;
// two others then do what is left.
func TestKilledOnTheWay(t *testing.T) {
	t.Parallel()
	for stop, posts := range map[string]int{"fired": 1, "sending": 1, "sent": 2} {
		t.Run(stop, func(t *testing.T) {
			t.Parallel()
			r := receive(t)
			path := filepath.Join(t.TempDir(), "alert.db")
			b := benchAt(t, path)
			q := b.save(alert.Query{When: alert.StoryMatches, Where: alert.Where{Words: "gempa"}, Webhook: r.URL})
			if _, err := b.Add(t.Context(), slices.Values([]news.RawDocument{toll("warta", 1, "8"), toll("kabar", 2, "10")})); err != nil {
				t.Fatal(err)
			}
			cmd, out := start(t, order{Store: path, Stop: stop})
			if s := bufio.NewScanner(out); !s.Scan() || s.Text() != stop {
				t.Fatalf("said %q, want %q", s.Text(), stop)
			}
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			r.after(t, path)
			want := slices.Repeat([]string{b.count("fired", q, 1)[0].ID}, posts)
			if got := r.ids(); !slices.Equal(got, want) {
				t.Errorf("posts %v, want %v", got, want)
			}
			if d := b.fired(q)[0].Ways[alert.ByWebhook]; d.State != alert.Sent {
				t.Errorf("left: %+v", d)
			}
		})
	}
}

// receiver notes the ids of what is posted to it.
type receiver struct {
	*httptest.Server
	mu  sync.Mutex
	got []string
}

func receive(t *testing.T) *receiver {
	r := &receiver{}
	r.Server = httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, req *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.got = append(r.got, req.Header.Get("webhook-id"))
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) ids() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.got)
}

// after has two processes at a time do what is left, as long after as a worker
// may have a delivery for itself, and two more for what those put off.
func (r *receiver) after(t *testing.T, path string) {
	t.Helper()
	for _, ahead := range []time.Duration{2 * time.Minute, 4 * time.Minute} {
		var all sync.WaitGroup
		for range 2 {
			cmd, out := start(t, order{Store: path, Ahead: ahead})
			all.Go(func() {
				said, _ := io.ReadAll(out)
				if err := cmd.Wait(); err != nil || strings.TrimSpace(string(said)) != "" {
					t.Errorf("%v, said %q", err, said)
				}
			})
		}
		all.Wait()
	}
}
