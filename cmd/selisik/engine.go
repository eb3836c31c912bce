package main

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"sync"

	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
)

// engine is the pipeline with its packs, and the worst problem met so far.
type engine struct {
	*pipeline.Pipeline
	app   *app
	packs *lang.Packs
	bars  *progress

	mu     sync.Mutex
	status int
}

// packs loads the embedded packs and the overlay that --packs names.
func (a *app) loadPacks() (*lang.Packs, error) {
	sets := []fs.FS{lang.Embedded()}
	if dir := a.conf.Packs; dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, usage("--packs %s: not a folder", dir)
		}
		sets = append(sets, os.DirFS(dir))
	}
	packs, err := lang.Load(sets...)
	if err != nil && a.conf.Packs != "" {
		return nil, fmt.Errorf("%w: %w", news.ErrInvalid, err)
	}
	return packs, err
}

// newEngine builds the pipeline; brief is the language of the brief, "" for
// that of the articles.
func (a *app) newEngine(brief string) (*engine, error) {
	packs, err := a.loadPacks()
	if err != nil {
		return nil, err
	}
	if err := checkTag(packs, brief); err != nil {
		return nil, err
	}
	e := &engine{app: a, packs: packs, bars: a.newProgress()}
	e.Pipeline, err = pipeline.New(packs, pipeline.Options{Brief: brief, Problem: e.problem, Progress: e.bars.report})
	return e, err
}

// problem prints one problem and keeps the worst status. Bad input outweighs
// what could not be had.
func (e *engine) problem(err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.app.complain(err)
	if s := statusOf(err); e.status == exitDone || s < e.status {
		e.status = s
	}
}

// read ingests the inputs, while they are asked for.
func (e *engine) read(ctx context.Context, inputs []string) iter.Seq[news.RawDocument] {
	return ingest.Read(ctx, inputs, ingest.Options{Stdin: e.app.stdin, Now: e.app.now, Version: release, Problem: e.problem})
}

// result is the error of a run that has done what it could.
func (e *engine) result() error {
	e.bars.close()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.status != exitDone {
		return reported{e.status}
	}
	return nil
}
