package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"time"

	"github.com/selisik/selisik/internal/face/html"
)

//go:embed assets
var files embed.FS

// assets are the files that pages refer to, each at an address that changes with
// its bytes.
type assets map[string]asset

type asset struct {
	hash string
	body []byte
}

func newAssets() assets {
	a := assets{}
	own := func(name string) []byte {
		raw, _ := files.ReadFile("assets/" + name) // embedded
		return raw
	}
	a.put("style.css", append([]byte(html.Style()), own("site.css")...))
	a.put("dossier.js", []byte(html.Script()))
	for _, name := range []string{"site.js", "htmx.min.js", "icon.svg"} {
		a.put(name, own(name))
	}
	return a
}

func (a assets) put(name string, body []byte) {
	sum := sha256.Sum256(body)
	a[name] = asset{hex.EncodeToString(sum[:6]), body}
}

// Path is where a file is to be had.
func (a assets) Path(name string) string { return "/assets/" + a[name].hash + "/" + name }

// ServeHTTP answers with a file, which browsers may keep for good.
func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, ok := a[path.Base(r.URL.Path)]
	if !ok || r.PathValue("hash") != f.hash {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, path.Base(r.URL.Path), time.Time{}, bytes.NewReader(f.body))
}
