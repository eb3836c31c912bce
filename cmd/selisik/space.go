package main

import (
	"os"
	"path/filepath"
)

// space returns how many bytes of the store's disk are free and how many the
// store takes; free is negative for a store on a server, or where the system
// does not tell.
func (a *app) space() (free, used int64) {
	if isPostgres(a.conf.DB) {
		return -1, 0
	}
	for _, part := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(a.conf.DB + part); err == nil {
			used += info.Size()
		}
	}
	return freeBytes(filepath.Dir(a.conf.DB)), used
}
