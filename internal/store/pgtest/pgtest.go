package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Server is a running PostgreSQL. Its fsync is off unless a setting turns it
// on.
type Server struct {
	bin, dir  string
	databases atomic.Int64
	keeper    *keeper
	prepared  sync.Once
}

// shared is the server of the test binary: it outlives every test, so it
// belongs to the process.
var shared = sync.OnceValues(func() (*Server, error) { return start(nil) })

// errAbsent is why tests skip.
var errAbsent = errors.New("no initdb and pg_ctl in PATH nor in /usr/lib/postgresql/*/bin")

// New returns the URL of a fresh, empty database on the test binary's server,
// dropped when the test ends.
func New(t testing.TB) string {
	t.Helper()
	s, err := shared()
	check(t, err)
	return s.Database(t)
}

// Copy is New with what prepare makes of an empty database. It is called once
// for a test binary, has to be the same each time, and must leave no connection
// open.
func Copy(t testing.TB, prepare func(url string) error) string {
	t.Helper()
	s, err := shared()
	check(t, err)
	s.prepared.Do(func() {
		s.admin(t, "CREATE DATABASE prepared TEMPLATE template0")
		if err := prepare(s.URL("prepared")); err != nil {
			t.Error(err)
		}
	})
	return s.create(t, "prepared")
}

// Start starts a server of the test's own, which the test may stop and restart,
// with settings such as "fsync=on". It stops when the test ends.
func Start(t testing.TB, settings ...string) *Server {
	t.Helper()
	s, err := start(settings)
	check(t, err)
	t.Cleanup(s.keeper.release)
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, errAbsent) {
		t.Skipf("PostgreSQL is not there: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Database returns the URL of a fresh, empty database, dropped when the test
// ends.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	return s.create(t, "template0")
}

func (s *Server) create(t testing.TB, template string) string {
	t.Helper()
	name := fmt.Sprintf("test_%d", s.databases.Add(1))
	s.admin(t, "CREATE DATABASE "+name+" TEMPLATE "+template)
	t.Cleanup(func() { s.admin(t, "DROP DATABASE IF EXISTS "+name+" WITH (FORCE)") })
	return s.URL(name)
}

// URL returns the URL of a database, there or not.
func (s *Server) URL(database string) string {
	return "postgres://selisik@/" + database + "?host=" + url.QueryEscape(s.dir)
}

func (s *Server) admin(t testing.TB, sql string) {
	t.Helper()
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, s.URL("postgres"))
	if err == nil {
		defer conn.Close(ctx)
		_, err = conn.Exec(ctx, sql)
	}
	if err != nil {
		t.Errorf("pgtest %s: %v", sql, err)
	}
}

// Stop stops the server as a crash would: connections break, nothing is
// flushed, and the next start recovers from the log.
func (s *Server) Stop(t testing.TB) { s.control(t, "stop", "-m", "immediate") }

// Resume starts a stopped server again with the settings it had.
func (s *Server) Resume(t testing.TB) { s.control(t, "start", "-w", "-l", s.log()) }

// Restart stops the server as an administrator does, breaking connections, and
// starts it again.
func (s *Server) Restart(t testing.TB) { s.control(t, "restart", "-m", "fast", "-w", "-l", s.log()) }

func (s *Server) control(t testing.TB, args ...string) {
	t.Helper()
	if err := s.run("pg_ctl", append(args, "-D", s.data())...); err != nil {
		t.Fatal(err)
	}
}

func (s *Server) data() string { return filepath.Join(s.dir, "data") }
func (s *Server) log() string  { return filepath.Join(s.dir, "log") }

// run runs a program of PostgreSQL as the server's user. Its output goes to a
// file, for pg_ctl leaves the server behind with it.
func (s *Server) run(name string, args ...string) error {
	out, err := os.CreateTemp(s.dir, name)
	if err != nil {
		return fmt.Errorf("pgtest %s: %w", name, err)
	}
	defer os.Remove(out.Name())
	defer out.Close()
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = s.dir, out, out
	cmd.SysProcAttr = unprivileged()
	if err := cmd.Run(); err != nil {
		said, _ := os.ReadFile(out.Name())
		logged, _ := os.ReadFile(s.log())
		return fmt.Errorf("pgtest %s: %w\n%s%s", name, err, said, logged)
	}
	return nil
}
