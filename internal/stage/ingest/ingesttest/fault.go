package ingesttest

import (
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// spoils are the faults that stand in place of an answer.
var spoils = map[string]func(w http.ResponseWriter, r *http.Request, e Event){
	"status": status, "redirect": redirect, "stuck": stuck, "drop": drop, "loop": loop,
	"slow": slow, "hang": hang, "huge": huge, "bomb": bomb, "headers": headers,
}

// spoil answers in place of the site if a fault says so. A fault of every path
// leaves robots.txt alone.
func (st *state) spoil(w http.ResponseWriter, r *http.Request) bool {
	e, ok := st.fault(r.URL.Path, slices.Sorted(maps.Keys(spoils))...)
	if !ok || e.Path == "*" && r.URL.Path == "/robots.txt" {
		return false
	}
	spoils[e.Verb](w, r, e)
	return true
}

func status(w http.ResponseWriter, _ *http.Request, e Event) {
	if s := after(e.Args, "retry-after"); s != "" {
		w.Header().Set("Retry-After", s)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(number(e.Args[0], http.StatusInternalServerError))
	text := "<p>The site says no.</p>\n"
	if slices.Contains(e.Args, "wall") {
		text = "<title>Just a moment...</title><script>window._cf_chl_opt={}</script>\n"
	}
	_, _ = io.WriteString(w, text)
}

func redirect(w http.ResponseWriter, r *http.Request, e Event) {
	code := http.StatusFound
	if len(e.Args) > 1 {
		code = number(e.Args[1], code)
	}
	http.Redirect(w, r, e.Args[0], code)
}

func stuck(w http.ResponseWriter, _ *http.Request, _ Event) { w.WriteHeader(http.StatusNotModified) }

func loop(w http.ResponseWriter, r *http.Request, _ Event) {
	http.Redirect(w, r, r.URL.Path, http.StatusMovedPermanently)
}

func drop(w http.ResponseWriter, _ *http.Request, _ Event) {
	w.Header().Set("Content-Length", "100000")
	_, _ = io.WriteString(w, `<rss version="2.0"><channel><title>`)
}

// slow sends a byte a second for as long as the client stays.
func slow(w http.ResponseWriter, r *http.Request, _ Event) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for {
		if _, err := io.WriteString(w, "<"); err != nil {
			return
		}
		_ = http.NewResponseController(w).Flush()
		select {
		case <-tick.C:
		case <-r.Context().Done():
			return
		}
	}
}

func hang(_ http.ResponseWriter, r *http.Request, _ Event) { <-r.Context().Done() }

// huge sends 10 GiB.
func huge(w http.ResponseWriter, _ *http.Request, _ Event) {
	block := []byte(strings.Repeat("<p>Air naik.</p>\n", 4096))
	for n := int64(0); n < 10<<30; n += int64(len(block)) {
		if _, err := w.Write(block); err != nil {
			return
		}
	}
}

// bomb sends 256 MiB of nothing, packed.
func bomb(w http.ResponseWriter, _ *http.Request, _ Event) {
	w.Header().Set("Content-Encoding", "gzip")
	z := gzip.NewWriter(w)
	block := make([]byte, 1<<20)
	for range 256 {
		if _, err := z.Write(block); err != nil {
			return
		}
	}
	_ = z.Close()
}

// headers sends fields of a header until the client leaves.
func headers(w http.ResponseWriter, _ *http.Request, _ Event) {
	conn, buf, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	fmt.Fprint(buf, "HTTP/1.1 200 OK\r\n")
	for i := 0; ; i++ {
		fmt.Fprintf(buf, "X-%d: %s\r\n", i, strings.Repeat("x", 1000))
		if buf.Flush() != nil {
			return
		}
	}
}
