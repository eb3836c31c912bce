-- Small things kept by name: accounts, sessions, tokens, saved queries.

-- +goose Up
CREATE TABLE records (
	collection TEXT COLLATE "C" NOT NULL,
	name       TEXT COLLATE "C" NOT NULL,
	owner      TEXT COLLATE "C" NOT NULL,
	version    BIGINT NOT NULL,
	expires    BIGINT NOT NULL,
	value      BYTEA NOT NULL,
	PRIMARY KEY (collection, name)
);
CREATE INDEX records_owner ON records (collection, owner, name);
