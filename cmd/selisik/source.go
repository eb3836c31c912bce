package main

import (
	"github.com/spf13/cobra"
)

func (a *app) source() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "source",
		Short: "Say which sources are watched",
		Long:  "Source keeps the list of feeds, sitemaps and pages that watch polls, and tells how each does.",
		Example: `  selisik source add https://kabaruji.example/feed
  selisik source add --opml feeds.opml
  selisik source list
  selisik source pause https://kabaruji.example/feed`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.sourceAdd(), a.sourceList(), a.sourceRemove(), a.sourcePause(true), a.sourcePause(false), a.sourceExport())
	for _, c := range cmd.Commands() {
		c.Args = asUsage(c.Args)
	}
	return cmd
}

func (a *app) sourceAdd() *cobra.Command {
	var w wanted
	cmd := &cobra.Command{
		Use:   "add URL...",
		Short: "Add feeds, sitemaps or lists of them",
		Long: `Add takes the addresses of feeds (RSS, Atom, JSON Feed), of news sitemaps
(--sitemap) or of pages whose headlines are links (--page), or a list of feeds as
other readers export it (--opml). A source that is there already stays as it is.`,
		Example: `  selisik source add https://kabaruji.example/feed https://harian.example/rss
  selisik source add --sitemap https://kabaruji.example/news-sitemap.xml
  selisik source add --opml feeds.opml`,
		Args: func(_ *cobra.Command, args []string) error {
			if w.urls = args; len(args)+len(w.sitemaps)+len(w.pages) == 0 && w.opml == "" {
				return usage("name a source: an address, --opml FILE, --sitemap URL or --page URL")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.addSources(cmd.Context(), w) },
	}
	uses(cmd, "db")
	f := cmd.Flags()
	f.StringVar(&w.opml, "opml", "", "a list of feeds: an OPML `file`, or - for standard input")
	f.StringArrayVar(&w.sitemaps, "sitemap", nil, "`address` of a sitemap; may be given several times")
	f.StringArrayVar(&w.pages, "page", nil, "`address` of a page of headlines; may be given several times")
	f.StringVar(&w.title, "title", "", "what to call the source")
	return cmd
}

func (a *app) sourceList() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the sources and how each does, in words",
		Example: "  selisik source list\n  selisik source list --format json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.listSources(cmd.Context(), format) },
	}
	uses(cmd, "db")
	formatFlag(cmd, &format, "terminal", "json")
	return cmd
}

func (a *app) sourceRemove() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "remove SOURCE...",
		Short:   "Watch sources no longer; what came of them stays",
		Long:    "Remove forgets sources, named by address or id. Articles that came of them stay.",
		Example: "  selisik source remove https://kabaruji.example/feed",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.removeSources(cmd.Context(), args) },
	}
	uses(cmd, "db")
	cmd.ValidArgsFunction = a.completeSources
	return cmd
}

func (a *app) sourcePause(pause bool) *cobra.Command {
	name, short := "resume", "Watch paused sources again"
	if pause {
		name, short = "pause", "Leave sources out until they are resumed"
	}
	cmd := &cobra.Command{
		Use:     name + " SOURCE...",
		Short:   short,
		Long:    short + ". They are named by address or id.",
		Example: "  selisik source " + name + " https://kabaruji.example/feed",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.pauseSources(cmd.Context(), args, pause) },
	}
	uses(cmd, "db")
	cmd.ValidArgsFunction = a.completeSources
	return cmd
}

func (a *app) sourceExport() *cobra.Command {
	var opml bool
	var out string
	cmd := &cobra.Command{
		Use:     "export --opml",
		Short:   "Write the list of sources for other readers",
		Example: "  selisik source export --opml --out feeds.opml",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !opml {
				return usage("say --opml, the only form there is")
			}
			return a.exportSources(cmd.Context(), out)
		},
	}
	uses(cmd, "db")
	cmd.Flags().BoolVar(&opml, "opml", false, "as OPML 2.0")
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to `file` instead of standard output")
	return cmd
}
