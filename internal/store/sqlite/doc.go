// Package sqlite is the store in one file, without a server: package relational
// over modernc.org/sqlite, with a search index in FTS5 and a queue of its own.
//
// One connection writes; others read, and see the last commit while it does
// (WAL). Every transaction that writes takes the lock at its beginning, so that
// two processes on one file wait for each other and never fail half way. A
// commit is not forced to the disk at once (synchronous=NORMAL): what a killed
// process has committed is there, and after a power cut the file is whole but
// may lack the last moments.
package sqlite
