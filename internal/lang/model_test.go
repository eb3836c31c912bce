package lang_test

import (
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/selisik/selisik/internal/lang"
)

func TestModelsAreReadAsTheyWereBeforeTheyWereShrunk(t *testing.T) {
	t.Parallel()
	raw := []byte(strings.Repeat("tiga kolom angka\x00\x01", 500))
	small, err := lang.Shrink(raw)
	if err != nil || len(small) > len(raw)/10 {
		t.Fatalf("%d bytes of %d, %v", len(small), len(raw), err)
	}
	files := fstest.MapFS{"pack.toml": {Data: mustRead(t, "id/pack.toml")}}
	for name, data := range map[string][]byte{"plain.bin": raw, "small.bin": small, "cut.bin": small[:len(small)-3]} {
		files["models/"+name] = &fstest.MapFile{Data: data}
	}
	p, err := lang.LoadPack(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"plain.bin", "small.bin"} {
		if got, err := p.Model(name); err != nil || !bytes.Equal(got, raw) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
	if _, err := p.Model("cut.bin"); err == nil {
		t.Error("half a model is read")
	}
	if _, err := p.Model("no.bin"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no model: %v", err)
	}
}

func mustRead(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := fs.ReadFile(lang.Embedded(), name)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}
