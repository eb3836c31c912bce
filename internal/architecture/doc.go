// Package architecture holds no code, only the tests that keep the shape of
// the tree: which package may import which (layers.txt), that the clock is read
// in cmd alone, and that no word of a language stands in Go.
package architecture
