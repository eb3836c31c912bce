// Package admin serves what operators of a running Selisik look at, apart from
// what readers see: metrics for Prometheus at /metrics, whether the process
// lives at /healthz and can work at /readyz, and Go's profiles at
// /debug/pprof/.
//
// It is served on an address of its own, on the loopback unless told otherwise:
// profiles show memory. It reads the store and changes nothing. Metrics are
// kept in a registry of their own; figures of the store are asked for when
// somebody scrapes, not before.
package admin
