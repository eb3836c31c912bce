package html

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face"
	"github.com/selisik/selisik/internal/lang"
)

//go:embed assets templates
var files embed.FS

// Options tells how to draw.
type Options struct {
	Packs *lang.Packs
	Tag   string // language of the page's own words; "": that of the story
	// Stories is how many stories are drawn, the first ones; 0: 100. The others
	// stand in the list on top.
	Stories int
}

const defaultStories = 100

// document is what the page's template is given.
type document struct {
	W       *face.Words
	Title   string
	Policy  string
	Style   template.CSS
	Script  template.JS
	Stories []*story
	Total   string   // how many stories there are
	More    []string // titles of those that are not drawn
	Rest    string   // how many those are, in words
}

// Write draws the dossier, its stories in their order. It returns the error of
// w.
func Write(w io.Writer, d dossier.Dossier, opt Options) error {
	tmpl, err := template.ParseFS(files, "templates/*.tmpl")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	doc := document{W: face.ForAll(opt.Packs, opt.Tag, d)}
	style, script := join("css"), join("js")
	doc.Style, doc.Script, doc.Policy = template.CSS(style), template.JS(script), policy(style, script)
	n := min(cmp.Or(opt.Stories, defaultStories), len(d.Stories))
	doc.Total = doc.W.Count("stories", len(d.Stories))
	for i := range d.Stories[:n] {
		doc.Stories = append(doc.Stories, newStory(i+1, &d.Stories[i], face.For(opt.Packs, opt.Tag, &d.Stories[i])))
	}
	for _, s := range d.Stories[n:] {
		doc.More = append(doc.More, face.Line(s.Title))
	}
	doc.Rest = doc.W.Count("more.stories", len(doc.More))
	doc.Title = doc.W.Say("dossier")
	if len(doc.Stories) == 1 {
		doc.Title = doc.Stories[0].Title
	}
	var out bytes.Buffer
	if err := tmpl.ExecuteTemplate(&out, "page.tmpl", doc); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err = w.Write(out.Bytes())
	return err
}

// join returns the assets of one kind, in the order of their names.
func join(ext string) string {
	names, _ := fs.Glob(files, "assets/*."+ext) // the pattern is constant
	var b strings.Builder
	for _, name := range names {
		raw, _ := files.ReadFile(name) // embedded
		b.Write(raw)
	}
	return b.String()
}

// policy allows this page's own style and script and nothing else.
func policy(style, script string) string {
	return "default-src 'none'; style-src " + source(style) + "; script-src " + source(script) +
		"; base-uri 'none'; form-action 'none'"
}

func source(s string) string {
	h := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}
