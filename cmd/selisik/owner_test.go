package main

import (
	"os/exec"
	"strconv"
	"testing"
)

func TestOnlyAProcessOfThisMachineIsKnownToBeGone(t *testing.T) {
	t.Parallel()
	a := app{world: world{now: clock}}
	if gone(a.owner()) {
		t.Error("this process is gone")
	}
	cmd := exec.Command("go", "version")
	if err := cmd.Run(); err != nil {
		t.Skip("no process to run: ", err)
	}
	ended := strconv.Itoa(cmd.Process.Pid)
	if !gone(machine() + ":" + ended + ":1") {
		t.Error("a process that ended is not gone")
	}
	for _, owner := range []string{"elsewhere:" + ended + ":1", "", "x", machine() + ":0:1", machine() + ":-1:1", machine() + ":a:1"} {
		if gone(owner) {
			t.Errorf("%q is gone", owner)
		}
	}
}
