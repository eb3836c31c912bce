package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// owner names this process among all that share a store: machine, process,
// and when it began.
func (a *app) owner() string {
	return fmt.Sprintf("%s:%d:%x", machine(), os.Getpid(), a.now.UnixNano())
}

func machine() string {
	host, err := os.Hostname()
	if err != nil {
		return "unknown"
	}
	return strings.NewReplacer(":", "-", "|", "-").Replace(host)
}

// gone reports whether an owner is a process of this machine that no longer
// runs. A process on another machine is never known to be gone; nor is one
// whose number another process has now: their leases run out.
func gone(owner string) bool {
	part := strings.Split(owner, ":")
	if len(part) != 3 || part[0] != machine() {
		return false
	}
	pid, err := strconv.Atoi(part[1])
	return err == nil && pid > 0 && !runs(pid)
}
