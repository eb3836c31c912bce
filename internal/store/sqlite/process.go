package sqlite

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// token names a crew: who, then the machine, the process and which of its crews
// it is. Machine and process tell later whether it can still be alive.
func token(owner string, crew int64) string {
	host, err := os.Hostname()
	if err != nil {
		host = ""
	}
	return fmt.Sprintf("%s|%s|%d|%d", owner, host, os.Getpid(), crew)
}

// isGone reports whether a crew's process is known to have ended: it was one of
// this machine, and there is no such process now.
func isGone(token string) bool {
	part := strings.Split(token, "|")
	host, err := os.Hostname()
	if err != nil || len(part) < 4 || part[len(part)-3] != host {
		return false
	}
	pid, err := strconv.Atoi(part[len(part)-2])
	if err != nil || pid == os.Getpid() {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return true // where processes can be looked up
	}
	defer p.Release() //nolint:errcheck // nothing was asked of it
	err = p.Signal(syscall.Signal(0))
	return errors.Is(err, os.ErrProcessDone) || errors.Is(err, syscall.ESRCH)
}
