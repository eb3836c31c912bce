package lang

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"

	"github.com/klauspost/compress/zstd"
)

// Model returns the bytes of models/name in the pack, inflated if Shrink wrote
// them; an error that wraps fs.ErrNotExist if it has none.
func (p *Pack) Model(name string) ([]byte, error) {
	if p.fsys == nil {
		return nil, fmt.Errorf("model %s/%s: %w", p.Tag, name, fs.ErrNotExist)
	}
	raw, err := fs.ReadFile(p.fsys, path.Join("models", name))
	if err != nil || !bytes.HasPrefix(raw, []byte(shrunk)) {
		return raw, err
	}
	d, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostModel))
	if err != nil {
		return nil, fmt.Errorf("model %s/%s: %w", p.Tag, name, err)
	}
	defer d.Close()
	out, err := d.DecodeAll(raw, nil)
	if err != nil {
		return nil, fmt.Errorf("model %s/%s: %w", p.Tag, name, err)
	}
	return out, nil
}

const (
	shrunk    = "\x28\xb5\x2f\xfd" // what zstd begins with
	mostModel = 64 << 20           // bytes of a model
)

// Shrink makes a model smaller for Model to read. Its bytes follow from raw and
// the release of the library: compare what Model returns.
func Shrink(raw []byte) ([]byte, error) {
	e, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, err
	}
	defer e.Close() //nolint:errcheck // nothing was written through it
	return e.EncodeAll(raw, nil), nil
}
