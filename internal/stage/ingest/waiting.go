package ingest

import (
	"context"
	"io"
	"io/fs"
	"os"
)

// waiting reads what may make one wait: a pipe that nobody writes to, a terminal
// at which nobody types. Open and Read return the context's error once it is
// done; what they wait for is left behind, to the end of the process.
type waiting struct {
	ctx  context.Context
	open func() (io.Reader, error)
	r    io.Reader // nil until it is open
}

func (w *waiting) Read(p []byte) (int, error) {
	type result struct {
		r   io.Reader
		b   []byte
		err error
	}
	done := make(chan result, 1)
	go func(r io.Reader, b []byte) {
		var err error
		if r == nil {
			if r, err = w.open(); err != nil {
				done <- result{err: err}
				return
			}
		}
		n, err := r.Read(b)
		done <- result{r, b[:n], err}
	}(w.r, make([]byte, len(p)))
	select {
	case <-w.ctx.Done():
		return 0, w.ctx.Err()
	case x := <-done:
		w.r = x.r
		return copy(p, x.b), x.err
	}
}

// stdin returns what "-" reads.
func (r *reader) stdin() io.Reader {
	if f, ok := r.opt.Stdin.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f
		}
	}
	return &waiting{ctx: r.ctx, open: func() (io.Reader, error) { return r.opt.Stdin, nil }}
}

// pipe reads a named pipe or a device.
func (r *reader) pipe(name string) {
	w := &waiting{ctx: r.ctx, open: func() (io.Reader, error) { return os.Open(name) }}
	r.stream(newSource(name, name, w))
	if f, ok := w.r.(*os.File); ok {
		f.Close()
	}
}

// waits reports whether what m tells of is no file but a pipe or a device.
func waits(m fs.FileMode) bool { return m&(fs.ModeNamedPipe|fs.ModeCharDevice|fs.ModeSocket) != 0 }
