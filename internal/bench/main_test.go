package main

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseReadsWhatGoTestPrints(t *testing.T) {
	p := ""
	if n := runtime.GOMAXPROCS(0); n > 1 {
		p = fmt.Sprintf("-%d", n)
	}
	out := `goos: linux
pkg: example.org/x/internal/stage/weigh
cpu: Some Processor
BenchmarkAll` + p + `   	     100	   1500 ns/op	  12.50 MB/s	     640.2 articles/s	    2048 B/op	       7 allocs/op
BenchmarkAll/10-articles-1-event` + p + ` 	       1	2500000000 ns/op	         1.100 ratio
PASS
ok  	example.org/x/internal/stage/weigh	1.2s
?   	example.org/x/internal/none	[no test files]
`
	want := []string{
		"| stage/weigh | All | 1.50 µs | 12.50 | 640.2 articles/s | 2048 | 7 |",
		"| stage/weigh | All/10-articles-1-event | 2.50 s |  | 1.100 ratio |  |  |",
	}
	var got []string
	for _, r := range parse(out) {
		got = append(got, r.String())
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNanosecondsInAReadableUnit(t *testing.T) {
	for in, want := range map[string]string{"12": "12 ns", "1234": "1.23 µs", "5e6": "5.00 ms", "3e9": "3.00 s", "?": "?"} {
		if got := nanoseconds(in); got != want {
			t.Errorf("nanoseconds(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestWhatFailedIsToldByPackage(t *testing.T) {
	out := "goos: linux\nBenchmarkAll 1 2 ns/op\npanic: no\n\ngoroutine 1:\nexit status 2\nFAIL\texample.org/x\t0.1s\nok  \texample.org/y\t1s\n"
	if got, want := failed(out), "panic: no\nFAIL\texample.org/x\t0.1s\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
