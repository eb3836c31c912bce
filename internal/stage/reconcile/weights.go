package reconcile

import (
	"bufio"
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// marshal returns a table of a model: comment as its first lines, the names of
// its columns, and rows that are whole already.
func marshal(comment, columns string, rows []string) []byte {
	var b bytes.Buffer
	for _, l := range strings.Split(strings.TrimSpace(comment), "\n") {
		fmt.Fprintf(&b, "# %s\n", l)
	}
	b.WriteString(columns + "\n")
	for _, r := range rows {
		b.WriteString(r + "\n")
	}
	return b.Bytes()
}

// unmarshal reads such a table: at tells where the values of a row belong, nil
// for a row that is not known, which is an error. Values that are left out stay
// as they are. file names the table in errors.
func unmarshal(raw []byte, file string, at func(name string) []*float64) error {
	sc := bufio.NewScanner(bytes.NewReader(raw))
	header := false
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !header {
			header = true
			continue
		}
		cells := strings.Split(line, "\t")
		if err := fill(at(cells[0]), cells[1:]); err != nil {
			return fmt.Errorf("%s:%d: no weight of a feature: %q", file, n, line)
		}
	}
	return sc.Err()
}

// fill puts the numbers of cells where they belong.
func fill(at []*float64, cells []string) error {
	if len(cells) == 0 || len(cells) > len(at) {
		return strconv.ErrSyntax
	}
	for i, cell := range cells {
		w, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return err
		}
		*at[i] = w
	}
	return nil
}
