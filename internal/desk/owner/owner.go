package owner

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// Here returns the name of this process, which no other has, at whatever time.
// began tells processes apart where the system does not.
func Here(began time.Time) string {
	host, err := os.Hostname()
	if err != nil || host == "" {
		host = "unknown"
	}
	start, ok := start(os.Getpid())
	if !ok {
		start = unsure + strconv.FormatInt(began.UnixNano(), 36)
	}
	return fmt.Sprintf("%s/%s/%d/%s", strings.ReplaceAll(host, "/", "-"), system(), os.Getpid(), start)
}

// unsure begins a start that the system does not tell.
const unsure = "~"

// Gone reports whether the process of a name is known to be dead. It is false
// for a name of another machine, or that Here has not made.
func Gone(name string) bool {
	parts := strings.Split(name, "/")
	mine := strings.Split(Here(time.Time{}), "/")
	if len(parts) != 4 || parts[0] != mine[0] || parts[1] != mine[1] || parts[1] == "" {
		return false
	}
	pid, err := strconv.Atoi(parts[2])
	if err != nil || pid <= 0 {
		return false
	}
	if strings.HasPrefix(parts[3], unsure) {
		return !alive(pid)
	}
	now, ok := start(pid)
	return !ok && !alive(pid) || ok && now != parts[3]
}
