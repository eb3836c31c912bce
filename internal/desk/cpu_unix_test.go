//go:build unix

package desk_test

import (
	"syscall"
	"time"
)

// cpu is the time that this process has had of the cores: on a machine that
// others use too, it tells more than the clock does.
func cpu() time.Duration {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
