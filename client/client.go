package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options configures a client; its zero value works where no accounts are.
type Options struct {
	Token string       // "sls_…", sent with each request
	HTTP  *http.Client // nil: one with a minute's patience
}

// Client asks one server. It is safe for concurrent use.
type Client struct {
	base string
	opt  Options
}

// New returns a client of the server at an address: "http://localhost:8383".
func New(address string, opt Options) *Client {
	if opt.HTTP == nil {
		opt.HTTP = &http.Client{Timeout: time.Minute}
	}
	return &Client{strings.TrimRight(address, "/") + "/api/v1", opt}
}

// Error is what the server says of a request that it did not do.
type Error struct {
	Status   int           `json:"status"`
	Title    string        `json:"title"`
	Detail   string        `json:"detail"`
	Instance string        `json:"instance"` // id of the request, by which its log has it
	Wait     time.Duration `json:"-"`        // before which not to ask again; 0 if it does not say
}

func (e *Error) Error() string {
	return fmt.Sprintf("selisik: %s (%d %s, request %s)", e.Detail, e.Status, e.Title, e.Instance)
}

// mostAnswer is how many bytes of an answer are read.
const mostAnswer = 256 << 20

// do sends a request and decodes what it answers into out, if that is not nil;
// []byte takes the bytes.
func (c *Client) do(ctx context.Context, method, path string, body io.Reader, out any, headers ...string) error {
	resp, err := c.send(ctx, c.opt.HTTP, method, path, body, headers...)
	if err != nil {
		return err
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	raw, err := io.ReadAll(io.LimitReader(resp.Body, mostAnswer))
	if err != nil {
		return fmt.Errorf("selisik: read answer: %w", err)
	}
	switch out := out.(type) {
	case nil:
		return nil
	case *[]byte:
		*out = bytes.TrimSpace(raw)
		return nil
	}
	if err := json.Unmarshal(raw, out); err != nil {
		return fmt.Errorf("selisik: read answer: %w", err)
	}
	return nil
}

// send returns the answer to a request that was done, or an *Error.
func (c *Client) send(ctx context.Context, by *http.Client, method, path string, body io.Reader, headers ...string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, method, c.base+path, body)
	if err != nil {
		return nil, fmt.Errorf("selisik: %w", err)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	if c.opt.Token != "" {
		r.Header.Set("Authorization", "Bearer "+c.opt.Token)
	}
	resp, err := by.Do(r)
	if err != nil {
		return nil, fmt.Errorf("selisik: %w", err)
	}
	if resp.StatusCode < http.StatusBadRequest {
		return resp, nil
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	return nil, problem(resp)
}

func problem(resp *http.Response) error {
	e := &Error{Status: resp.StatusCode, Title: http.StatusText(resp.StatusCode)}
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(e); err != nil {
		e.Detail = "the server does not say why"
	}
	if d, err := time.ParseDuration(resp.Header.Get("Retry-After") + "s"); err == nil {
		e.Wait = d
	}
	return e
}

// post sends a value as JSON.
func (c *Client) post(ctx context.Context, path string, in, out any) error {
	raw, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("selisik: %w", err)
	}
	return c.do(ctx, http.MethodPost, path, bytes.NewReader(raw), out, "Content-Type", "application/json")
}

// with puts a query behind a path.
func with(path string, q url.Values) string {
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}
