//go:build unix

package main

import (
	"errors"
	"syscall"
)

// runs reports whether a process may be running.
func runs(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
