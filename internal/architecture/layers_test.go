package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/selisik/selisik/"

// file is a parsed Go file that is not a test.
type file struct {
	path string // from the module's root, with slashes
	dir  string
	tree *ast.File
}

// sources parses the Go files below the module's root that are not tests.
func sources(t *testing.T) []file {
	t.Helper()
	root := filepath.Join("..", "..")
	var out []file
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(p) != ".go" || strings.HasSuffix(p, "_test.go") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		out = append(out, file{rel, strings.TrimSuffix(rel[:strings.LastIndexByte("/"+rel, '/')], "/"), tree})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("found only %d Go files below %s", len(out), root)
	}
	return out
}

// layers reads layers.txt: package prefix to allowed prefixes, in file order.
func layers(t *testing.T) [][]string {
	t.Helper()
	raw, err := os.ReadFile("layers.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for line := range strings.Lines(string(raw)) {
		if f := strings.Fields(line); len(f) > 0 && f[0] != "#" {
			out = append(out, f)
		}
	}
	return out
}

func under(dir, prefix string) bool { return dir == prefix || strings.HasPrefix(dir, prefix+"/") }

func TestImportsPointDown(t *testing.T) {
	rules := layers(t)
	for _, f := range sources(t) {
		var rule []string
		for _, r := range rules {
			if under(f.dir, r[0]) {
				rule = r
			}
		}
		if rule == nil {
			t.Errorf("%s: no rule for %s in layers.txt", f.path, f.dir)
			continue
		}
		for _, imp := range f.tree.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			dep, ours := strings.CutPrefix(p, module)
			if ours && !allowed(dep, rule) {
				t.Errorf("%s imports %s, which layers.txt does not allow", f.path, dep)
			}
		}
	}
}

func allowed(dep string, rule []string) bool {
	for _, r := range rule[1:] {
		if under(dep, r) {
			return true
		}
	}
	return false
}

func TestOnlyCommandsReadTheClock(t *testing.T) {
	for _, f := range sources(t) {
		if under(f.dir, "cmd") || under(f.dir, "internal/bench") {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok || s.Sel.Name != "Now" {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" {
				t.Errorf("%s reads the clock: take the time as an argument", f.path)
			}
			return true
		})
	}
}

// mayUseNetwork are the packages that do: ingest fetches, alert/send tells those
// who asked to be told, admin and the site only listen, client is what others ask
// it with, and bench reads a site of its own on loopback.
var mayUseNetwork = []string{"internal/stage/ingest", "internal/alert/send", "internal/admin", "internal/serve", "internal/api", "internal/web", "internal/bench", "client", "cmd"}

func TestOnlyIngestUsesTheNetwork(t *testing.T) {
	for _, f := range sources(t) {
		if slices.ContainsFunc(mayUseNetwork, func(p string) bool { return under(f.dir, p) }) {
			continue
		}
		for _, imp := range f.tree.Imports {
			if p, _ := strconv.Unquote(imp.Path.Value); p == "net" || p == "net/http" {
				t.Errorf("%s imports %s", f.path, p)
			}
		}
	}
}
