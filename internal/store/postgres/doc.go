// Package postgres is a store on PostgreSQL, for several processes and machines.
//
// It is package relational with PostgreSQL's dialect, an index of stems (GIN)
// and jobs through River (package queue). Open brings the schema up to date;
// any number of processes may open at once.
//
// Writers lock rows, so two that write the same wait for each other; what the
// database gave up for their sake, or lost with a connection before it was
// asked to commit, is done again. Where it is not known whether a commit came
// through, the caller is told news.ErrUnavailable: jobs are idempotent and are
// tried again.
//
// The arrivals and edits logs are appended to under a lock, held until commit:
// a reader that has seen a number will see no lower one later.
package postgres
