//go:build unix && !linux

package owner

import (
	"errors"
	"syscall"
)

func system() string           { return "unix" }
func start(int) (string, bool) { return "", false }

// alive reports whether a process of this number is there.
func alive(pid int) bool { return !errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) }
