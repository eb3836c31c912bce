// Package drill holds the drills: tests in which the worst happens on purpose,
// to processes, disks, clocks and servers, and nothing may be lost nor doubled.
// docs/reliability.md tells what each does and what came out.
//
// go test runs them in a short form. The long form takes the figures of the
// documentation:
//
//	go test ./internal/drill -drill.long -drill.report ../../docs/reliability.tsv -timeout 3h
//
// Other processes are the test binary itself, started with an order in its
// environment (see order): they are killed with kill -9, stopped with SIGSTOP
// and woken. No drill looks at how long something takes.
package drill
