// Package pgtest gives tests a real PostgreSQL.
//
// It finds initdb and pg_ctl in PATH or where Debian puts them, makes a cluster
// in a temporary folder and starts it on a Unix socket in that folder, so that
// no port is taken and nothing listens on a network. One server serves a test
// binary; each test has a database of its own. PostgreSQL refuses to run as
// root: root starts it as the user postgres or nobody, who owns the folder.
//
// The server ends with the test binary however that ends, killed or not: a
// small shell holds the other end of a pipe, and when the pipe closes it stops
// the server and removes the folder.
//
// Where PostgreSQL is not there, tests skip and say so.
package pgtest
