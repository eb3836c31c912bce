package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store/relational"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Options configures Open.
type Options struct {
	// Now is the clock, by which jobs are stamped when they come in; nil is
	// refused.
	Now func() time.Time
	// Readers is how many connections read at a time; 0: 4.
	Readers int
	// MaxBytes is how large the file may grow before the disk counts as full; 0:
	// as large as it will.
	MaxBytes int64
}

// pageBytes is the size of SQLite's pages.
const pageBytes = 4096

// busy is how long a writer waits for another process.
const busy = 20 * time.Second

// Open opens the store in a file, which it makes, with its folder, if there is
// none, and brings it to the present schema. Errors wrap news.ErrInvalid if the
// file is no store, is damaged, or was written by a newer Selisik, and
// news.ErrUnavailable if it cannot be opened; their text tells what to do.
// Close the store by its Admin.
func Open(ctx context.Context, path string, opt Options) (*relational.Store, error) {
	if opt.Now == nil {
		return nil, fmt.Errorf("open store: %w: no clock", news.ErrInvalid)
	}
	if opt.Readers <= 0 {
		opt.Readers = 4
	}
	s, err := open(ctx, path, opt)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, relational.CutOff(ctx, explain(err)))
	}
	return s, nil
}

func open(ctx context.Context, path string, opt Options) (*relational.Store, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := inspect(abs); err != nil {
		return nil, err
	}
	write, err := connect(abs, 1, writerOptions(opt)...)
	if err != nil {
		return nil, err
	}
	scripts, err := fs.Sub(migrations, "migrations")
	if err == nil {
		err = migrate(ctx, write, scripts)
	}
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := connect(abs, opt.Readers, "_pragma=query_only(1)", "_pragma=cache_size(-16384)")
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	db := relational.DB{Write: write, Read: read}
	return relational.New(relational.Config{DB: db, Dialect: dialect(), Queue: newQueue(db, opt.Now), Index: index{}})
}

// writerOptions are those of the connection that writes. A log of 32 MiB before
// it goes into the file saves writing the same pages over and over.
func writerOptions(opt Options) []string {
	out := []string{"_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=synchronous(NORMAL)", "_pragma=foreign_keys(1)",
		"_pragma=cache_size(-32768)", "_pragma=wal_autocheckpoint(8192)", "_pragma=journal_size_limit(67108864)"}
	if opt.MaxBytes > 0 {
		out = append(out, fmt.Sprintf("_pragma=max_page_count(%d)", max(opt.MaxBytes/pageBytes, 1)))
	}
	return out
}

// inspectEmpty refuses an empty file beside which there are changes to a larger
// one: SQLite would drop them. Else it begins with an empty file, too.
func inspectEmpty(path string) error {
	if info, err := os.Stat(path + "-wal"); err != nil || info.Size() == 0 {
		return nil
	}
	return fmt.Errorf("%w: the file is empty, but its log is not: it is damaged; %s", news.ErrInvalid, mend)
}

// inspect looks at what is at path before SQLite does, for clearer words.
func inspect(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return os.MkdirAll(filepath.Dir(path), 0o700)
	}
	if err != nil {
		return err
	}
	if info.IsDir() {
		return fmt.Errorf("%w: it is a folder, not a file", news.ErrInvalid)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	head := make([]byte, len(magic))
	n, err := io.ReadFull(f, head)
	if n == 0 && errors.Is(err, io.EOF) {
		return inspectEmpty(path)
	}
	if !bytes.Equal(head, []byte(magic)) {
		return fmt.Errorf("%w: it is no Selisik store, or its beginning is damaged; %s", news.ErrInvalid, mend)
	}
	return nil
}

// magic is how a database file begins.
const magic = "SQLite format 3\x00"

// mend is the advice where a file is damaged.
const mend = "move it away and fill a new one from a backup with `selisik restore`"

// connect opens a pool of connections to a file.
func connect(path string, size int, options ...string) (*sql.DB, error) {
	options = append(options, fmt.Sprintf("_pragma=busy_timeout(%d)", busy.Milliseconds()))
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/…
	}
	file := url.URL{Scheme: "file", Path: slashed, RawQuery: strings.Join(options, "&")}
	c, err := sqlite.NewConnector(file.String())
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector{c})
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db, nil
}

// attempts is how often migrating is tried: another process may do the same at
// the same time, and then finds all done.
const attempts = 3

// migrate brings a database to the schema of the last script.
func migrate(ctx context.Context, db *sql.DB, scripts fs.FS) error {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, scripts)
	if err != nil {
		return err
	}
	sources := p.ListSources()
	newest := sources[len(sources)-1].Version
	for range attempts {
		var has int64
		if has, err = version(ctx, db); err != nil {
			return err
		}
		if has > newest {
			return fmt.Errorf("%w: it was written by a newer Selisik (schema %d; this one knows %d): use that, or a backup made with this one",
				news.ErrInvalid, has, newest)
		}
		if has == newest {
			return nil
		}
		if _, err = p.Up(ctx); err == nil {
			return nil
		}
	}
	return err
}

// version returns the schema's version, 0 for an empty database.
func version(ctx context.Context, db *sql.DB) (v int64, err error) {
	var tables, ours int
	err = db.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(name = 'goose_db_version'), 0) FROM sqlite_master WHERE type = 'table'`).Scan(&tables, &ours)
	if err != nil || tables == 0 {
		return 0, err
	}
	if ours == 0 {
		return 0, fmt.Errorf("%w: it is a database of another program", news.ErrInvalid)
	}
	err = db.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied`).Scan(&v)
	return v, err
}
