//go:build !unix

package main

// runs reports whether a process may be running; here nobody knows.
func runs(int) bool { return true }
