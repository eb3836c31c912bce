package lang

import (
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"regexp/syntax"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"
)

// Meta is a pack's pack.toml.
type Meta struct {
	Tag     string `toml:"tag"`  // BCP 47: "id"
	Name    string `toml:"name"` // in the language itself: "Bahasa Indonesia"
	English string `toml:"english"`
	Script  string `toml:"script"`  // ISO 15924: "Latn"
	Decimal string `toml:"decimal"` // decimal mark: "," or "."
	Group   string `toml:"group"`   // thousands mark
	// DateOrder is "dmy" or "mdy".
	DateOrder string `toml:"date_order"`
	// Zone is the offset assumed where a page names none: "+07:00".
	Zone string `toml:"zone"`
	// Country is the one that texts in the language mean where they name none, as
	// the places table shows it; "" if there is no one such.
	Country string `toml:"country"`
	// HeadFirst tells that nouns stand before what describes them ("Presiden
	// Rusia", "Bank Indonesia").
	HeadFirst bool   `toml:"head_first"`
	Version   string `toml:"version"`
	Licence   string `toml:"licence"`
}

// Row is one entry of a table: its columns, and the line it stands on.
type Row struct {
	Cols []string
	Line int
}

// Table is a pack's table in file order.
type Table struct {
	Name string
	Rows []Row
}

// Pack is everything Selisik knows about one language. It is immutable and
// safe for use by several goroutines.
type Pack struct {
	Meta
	tables map[string]*Table
	fsys   fs.FS
}

// Empty returns a pack without any table: what serves a language that no pack
// was written for (cleaning, grouping and copying still work).
func Empty(tag string) *Pack {
	return &Pack{Meta: Meta{Tag: tag, Decimal: ".", Group: ",", DateOrder: "dmy", Zone: "+00:00"}, tables: map[string]*Table{}}
}

// Rows returns the rows of a table in file order, nil if the pack has none.
// Asking for a table that no pack may hold is a mistake in the program and panics.
func (p *Pack) Rows(name string) []Row {
	if _, ok := schema[name]; !ok {
		panic("lang: unknown table " + name)
	}
	if t := p.tables[name]; t != nil {
		return t.Rows
	}
	return nil
}

// Tables returns the names of all tables that a pack may hold, sorted.
func Tables() []string { return slices.Sorted(maps.Keys(schema)) }

// Map returns the table's first column mapped to its second. Where forms
// repeat, the first in file order wins.
func (p *Pack) Map(name string) map[string]string {
	rows := p.Rows(name)
	m := make(map[string]string, len(rows))
	for _, r := range rows {
		if _, ok := m[r.Cols[0]]; ok {
			continue
		}
		v := ""
		if len(r.Cols) > 1 {
			v = r.Cols[1]
		}
		m[r.Cols[0]] = v
	}
	return m
}

// Set returns the table's first column as a set.
func (p *Pack) Set(name string) map[string]bool {
	rows := p.Rows(name)
	m := make(map[string]bool, len(rows))
	for _, r := range rows {
		m[r.Cols[0]] = true
	}
	return m
}

// Patterns returns the compiled patterns of one kind in file order. It
// compiles anew on each call: keep the result.
func (p *Pack) Patterns(kind string) []*regexp.Regexp {
	var out []*regexp.Regexp
	for _, r := range p.Rows("patterns") {
		if r.Cols[0] == kind {
			out = append(out, regexp.MustCompile(r.Cols[1]))
		}
	}
	return out
}

// Phrase returns the text of a fixed phrase with {name} places filled from
// pairs of name and value. A key that the pack lacks gives the key itself, so
// that a gap is seen.
func (p *Pack) Phrase(key string, pairs ...string) string {
	for _, r := range p.Rows("phrases") {
		if r.Cols[0] != key {
			continue
		}
		s := r.Cols[1]
		for i := 0; i+1 < len(pairs); i += 2 {
			s = strings.ReplaceAll(s, "{"+pairs[i]+"}", pairs[i+1])
		}
		return s
	}
	return key
}

// LoadPack reads and checks the pack in the root of fsys. Errors name file and
// line: `packs/id/months.tsv:14: duplicate "mei"`.
func LoadPack(fsys fs.FS) (*Pack, error) {
	p := &Pack{tables: map[string]*Table{}, fsys: fsys}
	raw, err := fs.ReadFile(fsys, "pack.toml")
	if err != nil {
		return nil, fmt.Errorf("pack.toml: %w", err)
	}
	if err := toml.Unmarshal(raw, &p.Meta); err != nil {
		return nil, fmt.Errorf("pack.toml: %w", err)
	}
	if p.Tag == "" {
		return nil, fmt.Errorf("pack.toml: no tag")
	}
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, err
	}
	for _, file := range names {
		raw, err := fs.ReadFile(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("%s/%s: %w", p.Tag, file, err)
		}
		t, err := parseTable(strings.TrimSuffix(file, ".tsv"), string(raw))
		if err != nil {
			return nil, fmt.Errorf("packs/%s/%s:%w", p.Tag, file, err)
		}
		p.tables[t.Name] = t
	}
	return p, nil
}

// parseTable reads one table; its errors start with the line number.
func parseTable(name, raw string) (*Table, error) {
	cols, ok := schema[name]
	if !ok {
		return nil, fmt.Errorf("1: no table of this name is known")
	}
	t := &Table{Name: name, Rows: make([]Row, 0, strings.Count(raw, "\n"))}
	header, before := false, ""
	for i, line := range strings.Split(strings.TrimSuffix(raw, "\n"), "\n") {
		if !header && strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if !header {
			header = true
			if got, want := strings.Join(f, " "), strings.ReplaceAll(strings.Join(cols, " "), "?", ""); got != want {
				return nil, fmt.Errorf("%d: header is %q, want %q", i+1, got, want)
			}
			continue
		}
		if err := checkRow(cols, f, line); err != nil {
			return nil, fmt.Errorf("%d: %w", i+1, err)
		}
		if len(t.Rows) > 0 && before >= line {
			return nil, fmt.Errorf("%d: not sorted or twice: %q after %q", i+1, line, before)
		}
		before = line
		t.Rows = append(t.Rows, Row{Cols: f, Line: i + 1})
	}
	return t, nil
}

func checkRow(cols, f []string, line string) error {
	if !utf8.ValidString(line) || !norm.NFC.IsNormalString(line) {
		return fmt.Errorf("not UTF-8 in NFC: %q", line)
	}
	if len(f) != len(cols) {
		return fmt.Errorf("%d columns, want %d", len(f), len(cols))
	}
	for j, v := range f {
		if v == "" && !strings.HasSuffix(cols[j], "?") {
			return fmt.Errorf("column %s is empty", cols[j])
		}
		if cols[j] == "pattern" {
			if _, err := syntax.Parse(v, syntax.Perl); err != nil {
				return err
			}
		}
	}
	return nil
}

// common is the tag (ISO 639, "multiple languages") of the pack of what pages in
// any language may hold. It serves no language, so it is none of the Tags.
const common = "mul"

// Packs is a set of packs by tag.
type Packs struct{ byTag map[string]*Pack }

// For returns the pack of a tag, or an empty one.
func (ps *Packs) For(tag string) *Pack {
	if p, ok := ps.byTag[tag]; ok {
		return p
	}
	return Empty(tag)
}

// Common returns the pack of what pages in any language may hold: its tables
// lie under those of all others.
func (ps *Packs) Common() *Pack { return ps.For(common) }

// Has reports whether a pack serves the tag.
func (ps *Packs) Has(tag string) bool { return tag != common && ps.byTag[tag] != nil }

// Tags returns the tags of the languages that the set serves, sorted.
func (ps *Packs) Tags() []string {
	out := make([]string, 0, len(ps.byTag))
	for t := range ps.byTag {
		if t != common {
			out = append(out, t)
		}
	}
	sort.Strings(out)
	return out
}

// Load reads every folder of fsys as a pack. Later sets overlay earlier ones:
// a table or model that an overlay has replaces the whole table or model.
func Load(sets ...fs.FS) (*Packs, error) {
	ps := &Packs{byTag: map[string]*Pack{}}
	for i, set := range sets {
		dirs, err := fs.ReadDir(set, ".")
		if err != nil {
			return nil, fmt.Errorf("packs: %w", err)
		}
		for _, d := range dirs {
			if !d.IsDir() {
				continue
			}
			sub, err := fs.Sub(set, d.Name())
			if err != nil {
				return nil, err
			}
			if _, err := fs.Stat(sub, "pack.toml"); err != nil && i > 0 && ps.byTag[d.Name()] != nil {
				sub = overlay{top: sub, base: ps.byTag[d.Name()].fsys}
			} else if base := ps.byTag[d.Name()]; base != nil {
				sub = overlay{top: sub, base: base.fsys}
			}
			p, err := LoadPack(sub)
			if err != nil {
				return nil, err
			}
			ps.byTag[p.Tag] = p
		}
	}
	return ps, nil
}
