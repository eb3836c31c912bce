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
	now            time.Time
	getenv         func(string) string
}

// terminal returns the width of w in columns and whether it is a terminal.
func terminal(w io.Writer) (width int, ok bool) {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 20 {
		width = 80
	}
	return width, true
}

// colour reports whether output to standard output may carry colours.
func (w world) colour() bool {
	_, tty := terminal(w.stdout)
	return tty && w.getenv("NO_COLOR") == "" && w.getenv("TERM") != "dumb"
}
