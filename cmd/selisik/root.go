package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/lang"
)

// app is what the commands share: the world and the flags that all of them
// have.
type app struct {
	world
	nowFlag    string
	configFlag string
	conf       config
	values     []value // of conf, with where each was set
	endless    bool    // the command goes on until it is interrupted
}

// run executes the command line and returns the exit status.
func run(ctx context.Context, w world, args []string) int {
	a := &app{world: w}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(w.stdin)
	root.SetOut(w.stdout)
	root.SetErr(w.stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case ctx.Err() == nil:
	case a.endless && (err == nil || errors.Is(err, context.Canceled)):
		err = nil
	default:
		err = context.Canceled
	}
	return w.finish(err)
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "selisik",
		Short: "Comb through the coverage of an event",
		Long: `Selisik reads the coverage of an event and writes its dossier: what happened,
which statements rest on two or more independent origins, where figures, names
and times differ, who said what, and who copied whom. Every sentence cites the
passages it rests on.`,
		Example: `  selisik brief coverage/                       a folder of articles, to the terminal
  selisik brief --format html --out d.html *.html
  selisik explain f3 coverage/                  what a finding rests on
  selisik add coverage/ && selisik search banjir`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return cmd.Help()
		},
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%v", err) })
	f := root.PersistentFlags()
	f.Var(new(textFlag), "packs", "`folder` of language packs laid over the built-in ones")
	f.StringVar(&a.configFlag, "config", "", "`file` of settings in TOML; see selisik config --help")
	f.StringVar(&a.nowFlag, "now", "", "the clock, as RFC 3339 `time` (default: the machine's)")
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if err := a.setClock(); err != nil {
			return err
		}
		return a.settle(cmd)
	}
	root.AddGroup(&cobra.Group{ID: "read", Title: "Read coverage:"}, &cobra.Group{ID: "desk", Title: "Keep a desk:"},
		&cobra.Group{ID: "care", Title: "Look after it:"}, &cobra.Group{ID: "make", Title: "Make and measure:"})
	group(root, "read", a.brief(), a.stories(), a.clean(), a.explain(), a.compare())
	group(root, "desk", a.add(), a.watch(), a.serveSite(), a.source(), a.search(), a.story(), a.alert(), a.log())
	group(root, "care", a.status(), a.doctor(), a.ping(), a.jobs(), a.work(), a.backup(), a.restore(), a.export(), a.user(), a.token(), a.config())
	group(root, "make", a.tag(), a.train(), a.eval(), a.version())
	for _, c := range root.Commands() {
		if c.Args != nil {
			c.Args = asUsage(c.Args)
		}
	}
	return root
}

// group adds commands under a heading of the help.
func group(root *cobra.Command, id string, cmds ...*cobra.Command) {
	for _, c := range cmds {
		c.GroupID = id
	}
	root.AddCommand(cmds...)
}

// asUsage makes what an argument check says an error of usage.
func asUsage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			var u usageError
			if errors.As(err, &u) {
				return u
			}
			return usage("%v; see selisik %s --help", err, cmd.Name())
		}
		return nil
	}
}

// atLeastOne wants an input.
func atLeastOne(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usage("name an input: a file, a folder, a URL, or - for standard input")
	}
	return nil
}

func (a *app) setClock() error {
	if a.nowFlag == "" {
		return nil
	}
	t, err := time.Parse(time.RFC3339, a.nowFlag)
	if err != nil {
		return usage("--now %q is not an RFC 3339 time such as 2025-06-10T08:00:00+07:00", a.nowFlag)
	}
	a.now = t
	return nil
}

// formatFlag gives cmd the flag --format that takes one of words, the first by
// default, with its completion and its check.
func formatFlag(cmd *cobra.Command, format *string, words ...string) {
	wordFlag(cmd, format, "format f", "", words...)
}

// wordFlag gives cmd a flag that takes one of words, the first by default. Its
// short form may stand behind its name.
func wordFlag(cmd *cobra.Command, value *string, name, what string, words ...string) {
	name, short, _ := strings.Cut(name, " ")
	list := "one of " + strings.Join(words, ", ")
	if what != "" {
		list = what + ": " + list
	}
	cmd.Flags().StringVarP(value, name, short, words[0], list)
	complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
	if err := cmd.RegisterFlagCompletionFunc(name, complete); err != nil {
		panic(err) // the flag was defined above
	}
	before := cmd.PreRunE
	cmd.PreRunE = func(cmd *cobra.Command, args []string) error {
		if !slices.Contains(words, *value) {
			return usage("--%s %q: use one of %s", name, *value, strings.Join(words, ", "))
		}
		if before != nil {
			return before(cmd, args)
		}
		return nil
	}
}

// checkTag refuses a language of the brief that no pack serves.
func checkTag(packs *lang.Packs, tag string) error {
	if tag == "" || packs.Has(tag) {
		return nil
	}
	return usage("--lang %q: %s", tag, fmt.Sprintf("packs are %s", strings.Join(packs.Tags(), ", ")))
}
