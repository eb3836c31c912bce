package relational

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"

	"github.com/klauspost/compress/zstd"

	"github.com/selisik/selisik/internal/store"
)

// A backup is JSON Lines, compressed with zstd:
//
//	{"selisik":"backup","schema":1}
//	["documents", values of the columns in the order of Tables]   one a row
//	["jobs", store.Job]                                           one a job
//	{"rows":{"documents":12,…},"sha256":"…"}
//
// Bytes are in base64. The hash is of all that comes before the last line.
const backupSchema = 1

type backupHead struct {
	Selisik string `json:"selisik"`
	Schema  int    `json:"schema"`
}

type backupTail struct {
	Rows   map[string]int `json:"rows"`
	SHA256 string         `json:"sha256"`
}

const jobsTable = "jobs"

// Backup implements store.Admin. It holds leases for their epochs: a restore
// leaves them held by nobody.
func (s admin) Backup(ctx context.Context, w io.Writer) (err error) {
	defer s.wrap(ctx, &err, "backup")
	z, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(1<<20))
	if err != nil {
		return err
	}
	defer z.Close() //nolint:errcheck // below it is closed with its error
	tx, err := s.db.Read.BeginTx(ctx, s.dialect.Snapshot)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it only reads
	out := newLines(z)
	if err := out.write(backupHead{"backup", backupSchema}); err != nil {
		return err
	}
	for _, t := range Tables() {
		if err := out.table(ctx, tx, t); err != nil {
			return fmt.Errorf("table %s: %w", t.Name, err)
		}
	}
	err = s.queue.Each(ctx, tx, func(j store.Job) error { return out.row(jobsTable, []any{jobsTable, j}) })
	if err != nil {
		return err
	}
	if err := out.write(backupTail{out.rows, hex.EncodeToString(out.sum.Sum(nil))}); err != nil {
		return err
	}
	if err := out.w.Flush(); err != nil {
		return err
	}
	return z.Close()
}

// lines writes JSON values, one a line, and hashes and counts them.
type lines struct {
	w    *bufio.Writer
	sum  hash.Hash
	rows map[string]int
	buf  bytes.Buffer
	enc  *json.Encoder
}

func newLines(w io.Writer) *lines {
	l := &lines{w: bufio.NewWriterSize(w, 1<<16), sum: sha256.New(), rows: map[string]int{}}
	l.enc = json.NewEncoder(&l.buf)
	l.enc.SetEscapeHTML(false)
	return l
}

func (l *lines) write(v any) error {
	l.buf.Reset()
	if err := l.enc.Encode(v); err != nil {
		return err
	}
	l.sum.Write(l.buf.Bytes())
	_, err := l.w.Write(l.buf.Bytes())
	return err
}

func (l *lines) row(table string, v []any) error {
	l.rows[table]++
	return l.write(v)
}

func (l *lines) table(ctx context.Context, tx *sql.Tx, t Table) error {
	into := t.pointers()
	line := append([]any{t.Name}, into...) // JSON follows pointers
	return rows(ctx, tx, func(r *sql.Rows) error {
		if err := r.Scan(into...); err != nil {
			return err
		}
		return l.row(t.Name, line)
	}, t.selectAll()+" ORDER BY "+t.Order)
}

// pointers returns pointers to places for one row.
func (t Table) pointers() []any {
	var out []any
	for _, c := range t.Columns {
		switch c[len(c)-1] {
		case '#':
			out = append(out, new(int64))
		case '*':
			out = append(out, new([]byte))
		default:
			out = append(out, new(string))
		}
	}
	return out
}
