-- Small things kept by name: accounts, sessions, tokens, saved queries.

-- +goose Up
CREATE TABLE records (
	collection TEXT NOT NULL,
	name       TEXT NOT NULL,
	owner      TEXT NOT NULL,
	version    BIGINT NOT NULL,
	expires    BIGINT NOT NULL,
	value      BLOB NOT NULL,
	PRIMARY KEY (collection, name)
);
CREATE INDEX records_owner ON records (collection, owner, name);
