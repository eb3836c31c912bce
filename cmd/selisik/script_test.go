package main

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// clock is what the scripts see as now, unless --now says otherwise.
var clock = time.Date(2031, 3, 14, 12, 0, 0, 0, time.FixedZone("WIB", 7*3600))

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"selisik": func() {
			w := process()
			w.now = clock
			w.loopback = os.Getenv("SELISIK_TEST_SITE") != ""
			os.Exit(run(context.Background(), w, os.Args[1:]))
		},
	})
}

// TestScripts runs every script of testdata/script against the real program.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup:         serveSite,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": cmdExits,
			"lines": cmdLines,
			"fill":  cmdFill,
			"halve": cmdHalve,
			"quiet": cmdQuiet,
		},
	})
}

// serveSite serves a script's folder site on the loopback, as SELISIK_TEST_SITE.
func serveSite(env *testscript.Env) error {
	dir := filepath.Join(env.WorkDir, "site")
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	files := http.FileServer(http.Dir(dir))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Date", clock.UTC().Format(http.TimeFormat))
		files.ServeHTTP(w, r)
	}))
	env.Setenv("SELISIK_TEST_SITE", srv.URL)
	env.Defer(srv.Close)
	return nil
}

// cmdExits runs a command and checks its exit status: exits 2 selisik brief.
func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	status := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%s: %v", args[1], err)
		}
		status = exit.ExitCode()
	}
	if args[0] != strconv.Itoa(status) {
		ts.Fatalf("%v: exit status %d, want %s", args[1:], status, args[0])
	}
}

// cmdLines checks how many lines a file or stdout/stderr has: lines stderr 1.
func cmdLines(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: lines FILE N")
	}
	got := strings.Count(ts.ReadFile(args[0]), "\n")
	if want := args[1]; want != strconv.Itoa(got) {
		ts.Fatalf("%s has %d lines, want %s:\n%s", args[0], got, want, ts.ReadFile(args[0]))
	}
}

// cmdFill writes a file of many bytes: fill FILE N TEXT repeats TEXT N times.
func cmdFill(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: fill FILE N TEXT")
	}
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	unescaped := strings.NewReplacer(`\n`, "\n", `\0`, "\x00", `\e`, "\x1b").Replace(args[2])
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), bytes.Repeat([]byte(unescaped), n), 0o644))
}

// cmdHalve writes the first half of a file: halve FILE OUT.
func cmdHalve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: halve FILE OUT")
	}
	raw := ts.ReadFile(args[0])
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(raw[:len(raw)/2]), 0o644))
}

// cmdQuiet runs selisik once for each argument, a command line, and checks that
// something and no control character is printed: quiet 'stories' 'search x'.
func cmdQuiet(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: quiet COMMANDLINE...")
	}
	for _, a := range args {
		ts.Check(ts.Exec("selisik", strings.Fields(a)...))
		out := ts.ReadFile("stdout")
		if out == "" || strings.ContainsAny(out+ts.ReadFile("stderr"), "\x1b\x07\u202e") {
			ts.Fatalf("selisik %s printed %q", a, out)
		}
	}
}
