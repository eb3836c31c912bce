-- Who works. The row of a worker that is silent is deleted, and its jobs with
-- it go back to the queue.
CREATE TABLE IF NOT EXISTS worker (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  owner text NOT NULL,
  name text GENERATED ALWAYS AS (left(owner, 70) || '#' || id::text) STORED UNIQUE,
  beat timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Whether a job of a kind and key waits. Keys may be longer than an entry of
-- an index may be, hence the hash.
CREATE INDEX IF NOT EXISTS river_job_waiting
  ON river_job (kind, hashtextextended(args ->> 'key', 0))
  WHERE state IN ('available', 'pending', 'retryable', 'scheduled');
