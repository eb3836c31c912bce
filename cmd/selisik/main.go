// Command selisik reads the coverage of an event and writes its dossier: what
// happened, what rests on two or more independent origins, what differs, who
// said what, and who copied whom, every sentence with its evidence.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	os.Exit(run(ctx, process(), os.Args[1:]))
}

// process is the real world: the one place that reads the clock, the
// environment and the standard streams.
func process() world {
	start := time.Now()
	return world{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		now: start, elapsed: func() time.Duration { return time.Since(start) },
	}
}
