-- Jobs that wait are found by kind, so that many of one kind do not hide those
-- of another; and by when they were put in.

-- +goose Up
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, due, id) WHERE state = 0;
CREATE INDEX jobs_enqueued ON jobs (enqueued) WHERE state = 0;
