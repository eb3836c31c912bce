package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/store"
)

func (a *app) log() *cobra.Command {
	var format string
	var after int64
	cmd := &cobra.Command{
		Use:     "log",
		Short:   "List what people changed",
		Long:    "Log lists the edits of stories and the changes of sources, oldest first: who did what, and when.\nNothing is ever taken out of it.",
		Example: "  selisik log\n  selisik log --after 120 --format json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.writeLog(cmd.Context(), after, format) },
	}
	uses(cmd, "db")
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().Int64Var(&after, "after", 0, "only entries after this `number`")
	return cmd
}

// entry is an edit as JSON.
type entry struct {
	Number int64    `json:"number"`
	At     string   `json:"at"`
	Who    string   `json:"who"`
	Kind   string   `json:"kind"`
	Story  string   `json:"story,omitempty"`
	Target string   `json:"target,omitempty"`
	Pages  []string `json:"pages,omitempty"`
	Note   string   `json:"note,omitempty"`
}

func (a *app) writeLog(ctx context.Context, after int64, format string) error {
	return a.with(ctx, func(s store.Store) error {
		edits, err := s.Edits().All(ctx, after, 0)
		if err != nil {
			return err
		}
		out := []entry{}
		for _, e := range edits {
			x := entry{e.Seq, e.At.In(a.now.Location()).Format(time.RFC3339), e.Who, string(e.Kind), string(e.Story), string(e.Target), nil, e.Note}
			for _, p := range e.Pages {
				x.Pages = append(x.Pages, string(p))
			}
			out = append(out, x)
		}
		return a.emit("", func(w io.Writer) error {
			if format == "json" {
				return writeJSON(w, out)
			}
			for _, x := range out {
				fmt.Fprintln(w, x.String())
			}
			return nil
		})
	})
}

// String tells of an entry in a line.
func (x entry) String() string {
	what := x.Kind
	switch store.EditKind(x.Kind) {
	case store.Merge:
		what = fmt.Sprintf("merged %s into %s", x.Story, x.Target)
	case store.Split:
		what = fmt.Sprintf("split %s off %s", strings.Join(x.Pages, " "), x.Story)
	case store.Move:
		what = fmt.Sprintf("moved %s from %s to %s", strings.Join(x.Pages, " "), x.Story, x.Target)
	case store.Pin:
		what = fmt.Sprintf("pinned %s in %s", strings.Join(x.Pages, " "), x.Story)
	case store.Change:
		what = x.Note
		x.Note = ""
	}
	if x.Note != "" {
		what += " (" + x.Note + ")"
	}
	return columns(strconv.FormatInt(x.Number, 10), x.At, x.Who, what)
}
