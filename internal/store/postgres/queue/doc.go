// Package queue runs store.Jobs through River on PostgreSQL.
//
// What River does: it hands each waiting job to one worker, counts attempts,
// retries with back-off, keeps failures, and cleans up what is done.
//
// What is added, in River's own tables and by its documented insert statement:
//
//   - Enqueue works in any database/sql transaction, so that a job commits with
//     the rows it is about. A unique job that is left out because one waits
//     holds on to the waiting one until the transaction ends: a worker cannot
//     take it before it can see what the transaction wrote.
//   - A worker is a row that beats. When it has been silent for Options.TTL by
//     the database's clock, its jobs go back to the queue, within a TTL and a
//     quarter, and that does not count as an attempt unless it happens often.
//     River's own rescuer knows only how long a job runs, so it would have to
//     wait longer than the longest job.
//   - A worker that finds its row gone (it was stopped, and woke) cancels what
//     it runs and joins anew under another name.
//   - Workers poll. NOTIFY takes a lock over all of a server's commits, and
//     LISTEN needs a connection of its own; a poll costs a worker two reads of
//     an index every Options.Poll.
//
// Jobs may run twice and have to be idempotent, as package store says.
package queue
