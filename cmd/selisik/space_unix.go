//go:build linux || darwin || freebsd

package main

import "golang.org/x/sys/unix"

// freeBytes returns what an ordinary user may still write on the disk of a
// folder; negative if that is not known.
func freeBytes(dir string) int64 {
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		return -1
	}
	return int64(st.Bavail) * int64(st.Bsize)
}
