package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/selisik/selisik/internal/news"
)

// The modes of files: of what is to be shown, and of what the store holds.
const (
	public  fs.FileMode = 0o644
	private fs.FileMode = 0o600
)

// emit writes what draw draws to the file named by out, or to standard output
// if out is "". A file is written beside its place and renamed, so that an
// interruption leaves the old file or the new one, never half of one.
func (a *app) emit(out string, draw func(io.Writer) error) error {
	var b bytes.Buffer
	if err := draw(&b); err != nil {
		return err
	}
	if out == "" {
		_, err := a.stdout.Write(b.Bytes())
		return err
	}
	return replaceFile(out, public, whole(b.Bytes()))
}

// stream writes what the store holds to standard output, if path is "-", or into
// a file that only its owner reads.
func (a *app) stream(path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(a.stdout)
	}
	return replaceFile(path, private, write)
}

// replaceFile puts what write writes, as a file of that mode, in the place of
// the one at path, once all of it is on the disk. What is there and is no file, a
// device or a pipe, is written to: it must stay what it is. A place that cannot
// be written to is news.ErrInvalid; an error of write is returned as it is.
func replaceFile(path string, mode fs.FileMode, write func(io.Writer) error) error {
	beside := replaceable(path)
	open := func() (*os.File, error) { return os.OpenFile(path, os.O_WRONLY, 0) }
	if beside {
		open = func() (*os.File, error) { return os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*") }
	}
	f, err := open()
	if err != nil {
		return fmt.Errorf("write %s: %w", path, problem{cause(err), news.ErrInvalid})
	}
	if err := write(f); err != nil {
		return errors.Join(err, f.Close(), discard(f, beside))
	}
	if !beside {
		err = f.Close()
	} else if err = errors.Join(f.Chmod(mode), f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, cause(err)), discard(f, beside))
	}
	return nil
}

// discard takes the file away that was not put in its place.
func discard(f *os.File, beside bool) error {
	if !beside {
		return nil
	}
	return os.Remove(f.Name())
}

// replaceable reports whether another file may take the place of path.
func replaceable(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// whole writes data that is there already.
func whole(data []byte) func(io.Writer) error {
	return func(w io.Writer) error { _, err := w.Write(data); return err }
}

// writeJSON writes v indented by one blank. <, > and & are escaped, so that the
// JSON stays harmless where somebody pastes it into a page.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}
