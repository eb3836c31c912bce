-- Tables and columns are those that package relational lists; PostgreSQL's
-- differ in types alone. Times are microseconds since 1970 in UTC, and that of
-- the zero time where there is none. Bodies are zstd.

-- +goose Up
CREATE TABLE blobs (
	hash TEXT PRIMARY KEY, -- SHA-256 of the bytes, hex
	size BIGINT NOT NULL,  -- of the bytes
	body BLOB NOT NULL
);

CREATE TABLE documents (
	id   TEXT PRIMARY KEY,
	seen BIGINT NOT NULL,
	feed TEXT NOT NULL,
	blob TEXT NOT NULL REFERENCES blobs (hash),
	meta TEXT NOT NULL -- JSON of news.RawDocument without its body
);
CREATE INDEX documents_seen ON documents (seen, id);

-- What is published at one address, with what its current version says that
-- lists and grouping need.
CREATE TABLE pages (
	id        TEXT PRIMARY KEY,
	article   TEXT NOT NULL, -- the current version
	placed    BIGINT NOT NULL,
	outlet    TEXT NOT NULL, -- domain
	withdrawn BIGINT NOT NULL,
	thread    TEXT NOT NULL, -- '' while it is in none
	story     TEXT NOT NULL
);
CREATE INDEX pages_placed ON pages (placed, article);
CREATE INDEX pages_thread ON pages (thread) WHERE thread <> '';
CREATE INDEX pages_story ON pages (story, placed, article, id) WHERE story <> '';

CREATE TABLE articles (
	id         TEXT PRIMARY KEY,
	page       TEXT NOT NULL REFERENCES pages (id),
	document   TEXT NOT NULL,
	fetched    BIGINT NOT NULL,
	published  BIGINT NOT NULL,
	seen       BIGINT NOT NULL,
	version    INTEGER NOT NULL,
	is_current INTEGER NOT NULL,
	cut        TEXT NOT NULL, -- JSON; '' for none
	body       BLOB NOT NULL  -- JSON of news.Article
);
CREATE INDEX articles_page ON articles (page, version);

-- How often each stem stands in an article.
CREATE TABLE terms (
	article TEXT PRIMARY KEY REFERENCES articles (id),
	words   INTEGER NOT NULL,
	counts  BLOB NOT NULL
);

CREATE TABLE readings (
	article TEXT PRIMARY KEY REFERENCES articles (id),
	hash    TEXT NOT NULL,
	body    BLOB NOT NULL -- JSON of news.Reading
);

CREATE TABLE arrivals (
	seq    INTEGER PRIMARY KEY AUTOINCREMENT,
	page   TEXT NOT NULL,
	was    BIGINT NOT NULL,
	placed BIGINT NOT NULL
);

CREATE TABLE threads (
	id         TEXT PRIMARY KEY,
	from_time  BIGINT NOT NULL,
	until_time BIGINT NOT NULL,
	story      TEXT NOT NULL
);
CREATE INDEX threads_window ON threads (from_time, until_time);
CREATE INDEX threads_story ON threads (story);

CREATE TABLE joins (
	earlier TEXT NOT NULL,
	later   TEXT NOT NULL,
	PRIMARY KEY (earlier, later)
);
CREATE INDEX joins_later ON joins (later);

-- A story stands while size > 0. One that is gone keeps its row, so that its
-- revisions go on rising should it come back.
CREATE TABLE stories (
	id               TEXT PRIMARY KEY,
	title            TEXT NOT NULL,
	languages        TEXT NOT NULL, -- JSON
	outlets          TEXT NOT NULL, -- JSON
	first_at         BIGINT NOT NULL,
	last_at          BIGINT NOT NULL,
	revision         BIGINT NOT NULL,
	updated          BIGINT NOT NULL,
	into_story       TEXT NOT NULL,
	size             INTEGER NOT NULL,
	recent           INTEGER NOT NULL, -- pages placed in the 24 hours before last_at
	growth           TEXT NOT NULL,    -- JSON: of them by hour, oldest first
	dossier_revision BIGINT NOT NULL,  -- 0: none
	origins          INTEGER NOT NULL,
	findings         INTEGER NOT NULL,
	differences      INTEGER NOT NULL,
	contested        INTEGER NOT NULL,
	entities         TEXT NOT NULL -- JSON
);
CREATE INDEX stories_last ON stories (last_at DESC, id) WHERE size > 0;
CREATE INDEX stories_origins ON stories (origins DESC, last_at DESC, id) WHERE size > 0;
CREATE INDEX stories_growth ON stories (recent DESC, id) WHERE size > 0;
CREATE INDEX stories_size ON stories (size DESC, first_at, id) WHERE size > 0;
CREATE INDEX stories_stale ON stories (last_at DESC, id) WHERE size > 0 AND dossier_revision <> revision;

-- What stories are filtered by: kind "outlet", "language" or "entity".
CREATE TABLE facets (
	kind  TEXT NOT NULL,
	value TEXT NOT NULL,
	story TEXT NOT NULL REFERENCES stories (id),
	PRIMARY KEY (kind, value, story)
);
CREATE INDEX facets_story ON facets (story, kind);

CREATE TABLE dossiers (
	story    TEXT PRIMARY KEY REFERENCES stories (id),
	revision BIGINT NOT NULL,
	made     BIGINT NOT NULL,
	summary  TEXT NOT NULL, -- JSON of store.Summary
	body     BLOB NOT NULL  -- JSON of dossier.Story
);

CREATE TABLE feeds (
	id       TEXT PRIMARY KEY,
	url      TEXT NOT NULL,
	kind     TEXT NOT NULL,
	title    TEXT NOT NULL,
	paused   INTEGER NOT NULL,
	added    BIGINT NOT NULL,
	next_due BIGINT NOT NULL,
	state    TEXT NOT NULL -- JSON of news.FeedState
);
CREATE INDEX feeds_due ON feeds (next_due, id) WHERE paused = 0;

CREATE TABLE edits (
	seq    INTEGER PRIMARY KEY AUTOINCREMENT,
	at     BIGINT NOT NULL,
	who    TEXT NOT NULL,
	kind   TEXT NOT NULL,
	story  TEXT NOT NULL,
	target TEXT NOT NULL,
	pages  TEXT NOT NULL, -- JSON: Pages, Stay, There
	note   TEXT NOT NULL
);

CREATE TABLE settings (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
);

-- Numbers that the store keeps for itself: "cursor" of grouping.
CREATE TABLE marks (
	name  TEXT PRIMARY KEY,
	value BIGINT NOT NULL
);

CREATE TABLE leases (
	partition  TEXT PRIMARY KEY,
	owner      TEXT NOT NULL, -- '' while nobody holds it
	epoch      BIGINT NOT NULL,
	until_time BIGINT NOT NULL
);

-- What follows is SQLite's own.

CREATE TABLE jobs (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	kind     TEXT NOT NULL,
	key      TEXT NOT NULL,
	args     BLOB,
	is_unique INTEGER NOT NULL,
	state    INTEGER NOT NULL, -- 0 waits, 1 runs, 2 is dead
	attempt  INTEGER NOT NULL,
	due      BIGINT NOT NULL,
	enqueued BIGINT NOT NULL,
	owner    TEXT NOT NULL,   -- of those that run
	until_time BIGINT NOT NULL, -- when its owner is taken for dead
	error    TEXT NOT NULL
);
CREATE INDEX jobs_due ON jobs (due, id) WHERE state = 0;
CREATE INDEX jobs_waiting ON jobs (kind, key) WHERE state = 0;
CREATE INDEX jobs_running ON jobs (kind, until_time) WHERE state = 1;
CREATE INDEX jobs_dead ON jobs (id) WHERE state = 2;

-- The search index holds current articles. A row's number begins with the
-- second of placement, so that the newest are found first.
CREATE TABLE search_rows (
	num     INTEGER PRIMARY KEY,
	page    TEXT NOT NULL UNIQUE,
	article TEXT NOT NULL,
	placed  BIGINT NOT NULL
);
CREATE VIRTUAL TABLE search USING fts5 (
	stems, content = '', contentless_delete = 1, detail = none,
	tokenize = "ascii tokenchars '_'"
);

