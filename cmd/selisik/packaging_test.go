package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestSettingsThatArePackagedAreRead(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../packaging/config.toml")
	if err != nil {
		t.Fatal(err)
	}
	all := regexp.MustCompile(`(?m)^#([a-z])`).ReplaceAll(raw, []byte("$1"))
	for name, file := range map[string][]byte{"as it is": raw, "with all in it": all} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		w := world{stdin: &bytes.Buffer{}, stdout: &stdout, stderr: &stderr, now: clock, getenv: func(string) string { return "" }}
		if got := run(context.Background(), w, []string{"config", "--config", path}); got != exitDone || !strings.Contains(stdout.String(), path) {
			t.Errorf("%s: exit status %d: %s", name, got, stderr.String())
		}
	}
}

func TestTheManualOfOperationNamesEverySetting(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../docs/operate.md")
	if err != nil {
		t.Fatal(err)
	}
	for i := range settings {
		if !bytes.Contains(raw, []byte("`"+settings[i].name+"`")) {
			t.Errorf("docs/operate.md does not name %s", settings[i].name)
		}
	}
}
