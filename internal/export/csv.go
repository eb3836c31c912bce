package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/text"
)

// table is one file of comma-separated values: its head, and the rows that a
// story gives. A row's cells are texts but for those that a number made.
type table struct {
	name string
	head []string
	rows func(s *dossier.Story) [][]cell
}

// cell is what stands in one place of a table. Text is defused; a number is
// written as it is, so that a minus sign stays one.
type cell struct {
	text   string
	number bool
}

// mark tells spreadsheets that a file is UTF-8; without it some read it in the
// machine's old character set.
const mark = "\ufeff"

func (t table) write(w io.Writer, in *Input) error {
	if _, err := io.WriteString(w, mark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	if err := out.Write(t.head); err != nil {
		return err
	}
	for i := range in.Dossier.Stories {
		for _, row := range t.rows(&in.Dossier.Stories[i]) {
			if err := out.Write(cells(row)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func cells(row []cell) []string {
	out := make([]string, 0, len(row))
	for _, c := range row {
		if !c.number {
			c.text = defuse(text.Plain(c.text))
		}
		out = append(out, c.text)
	}
	return out
}

// active are the characters with which a spreadsheet lets a formula begin, in
// both widths, and those that it skips before one.
const active = "=+-@|%\t\n\r ＝＋－＠"

// defuse puts an apostrophe before what a spreadsheet might take for a formula
// (CWE-1236). It can be undone: of a text that is apostrophes and then an
// active character, take the first apostrophe away.
func defuse(s string) string {
	if rest := strings.TrimLeft(s, "'"); rest != "" && strings.ContainsRune(active, []rune(rest)[0]) {
		return "'" + s
	}
	return s
}

func texts(s ...string) []cell {
	out := make([]cell, 0, len(s))
	for _, t := range s {
		out = append(out, cell{text: t})
	}
	return out
}

func span(sp dossier.Span) []cell {
	return []cell{{strconv.Itoa(sp[0]), true}, {strconv.Itoa(sp[1]), true}}
}

// bound is a number in its shortest exact form; an open one is empty.
func bound(x *float64) cell {
	if x == nil {
		return cell{}
	}
	return cell{strconv.FormatFloat(*x, 'f', -1, 64), true}
}

// writeTables writes all tables as a zip.
func writeTables(w io.Writer, in *Input) error {
	var files []file
	for _, t := range []table{claims(), quotes(), quantities()} {
		var b strings.Builder
		if err := t.write(&b, in); err != nil {
			return err
		}
		files = append(files, file{name: t.name, data: []byte(b.String())})
	}
	return writeZip(w, files)
}

func row(parts ...[]cell) []cell { return slices.Concat(parts...) }
