// Package relational is a store over database/sql: all that SQLite and
// PostgreSQL do alike. What differs is in a Dialect.
//
// Both have the same tables with the same columns (see Tables), which each
// creates by its own migrations. Statements use numbered parameters ($1), and
// lists of values are one parameter, a JSON array (Dialect.In). Times are
// microseconds since 1970 in a BIGINT; the zero time is its own number, so that
// it sorts first and needs no NULL. Yes and no are 1 and 0. Bodies are zstd.
//
// Where two writers could meet, the order in which rows are locked is: the row
// of a page (Put, Withdraw), then the arrivals log. Grouping locks its lease
// first and never the log.
package relational
