package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
)

// Outline is one feed of a list.
type Outline struct {
	URL, Title, Site string
	Folder           []string // from the outermost; nil at the top
}

// ReadOPML returns the feeds of an OPML list, in its order, with the folders
// that they lie in. Beside an error stand the feeds before the place where the
// list is broken.
func ReadOPML(b []byte) ([]Outline, error) {
	dec := xml.NewDecoder(bytes.NewReader(b))
	dec.Strict, dec.CharsetReader, dec.Entity = false, charset.NewReaderLabel, xml.HTMLEntity
	var (
		out  []Outline
		path []string
	)
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, fmt.Errorf("not a list of feeds that can be read: %w", err)
		}
		switch el := tok.(type) {
		case xml.StartElement:
			if !strings.EqualFold(el.Name.Local, "outline") {
				continue
			}
			o := outline(el)
			if o.URL != "" {
				o.Folder = folder(path)
				out = append(out, o)
			}
			if path = append(path, o.Title); len(path) > maxFolders {
				return out, errors.New("not a list of feeds that can be read: folders without end")
			}
		case xml.EndElement:
			if strings.EqualFold(el.Name.Local, "outline") && len(path) > 0 {
				path = path[:len(path)-1]
			}
		}
	}
}

// maxFolders is how deep a list may nest.
const maxFolders = 100

func outline(el xml.StartElement) Outline {
	var o Outline
	text := ""
	for _, a := range el.Attr {
		switch v := strings.TrimSpace(a.Value); strings.ToLower(a.Name.Local) {
		case "xmlurl":
			o.URL = v
		case "htmlurl":
			o.Site = v
		case "title":
			o.Title = v
		case "text":
			text = v
		}
	}
	if o.Title == "" {
		o.Title = text
	}
	return o
}

// folder copies the names of a path that are not empty.
func folder(path []string) []string {
	var out []string
	for _, name := range path {
		if name != "" {
			out = append(out, name)
		}
	}
	return out
}

// OPML returns the addresses of the feeds in a list of them, in its order.
func OPML(b []byte) ([]string, error) {
	list, err := ReadOPML(b)
	var out []string
	for _, o := range list {
		out = append(out, o.URL)
	}
	return out, err
}

// node is an outline with what lies in it.
type node struct {
	XMLName xml.Name `xml:"outline"`
	Text    string   `xml:"text,attr"`
	Title   string   `xml:"title,attr,omitempty"`
	Type    string   `xml:"type,attr,omitempty"`
	XMLURL  string   `xml:"xmlUrl,attr,omitempty"`
	HTMLURL string   `xml:"htmlUrl,attr,omitempty"`
	Nodes   []*node
}

// WriteOPML writes feeds as OPML 2.0, those of one folder together, in the order
// given. Reading it gives the same feeds.
func WriteOPML(w io.Writer, title string, feeds []Outline) error {
	root := &node{}
	for _, f := range feeds {
		at := root
		for _, name := range f.Folder {
			at = at.inside(name)
		}
		at.Nodes = append(at.Nodes, &node{Text: f.label(), Title: f.Title, Type: "rss", XMLURL: f.URL, HTMLURL: f.Site})
	}
	doc := struct {
		XMLName xml.Name `xml:"opml"`
		Version string   `xml:"version,attr"`
		Title   string   `xml:"head>title"`
		Nodes   []*node  `xml:"body>outline"`
	}{Version: "2.0", Title: title, Nodes: root.Nodes}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// label is the text that OPML demands.
func (o Outline) label() string {
	if o.Title != "" {
		return o.Title
	}
	return o.URL
}

// inside returns the folder of that name in n.
func (n *node) inside(name string) *node {
	for _, c := range n.Nodes {
		if c.XMLURL == "" && c.Text == name {
			return c
		}
	}
	c := &node{Text: name}
	n.Nodes = append(n.Nodes, c)
	return c
}
