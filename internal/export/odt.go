package export

import (
	"bytes"
	"embed"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/face"
)

// OpenDocument 1.3 (ISO/IEC 26300), part 2 for the package: what of it a
// dossier needs, which is headings, paragraphs, lists, tables and links.

//go:embed odt
var odtFiles embed.FS

const odtType = "application/vnd.oasis.opendocument.text"

// markup is XML of a document's body: what was text in it has been escaped.
type markup string

// plain escapes one line of text. Characters that XML cannot have are replaced.
func plain(s string) markup {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(face.Line(s))) // a buffer takes all
	return markup(b.String())
}

func strong(s string) markup { return styled("Strong", s) }

// mute is for ids: there, but not in the way.
func mute(s string) markup { return styled("Id", s) }

func styled(style, s string) markup {
	return `<text:span text:style-name="` + markup(style) + `">` + plain(s) + `</text:span>`
}

// linked is a text that leads to an address; without one it is only a text.
func linked(s, href string) markup {
	if href == "" {
		return plain(s)
	}
	return `<text:a xlink:type="simple" xlink:href="` + plain(href) + `">` + plain(s) + `</text:a>`
}

// bookmark is a place to which a link "#name" leads.
func bookmark(name string) markup { return `<text:bookmark text:name="` + plain(name) + `"/>` }

// odtBody gathers the elements of a document.
type odtBody struct {
	strings.Builder
	tables int
}

func (b *odtBody) heading(level int, parts ...markup) {
	fmt.Fprintf(b, "<text:h text:style-name=\"Heading_20_%d\" text:outline-level=\"%d\">%s</text:h>\n", level, level, concat(parts))
}

func (b *odtBody) paragraph(style string, parts ...markup) {
	fmt.Fprintf(b, "<text:p text:style-name=\"%s\">%s</text:p>\n", style, concat(parts))
}

// list writes items with bullets; nothing if there are none.
func (b *odtBody) list(items []markup) {
	if len(items) == 0 {
		return
	}
	b.WriteString("<text:list text:style-name=\"Bullets\">\n")
	for _, it := range items {
		fmt.Fprintf(b, "<text:list-item><text:p text:style-name=\"Standard\">%s</text:p></text:list-item>\n", it)
	}
	b.WriteString("</text:list>\n")
}

// table writes rows of as many cells as head has.
func (b *odtBody) table(head []string, rows [][]markup) {
	b.tables++
	fmt.Fprintf(b, "<table:table table:name=\"T%d\"><table:table-column table:number-columns-repeated=\"%d\"/>\n", b.tables, len(head))
	var first []markup
	for _, h := range head {
		first = append(first, strong(h))
	}
	b.WriteString("<table:table-header-rows>")
	b.row(first)
	b.WriteString("</table:table-header-rows>\n")
	for _, r := range rows {
		b.row(r)
	}
	b.WriteString("</table:table>\n")
}

func (b *odtBody) row(cells []markup) {
	b.WriteString("<table:table-row>")
	for _, c := range cells {
		b.WriteString(`<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="Standard">` + string(c) + "</text:p></table:table-cell>")
	}
	b.WriteString("</table:table-row>\n")
}

func concat(parts []markup) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(string(p))
	}
	return b.String()
}

// writeODT writes the dossier as a text document, for those who go on writing.
func writeODT(w io.Writer, in *Input) error {
	words := face.ForAll(in.Packs, in.Tag, in.Dossier)
	var b odtBody
	if len(in.Dossier.Stories) == 0 {
		b.paragraph("Standard", plain(words.Say("empty")))
	}
	title := words.Say("dossier")
	for i := range in.Dossier.Stories {
		s := &in.Dossier.Stories[i]
		newSheet(&b, s, face.For(in.Packs, in.Tag, s), "s"+strconv.Itoa(i+1)).draw()
		if len(in.Dossier.Stories) == 1 {
			title = s.Title
		}
	}
	fill := strings.NewReplacer("{body}", b.String(), "{program}", string(plain(in.Program)), "{title}", string(plain(title)), "{language}", string(plain(words.Tag)))
	files := []file{{name: "mimetype", data: []byte(odtType), stored: true}}
	for _, part := range [][2]string{{"META-INF/manifest.xml", "manifest.xml"}, {"meta.xml", "meta.xml"}, {"styles.xml", "styles.xml"}, {"content.xml", "content.xml"}} {
		data, err := odtFiles.ReadFile("odt/" + part[1])
		if err != nil {
			return err
		}
		files = append(files, file{name: part[0], data: []byte(fill.Replace(string(data)))})
	}
	return writeZip(w, files)
}
