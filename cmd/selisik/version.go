package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/dossier"
)

// release is the version; a build from a checkout adds its revision.
const release = "0.1.0"

func (a *app) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, the contract and the language packs",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			packs, err := a.loadPacks()
			if err != nil {
				return err
			}
			fmt.Fprintf(a.stdout, "selisik %s%s\n%s\n", release, revision(), dossier.Schema)
			for _, tag := range packs.Tags() {
				p := packs.For(tag)
				fmt.Fprintf(a.stdout, "pack %s (%s) %s\n", tag, p.English, p.Version)
			}
			return nil
		},
	}
}

// revision returns " (rev)" if the build knows its commit.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return " (" + s.Value[:12] + ")"
		}
	}
	return ""
}
