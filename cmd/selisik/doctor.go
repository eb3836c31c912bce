package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/doctor"
	"github.com/selisik/selisik/internal/news"
	"github.com/selisik/selisik/internal/stage/ingest/poll"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) doctor() *cobra.Command {
	var format string
	var recompute bool
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Look everything over: what is wrong, and what to do",
		Long: `Doctor checks the language packs, the store (integrity, schema, rows that point
nowhere), the queue, the sources, the clock and the disk, and says of each thing
that is wrong what to do about it. It changes nothing. Exit status 0: sound;
1: something is wrong.

With --recompute it also makes all stories and dossiers anew from the raw
documents and compares; that takes as long as adding them did.`,
		Example: "  selisik doctor\n  selisik doctor --recompute --format json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.examine(cmd.Context(), recompute, format) },
	}
	uses(cmd, "db", "data", "workers")
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().BoolVar(&recompute, "recompute", false, "make everything anew and compare")
	return cmd
}

func (a *app) examine(ctx context.Context, recompute bool, format string) error {
	words, err := a.words() // checks the packs
	if err != nil {
		return err
	}
	var list []doctor.Complaint
	err = a.with(ctx, func(s store.Store) error {
		p := doctor.Patient{
			Store: s, Now: a.now, Health: poll.Health,
			Words: func(c news.Condition) string { return words.Health(c, a.now) },
		}
		p.Free, p.Used = a.space()
		if list, err = doctor.Examine(ctx, p); err != nil || !recompute {
			return err
		}
		found, err := a.recompute(ctx, s)
		list = append(found, list...)
		return err
	})
	if err != nil {
		return err
	}
	if err := a.emit("", func(w io.Writer) error { return writeComplaints(w, list, format) }); err != nil {
		return err
	}
	if !doctor.Sound(list) {
		return reported{exitFault}
	}
	return nil
}

func writeComplaints(w io.Writer, list []doctor.Complaint, format string) error {
	if format == "json" {
		return writeJSON(w, append([]doctor.Complaint{}, list...))
	}
	if doctor.Sound(list) {
		fmt.Fprintln(w, "sound: packs, store, jobs, sources, clock, disk")
	}
	for _, c := range list {
		fmt.Fprintf(w, "%s: %s: %s\n    what to do: %s\n", c.Grade, c.About, oneLine(c.What), oneLine(c.Do))
	}
	return nil
}
