// Command selisik reads the coverage of an event and writes its dossier.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/selisik/selisik/internal/dossier"
	"github.com/selisik/selisik/internal/lang"
	"github.com/selisik/selisik/internal/pipeline"
	"github.com/selisik/selisik/internal/stage/ingest"
)

func main() {
	packs, err := lang.Load(lang.Embedded())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	args := os.Args[2:]
	for len(args) > 1 && args[0][0] == '-' && len(args[0]) > 1 {
		args = args[2:]
	}
	problem := func(err error) { fmt.Fprintln(os.Stderr, err) }
	p, err := pipeline.New(packs, pipeline.Options{Problem: problem})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	ctx := context.Background()
	raws, _ := ingest.Read(ctx, args, ingest.Options{Stdin: os.Stdin, Problem: problem})
	var out any
	switch os.Args[1] {
	case "stories":
		articles, _ := p.Articles(ctx, raws)
		out = dossier.FromStoryList(p.Group(articles))
	case "clean":
		articles, _ := p.Articles(ctx, raws)
		r := p.Read(articles[0])
		out = dossier.FromReading(&r)
	default:
		stories, _ := p.Stories(ctx, raws)
		out = dossier.FromStories(stories)
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(out)
}
