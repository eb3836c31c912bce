package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/selisik/selisik/internal/news"
)

// settingsFile reads the file of settings; one that nobody named need not be
// there.
func (a *app) settingsFile() (map[string]value, error) {
	path, named := a.configFlag, true
	if path == "" {
		path = a.getenv("SELISIK_CONFIG")
	}
	if path == "" {
		path, named = filepath.Join(configHome(a.world), "config.toml"), false
	}
	raw, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !named:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read settings %s: %w", path, problem{cause(err), news.ErrInvalid})
	}
	return parseSettings(path, string(raw))
}

// parseSettings reads settings from a file in TOML: one a line, no tables. What
// is not known is refused with its line.
func parseSettings(path, raw string) (map[string]value, error) {
	var found map[string]any
	if _, err := toml.Decode(raw, &found); err != nil {
		var p toml.ParseError
		if errors.As(err, &p) {
			return nil, badSetting(path, p.Position.Line, "%s", p.Message)
		}
		return nil, badSetting(path, 1, "%v", err)
	}
	out := map[string]value{}
	for _, key := range slices.Sorted(maps.Keys(found)) {
		n := lineOf(raw, key)
		i := slices.IndexFunc(settings, func(s setting) bool { return s.name == key })
		if i < 0 {
			return nil, badSetting(path, n, "unknown setting %q", key)
		}
		v := value{&settings[i], fmt.Sprint(found[key]), fmt.Sprintf("%s:%d", path, n)}
		switch found[key].(type) {
		case string, int64, bool:
		default:
			return nil, badSetting(path, n, "%s wants one value", key)
		}
		if v.path && v.text != "" && !strings.Contains(v.text, "://") && !filepath.IsAbs(v.text) {
			v.text = filepath.Join(filepath.Dir(path), v.text)
		}
		out[key] = v
	}
	return out, nil
}

func badSetting(path string, line int, format string, args ...any) error {
	return problem{fmt.Errorf("%s:%d: %w", path, line, fmt.Errorf(format, args...)), news.ErrInvalid}
}

// lineOf is the line on which a key of the top level stands: the library does
// not tell. A file of settings has no nested keys, so the first place is it.
func lineOf(raw, key string) int {
	at := regexp.MustCompile(`(?m)^[ \t]*\[{0,2}[ \t]*["']?` + regexp.QuoteMeta(key) + `["']?[ \t]*[=.\]]`).FindStringIndex(raw)
	if at == nil {
		return 1
	}
	return 1 + strings.Count(raw[:at[0]], "\n")
}
