package ingest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/selisik/selisik/internal/news"
)

// path reads a file, or the files of a folder.
func (r *reader) path(name string) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		r.missing(name, err)
	case info.IsDir():
		r.folder(name)
	case waits(info.Mode()):
		r.pipe(name)
	default:
		r.file(name)
	}
}

// missing tells of a file that cannot be opened. One that does not exist is
// bad input; one that may not be read could not be had.
func (r *reader) missing(name string, err error) {
	kind := news.ErrUnavailable
	if errors.Is(err, fs.ErrNotExist) {
		kind = news.ErrInvalid
	}
	r.tell(kind, "read "+name, err)
}

func (r *reader) file(name string) {
	f, err := os.Open(name)
	if err != nil {
		r.missing(name, err)
		return
	}
	defer f.Close()
	r.stream(newSource(name, name, f))
}

// folder reads the files of a tree in the order of their paths. Hidden ones,
// README files and those of a type that is not known are left out; links to
// folders are not followed.
func (r *reader) folder(root string) {
	found, told := false, false
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case r.done():
			return filepath.SkipAll
		case err != nil:
			r.missing(path, err)
			told = true
			return nil
		case path != root && strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				return filepath.SkipDir
			}
			return nil
		case !e.IsDir() && readable(path):
			found = true
			r.file(path)
		}
		return nil
	})
	if err == nil && !found && !told && !r.done() {
		r.invalid("read "+root, "no article in this folder: no file of a known type")
	}
}

// readable reports whether a folder's file is to be read.
func readable(path string) bool {
	base := filepath.Base(path)
	if _, known := kinds[newSource("", base, nil).ext]; !known {
		return false
	}
	if name, _, _ := strings.Cut(base, "."); strings.EqualFold(name, "README") {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
