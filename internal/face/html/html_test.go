package html

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/face/facetest"
)

func draw(t testing.TB, d dossier.Dossier, opt Options) string {
	t.Helper()
	opt.Packs = facetest.Packs(t)
	var b bytes.Buffer
	if err := Write(&b, d, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWriteToLookAt(t *testing.T) {
	dir := os.Getenv("SELISIK_LOOK")
	if dir == "" {
		t.Skip("SELISIK_LOOK names no folder")
	}
	if err := os.WriteFile(filepath.Join(dir, "dossier.html"), []byte(draw(t, facetest.Dossier(), Options{})), 0o644); err != nil {
		t.Fatal(err)
	}
}
