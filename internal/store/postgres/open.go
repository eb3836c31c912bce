package postgres

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"runtime"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/store"
	"github.com/selisik/selisik/internal/store/postgres/queue"
	"github.com/selisik/selisik/internal/store/relational"
)

// Options configures Open; zero values take the defaults.
type Options struct {
	// Connections are the most at a time; 4 a core and no fewer than 8, unless
	// the address says pool_max_conns.
	Connections int
	// Jobs configures the queue.
	Jobs queue.Options
}

// Store is a store on PostgreSQL. It is made by Open.
type Store struct {
	*relational.Store
	pool *pgxpool.Pool
}

var _ store.Store = (*Store)(nil)

// Open connects to the database at a postgres:// address and brings its schema
// up to date. A database of a newer Selisik is refused with news.ErrInvalid, as
// is an address or a password that is wrong; a server that does not answer is
// news.ErrUnavailable. No error tells the password.
func Open(ctx context.Context, address string, opt Options) (*Store, error) {
	pool, err := connect(ctx, address, opt)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, pool); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open store: %w", relational.CutOff(ctx, explain(err)))
	}
	db := stdlib.OpenDBFromPool(pool)
	core, err := relational.New(relational.Config{
		DB:      relational.DB{Write: db, Read: db},
		Dialect: dialect(),
		Queue:   jobs{queue.New(pool, opt.Jobs)},
		Index:   index{},
	})
	if err != nil {
		pool.Close()
		return nil, fmt.Errorf("open store: %w", err)
	}
	return &Store{core, pool}, nil
}

func connect(ctx context.Context, address string, opt Options) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil { // its text may hold the password
		return nil, fmt.Errorf("open store: not an address like postgres://user:password@host/database: %w", news.ErrInvalid)
	}
	if opt.Connections > 0 {
		config.MaxConns = int32(opt.Connections)
	} else if !strings.Contains(address, "pool_max_conns") {
		config.MaxConns = int32(max(8, 4*runtime.GOMAXPROCS(0)))
	}
	preset(config.ConnConfig.RuntimeParams, "application_name", "selisik")
	preset(config.ConnConfig.RuntimeParams, idle, strconv.FormatInt(opt.Jobs.Silence().Milliseconds(), 10))
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err == nil {
		err = pool.Ping(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("open store: %w", relational.CutOff(ctx, explain(err)))
	}
	return pool, nil
}

// idle is the setting by which the server breaks off a transaction whose
// process says nothing: one that was stopped, or whose machine went away, keeps
// its locks no longer than its jobs.
const idle = "idle_in_transaction_session_timeout"

// preset sets what the address does not.
func preset(params map[string]string, name, value string) {
	if params[name] == "" {
		params[name] = value
	}
}

//go:embed migrations/*.sql
var migrations embed.FS

// opening is the lock that processes which open the store at once take turns
// by. It belongs to a connection and ends with it.
const opening = `SELECT pg_advisory_lock(hashtextextended('selisik open', 0))`

func migrate(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, opening); err != nil {
		return err
	}
	defer conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock_all()`) //nolint:errcheck // it ends with the connection
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	db := stdlib.OpenDBFromPool(pool)
	defer db.Close() //nolint:errcheck // the pool stays
	provider, err := goose.NewProvider(goose.DialectPostgres, db, files)
	if err != nil {
		return err
	}
	if err := refuseNewer(ctx, provider); err != nil {
		return err
	}
	if err := queue.Migrate(ctx, pool); err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

func refuseNewer(ctx context.Context, p *goose.Provider) error {
	has, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	sources := p.ListSources()
	if knows := sources[len(sources)-1].Version; has > knows {
		return fmt.Errorf("%w: its schema is version %d, this selisik knows %d: use a newer one", news.ErrInvalid, has, knows)
	}
	return nil
}

// Admin returns the noun.
func (s *Store) Admin() store.Admin { return admin{s.Store.Admin(), s.pool} }

// admin closes the pool too.
type admin struct {
	store.Admin
	pool *pgxpool.Pool
}

// Close closes all connections.
func (a admin) Close() error {
	err := a.Admin.Close()
	a.pool.Close()
	return err
}
