// Package owner names a process, so that others that share a store can tell
// whether it still lives: what a killed process held comes back at once, not
// only when its time is up.
//
// A name is host/system/process/start. The system is this boot of the machine
// and the namespace that process numbers belong to; the start tells processes
// apart that had one number. Of a process elsewhere nothing is known: its
// leases and jobs run out as they would anyway.
package owner
