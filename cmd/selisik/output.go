package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	if err := replaceFile(out, b.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", out, err)
	}
	return nil
}

// replaceFile puts data in the place of the file at path. What is there and is
// no file, a device or a pipe, is written to: it must stay what it is.
func replaceFile(path string, data []byte) (err error) {
	if !replaceable(path) {
		return writeTo(path, func(w io.Writer) error { _, err := w.Write(data); return err })
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(data); err != nil {
		return err
	}
	if err = f.Chmod(0o644); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// replaceable reports whether another file may take the place of path.
func replaceable(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// writeTo writes to what is at path.
func writeTo(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}

// writeJSON writes v indented by one blank. <, > and & are escaped, so that the
// JSON stays harmless where somebody pastes it into a page.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}
