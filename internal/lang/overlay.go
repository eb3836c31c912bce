package lang

import (
	"io/fs"
	"sort"
)

// overlay is a file system in which the files of top hide those of base.
type overlay struct{ top, base fs.FS }

// Open opens name in top, or in base where top lacks it.
func (o overlay) Open(name string) (fs.File, error) {
	if f, err := o.top.Open(name); err == nil && name != "." {
		return f, nil
	}
	return o.base.Open(name)
}

// ReadDir lists both, top first where a name is in both.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	seen := map[string]fs.DirEntry{}
	base, _ := fs.ReadDir(o.base, name)
	top, _ := fs.ReadDir(o.top, name)
	for _, e := range append(base, top...) {
		seen[e.Name()] = e
	}
	out := make([]fs.DirEntry, 0, len(seen))
	for _, e := range seen {
		out = append(out, e)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Name() < out[j].Name() })
	return out, nil
}
