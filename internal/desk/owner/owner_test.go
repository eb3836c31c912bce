package owner

import (
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestAProcessIsGoneOnceItHasEnded(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("what other systems tell of a process is too little to tell it by its start")
	}
	cmd := exec.Command("cat")
	hold, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Skipf("no program to watch: %v", err)
	}
	began, ok := start(cmd.Process.Pid)
	if !ok {
		t.Fatal("a process that runs is not there")
	}
	parts := strings.Split(Here(time.Time{}), "/")
	parts[2], parts[3] = strconv.Itoa(cmd.Process.Pid), began
	name := strings.Join(parts, "/")
	if Gone(name) {
		t.Errorf("%s runs, and is said to be gone", name)
	}
	if other := name + "1"; !Gone(other) {
		t.Errorf("%s had its number before, and is said to live", other)
	}
	hold.Close()
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if !Gone(name) {
		t.Errorf("%s has ended, and is said to live", name)
	}
}

func TestOfAnotherMachineNothingIsKnown(t *testing.T) {
	t.Parallel()
	mine := Here(time.Unix(1, 0))
	parts := strings.Split(mine, "/")
	for _, name := range []string{
		mine, "", "one", "a/b/c/d", "elsewhere/" + strings.Join(parts[1:], "/"),
		parts[0] + "/other/" + parts[2] + "/0", parts[0] + "/" + parts[1] + "/0/0",
	} {
		if Gone(name) {
			t.Errorf("%q is said to be gone", name)
		}
	}
	if parts[2] != strconv.Itoa(os.Getpid()) {
		t.Errorf("name: %s", mine)
	}
}
