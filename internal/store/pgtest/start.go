package pgtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// binaries returns the folder of PostgreSQL's programs, the newest version's.
func binaries() (string, error) {
	if path, err := exec.LookPath("pg_ctl"); err == nil {
		if real, err := filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(real), nil
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/pg_ctl")
	if len(found) == 0 {
		return "", errAbsent
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

// defaults are for tests: nothing survives a power cut, and nothing has to.
var defaults = []string{
	"fsync=off", "synchronous_commit=off", "full_page_writes=off",
	"max_connections=200", "shared_buffers=64MB", "listen_addresses=", "log_min_messages=warning",
}

func start(settings []string) (*Server, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "selisik-pg")
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, dir: dir}
	if err := s.boot(settings); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	return s, nil
}

func (s *Server) boot(settings []string) error {
	if err := own(s.dir); err != nil {
		return err
	}
	err := s.run("initdb", "-D", s.data(), "-U", "selisik", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
	if err != nil {
		return err
	}
	if err := s.configure(slices.Concat(defaults, settings)); err != nil {
		return err
	}
	if s.keeper, err = keep(s); err != nil {
		return err
	}
	if err := s.run("pg_ctl", "start", "-w", "-D", s.data(), "-l", s.log()); err != nil {
		s.keeper.release()
		return err
	}
	return nil
}

// configure writes settings, and that the user "locked" needs a password.
func (s *Server) configure(settings []string) error {
	conf, err := os.OpenFile(filepath.Join(s.data(), "postgresql.conf"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer conf.Close()
	fmt.Fprintf(conf, "\nunix_socket_directories = '%s'\n", s.dir)
	for _, setting := range settings {
		name, value, _ := strings.Cut(setting, "=")
		fmt.Fprintf(conf, "%s = '%s'\n", name, value)
	}
	rules := "local all locked scram-sha-256\nlocal all all trust\n"
	return os.WriteFile(filepath.Join(s.data(), "pg_hba.conf"), []byte(rules), 0o600)
}

// keeper stops the server and removes its folder when it is released, or when
// the test binary is no more.
type keeper struct {
	release func()
}

const untilReleased = `cat >/dev/null; "$1/pg_ctl" stop -m immediate -D "$2/data" >/dev/null 2>&1; rm -rf "$2"`

func keep(s *Server) (*keeper, error) {
	cmd := exec.Command("sh", "-c", untilReleased, "sh", s.bin, s.dir)
	cmd.Dir = os.TempDir()
	cmd.SysProcAttr = unprivileged()
	hold, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return &keeper{release: sync.OnceFunc(func() {
		hold.Close()
		cmd.Wait() //nolint:errcheck // the server is gone either way
		os.RemoveAll(s.dir)
	})}, nil
}
