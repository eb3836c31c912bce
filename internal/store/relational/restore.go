package relational

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
)

// Restore implements store.Admin: one transaction, which commits only once the
// backup's last line has told that all was there.
func (s admin) Restore(ctx context.Context, r io.Reader) (err error) {
	defer s.wrap(ctx, &err, "restore")
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(largest))
	if err != nil {
		return fmt.Errorf("%w: %w", news.ErrInvalid, err)
	}
	defer z.Close()
	restored := &restore{s: s, in: bufio.NewReaderSize(z, 1<<16)}
	err = s.once(ctx, func(tx *Tx) error { // r cannot be read again
		if err := s.empty(ctx, tx); err != nil {
			return err
		}
		return restored.run(ctx, tx)
	})
	if err == nil {
		s.queue.Committed()
	}
	return err
}

// empty returns news.ErrConflict if there is anything in the store.
func (s admin) empty(ctx context.Context, tx *Tx) error {
	for _, t := range Tables() {
		var n int
		if err := tx.QueryRowContext(ctx, `SELECT count(*) FROM (SELECT 1 FROM `+t.Name+` LIMIT 1) AS found`).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return fmt.Errorf("%w: the store is not empty: it has %s", news.ErrConflict, t.Name)
		}
	}
	return nil
}

// restore is a restore under way.
type restore struct {
	s    admin
	in   *bufio.Reader
	rows map[string]int
	jobs []store.Job
}

// run reads all lines. The hash is of all lines but the last, so that each line
// goes into it once another has been seen.
func (r *restore) run(ctx context.Context, tx *Tx) error {
	sum := sha256.New()
	r.rows = map[string]int{}
	line, err := r.line()
	if err != nil {
		return err
	}
	if err := checkHead(line); err != nil {
		return err
	}
	tables := map[string]Table{}
	for _, t := range Tables() {
		tables[t.Name] = t
	}
	for {
		sum.Write(line)
		if line, err = r.line(); err != nil {
			return err
		}
		if line[0] != '[' {
			break
		}
		if err := r.row(ctx, tx, tables, line); err != nil {
			return err
		}
	}
	if err := r.checkTail(line, hex.EncodeToString(sum.Sum(nil))); err != nil {
		return err
	}
	return r.finish(ctx, tx)
}

// line returns the next line. It is not valid after another call.
func (r *restore) line() ([]byte, error) {
	line, err := r.in.ReadBytes('\n')
	if err != nil {
		why := "it is none, or it is damaged"
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			why = "it ends too early"
		}
		return nil, fmt.Errorf("%w: no whole backup: %s", news.ErrInvalid, why)
	}
	return line, nil
}

func checkHead(line []byte) error {
	var h backupHead
	if err := json.Unmarshal(line, &h); err != nil || h.Selisik != "backup" {
		return fmt.Errorf("%w: no backup", news.ErrInvalid)
	}
	if h.Schema > backupSchema {
		return fmt.Errorf("%w: the backup was made by a newer selisik (form %d; this one knows %d)", news.ErrInvalid, h.Schema, backupSchema)
	}
	return nil
}

func (r *restore) checkTail(line []byte, sum string) error {
	var tail backupTail
	if err := json.Unmarshal(line, &tail); err != nil || tail.SHA256 != sum || !maps.Equal(tail.Rows, r.rows) {
		return fmt.Errorf("%w: no whole backup: what it holds is not what it tells at its end", news.ErrInvalid)
	}
	if _, err := r.in.ReadByte(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: no whole backup: something follows its end", news.ErrInvalid)
	}
	return nil
}

func (r *restore) row(ctx context.Context, tx *Tx, tables map[string]Table, line []byte) error {
	var parts []json.RawMessage
	var name string
	if err := json.Unmarshal(line, &parts); err != nil || len(parts) < 2 || json.Unmarshal(parts[0], &name) != nil {
		return fmt.Errorf("%w: a line is damaged", news.ErrInvalid)
	}
	r.rows[name]++
	if name == jobsTable {
		var j store.Job
		if err := json.Unmarshal(parts[1], &j); err != nil {
			return fmt.Errorf("%w: a job is damaged", news.ErrInvalid)
		}
		r.jobs = append(r.jobs, j)
		return nil
	}
	t, ok := tables[name]
	if !ok || len(parts)-1 != len(t.Columns) {
		return fmt.Errorf("%w: a row of %q is not as it should be", news.ErrInvalid, name)
	}
	into := t.pointers()
	for i := range into {
		if err := json.Unmarshal(parts[i+1], into[i]); err != nil {
			return fmt.Errorf("%w: a row of %s: %w", news.ErrInvalid, name, err)
		}
	}
	_, err := tx.exec(ctx, t.insert(), deref(into)...)
	return err
}

func (t Table) insert() string {
	params := make([]string, len(t.Columns))
	for i := range params {
		params[i] = fmt.Sprintf("$%d", i+1)
	}
	return "INSERT INTO " + t.Name + " (" + t.names() + ") VALUES (" + strings.Join(params, ", ") + ")"
}

func deref(pointers []any) []any {
	out := make([]any, len(pointers))
	for i, p := range pointers {
		switch p := p.(type) {
		case *int64:
			out[i] = *p
		case *[]byte:
			out[i] = bytes.Clone(*p)
		case *string:
			out[i] = *p
		}
	}
	return out
}

// finish makes what the rows give rise to: the index, the jobs, and that nobody
// holds a lease.
func (r *restore) finish(ctx context.Context, tx *Tx) error {
	if _, err := tx.exec(ctx, `UPDATE leases SET owner = '', until_time = $1`, int64(noTime)); err != nil {
		return err
	}
	if err := r.s.reindex(ctx, tx); err != nil {
		return err
	}
	if len(r.jobs) > 0 {
		if err := r.s.queue.Add(ctx, tx, r.jobs); err != nil {
			return err
		}
	}
	if r.s.dialect.Restored == nil {
		return nil
	}
	return r.s.dialect.Restored(ctx, tx)
}

// reindex fills an empty index from the rows, a page of them at a time.
func (s *Store) reindex(ctx context.Context, tx *Tx) error {
	after := ""
	for {
		batch, err := s.entries(ctx, tx, after)
		if err != nil {
			return err
		}
		for _, e := range batch {
			if err := s.index.Put(ctx, tx, e); err != nil {
				return err
			}
		}
		if len(batch) < page {
			return nil
		}
		after = string(batch[len(batch)-1].Page)
	}
}
