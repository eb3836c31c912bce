package owner

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// system names this boot and the namespace of process numbers; "" if it is not
// known.
func system() string {
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil || len(boot) < 8 {
		return ""
	}
	space, err := os.Readlink("/proc/self/ns/pid")
	if err != nil {
		return ""
	}
	return string(boot[:8]) + "-" + strings.Trim(space, "pid:[]")
}

// start returns when a process began, in ticks since the machine did. ok is
// false if there is no such process, or only what is left of a dead one.
func start(pid int) (ticks string, ok bool) {
	line, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return "", false
	}
	// The second field is the program's name in brackets, whatever it holds.
	fields := bytes.Fields(line[bytes.LastIndexByte(line, ')')+1:])
	if len(fields) < 20 || fields[0][0] == 'Z' || fields[0][0] == 'X' {
		return "", false
	}
	return string(fields[19]), true
}

// alive reports whether a process is there, or may be.
func alive(pid int) bool {
	_, ok := start(pid)
	_, err := os.Stat("/proc/self/stat")
	return ok || err != nil
}
