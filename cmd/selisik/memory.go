package main

import "runtime/debug"

// memory is what a command that writes a store tries to stay within. A window
// of articles being grouped takes most of it, whatever the archive's size.
const memory = 580 << 20

// boundMemory makes the collector work harder near the bound, unless the user
// has set one (GOMEMLIMIT).
func (a *app) boundMemory() {
	if a.getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memory)
	}
}
