package main

import (
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// world is what the program has from outside, so that a test can give another.
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	now            time.Time            // at the start
	elapsed        func() time.Duration // since the start; nil: time stands still
	getenv         func(string) string
	loopback       bool // this machine may be fetched from; only tests set it
}

// clock is the time as it goes on from now.
func (w world) clock() time.Time {
	if w.elapsed == nil {
		return w.now
	}
	return w.now.Add(w.elapsed())
}

// width returns the width of w in columns and whether it is a terminal.
func width(w io.Writer) (columns int, tty bool) {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns < 20 {
		columns = 80
	}
	return columns, true
}

// colour reports whether output to standard output may carry colours.
func (w world) colour() bool {
	_, tty := width(w.stdout)
	return tty && w.getenv("NO_COLOR") == "" && w.getenv("TERM") != "dumb"
}
