package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/selisik/selisik/internal/corpus"
)

// crowd is what `-load` does: a store of invented articles is served on
// loopback, and clients read it at once, each going on as soon as it has its
// answer.
type crowd struct {
	articles, clients int
	lasting           time.Duration
	store             string // kept and used again; "" for one of its own
}

// load prints how long answers took, by kind of page.
func load(ctx context.Context, w io.Writer, c crowd) error {
	bin, done, err := build()
	if err != nil {
		return err
	}
	defer done()
	if c.store == "" {
		c.store = filepath.Join(filepath.Dir(bin), "load.db")
	}
	if _, err := os.Stat(c.store); errors.Is(err, os.ErrNotExist) {
		if err := fill(ctx, bin, c); err != nil {
			return err
		}
	}
	site, end, err := serve(ctx, bin, c.store)
	if err != nil {
		return err
	}
	defer end()
	stories, err := storyIDs(ctx, site)
	if err != nil {
		return err
	}
	took := c.read(ctx, site, stories)
	fmt.Fprintf(w, "%d articles, %d clients for %v on loopback, %d answers\n\n| page | answers | median | p99 | longest | errors |\n|---|--:|--:|--:|--:|--:|\n",
		c.articles, c.clients, c.lasting, len(took))
	for _, kind := range []string{"stories", "story", "search"} {
		fmt.Fprintln(w, tally(kind, took))
	}
	return nil
}

// fill makes the store and all its dossiers.
func fill(ctx context.Context, bin string, c crowd) error {
	file := filepath.Join(filepath.Dir(bin), "load.jsonl")
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	e := json.NewEncoder(out)
	for d := range corpus.Make(corpus.Options{Seed: 7, Articles: c.articles, PerDay: 700}) {
		record := map[string]string{"id": d.Ref, "outlet": d.Outlet, "url": d.URL, "title": d.Title, "published": d.Published, "text": string(d.Body)}
		if err := e.Encode(record); err != nil {
			return err
		}
	}
	if err := errors.Join(out.Flush(), f.Close()); err != nil {
		return err
	}
	for _, args := range [][]string{{"add", "--db", c.store, file}, {"work", "--drain", "--db", c.store}} {
		cmd := exec.CommandContext(ctx, bin, args...)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("selisik %s: %w", args[0], err)
		}
	}
	return nil
}

// serve starts the site and returns its address, and what ends it.
func serve(ctx context.Context, bin, store string) (site string, end func(), err error) {
	cmd := exec.CommandContext(ctx, bin, "serve", "--db", store, "--listen", "127.0.0.1:0")
	told, err := cmd.StderrPipe()
	if err != nil {
		return "", nil, err
	}
	if err := cmd.Start(); err != nil {
		return "", nil, err
	}
	end = func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	}
	lines := bufio.NewScanner(told)
	for lines.Scan() {
		if _, at, ok := strings.Cut(lines.Text(), "serving at "); ok {
			go func() { _, _ = io.Copy(io.Discard, told) }()
			return strings.TrimSuffix(at, "/"), end, nil
		}
	}
	end()
	return "", nil, errors.New("selisik serve did not start")
}

// storyIDs returns some stories of the site.
func storyIDs(ctx context.Context, site string) ([]string, error) {
	body, err := get(ctx, http.DefaultClient, site+"/api/v1/stories?limit=200")
	if err != nil {
		return nil, err
	}
	var list struct {
		Items []struct {
			ID string `json:"id"`
		} `json:"items"`
	}
	if err := json.Unmarshal(body, &list); err != nil || len(list.Items) == 0 {
		return nil, fmt.Errorf("list stories: %w: %.200s", errors.Join(err, errors.New("none")), body)
	}
	var out []string
	for _, s := range list.Items {
		out = append(out, s.ID)
	}
	return out, nil
}

// answer is one page that a client got.
type answer struct {
	kind string
	took time.Duration
	err  error
}

// asked are words to search for, common and rare.
var asked = []string{"gempa", "kebakaran pasar", "vonis hakim", "anggaran", "semifinal", "bupati", "rumah rusak", "korsleting"}

// read lets the clients read and returns what they got.
func (c crowd) read(ctx context.Context, site string, stories []string) []answer {
	ctx, cancel := context.WithTimeout(ctx, c.lasting+time.Minute)
	defer cancel()
	until := time.Now().Add(c.lasting)
	web := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: c.clients}}
	all := make([][]answer, c.clients)
	var wg sync.WaitGroup
	for i := range all {
		wg.Go(func() {
			rnd := rand.New(rand.NewPCG(uint64(i), 1))
			for time.Now().Before(until) {
				a, address := answer{}, ""
				switch rnd.IntN(3) {
				case 0:
					a.kind, address = "stories", site+"/"
				case 1:
					a.kind, address = "story", site+"/stories/"+stories[rnd.IntN(len(stories))]
				default:
					a.kind, address = "search", site+"/search?q="+url.QueryEscape(asked[rnd.IntN(len(asked))])
				}
				begin := time.Now()
				_, a.err = get(ctx, web, address)
				a.took = time.Since(begin)
				all[i] = append(all[i], a)
			}
		})
	}
	wg.Wait()
	return slices.Concat(all...)
}

// get reads one page; any answer but 200 is an error.
func get(ctx context.Context, web *http.Client, address string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := web.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err == nil && resp.StatusCode != http.StatusOK {
		err = fmt.Errorf("get %s: %s", address, resp.Status)
	}
	return body, err
}

// tally is a row of the table.
func tally(kind string, all []answer) string {
	var took []time.Duration
	failed := 0
	for _, a := range all {
		if a.kind != kind {
			continue
		}
		took = append(took, a.took)
		if a.err != nil {
			failed++
		}
	}
	if len(took) == 0 {
		return "| " + kind + " | 0 | | | | |"
	}
	slices.Sort(took)
	at := func(share float64) time.Duration {
		return took[min(len(took)-1, int(share*float64(len(took))))].Round(time.Millisecond)
	}
	return fmt.Sprintf("| %s | %d | %v | %v | %v | %d |", kind, len(took), at(0.5), at(0.99), at(1), failed)
}
