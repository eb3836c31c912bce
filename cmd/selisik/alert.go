package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/alert"
	"github.com/selisik/selisik/internal/alert/syndicate"
	"github.com/selisik/selisik/internal/news"
)

func (a *app) alert() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "alert",
		Short: "Be told when something happens: by feed, webhook or mail",
		Long: `Alert keeps queries and tells, once, when what they ask for happens: a story is as
wanted, a difference or a contradiction appears, a cited article changes. Each has a
feed (RSS, Atom, JSON Feed); a webhook and mail are told by watch, work or serve. How
to check a webhook's signature is in docs/alerts.md.`,
		Example: `  selisik alert add gempa --when story --words gempa --min-origins 3
  selisik alert add "angka korban" --when difference --entity Wanasari --mail ratri@kabaruji.example
  selisik alert list
  selisik alert test q-5d21c04be7a93f10`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.alertAdd(), a.alertList(), a.alertRemove(), a.alertTest(), a.alertFeed())
	for _, c := range cmd.Commands() {
		uses(c, "db")
		c.Args = asUsage(c.Args)
	}
	return cmd
}

func (a *app) alertAdd() *cobra.Command {
	var q alert.Query
	var when string
	var stories []string
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Save a query, and print its secrets, this once",
		Long: `Add saves a query. All conditions have to hold. It prints the query's id, the token of
its feed and, with --webhook, the secret that its messages are signed with; neither is
shown again. What happened before is not told.`,
		Example: `  selisik alert add gempa --when story --words gempa --min-origins 3 --webhook https://desk.example/hook
  selisik alert add "yang kami kutip" --when change --article https://kabaruji.example/gempa --substantive`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Name, q.When = args[0], alert.When(when)
			for _, s := range stories {
				q.Where.Stories = append(q.Where.Stories, news.StoryID(s))
			}
			return a.addAlert(cmd.Context(), q)
		},
	}
	var words []string
	for _, w := range alert.Whens() {
		words = append(words, string(w))
	}
	wordFlag(cmd, &when, "when", "what to wait for", words...)
	f, w := cmd.Flags(), &q.Where
	f.StringVar(&w.Words, "words", "", "that an article has, all, in any form")
	f.StringVar(&w.Entity, "entity", "", "a person, organisation or place, by `name`")
	f.StringVar(&w.Outlet, "outlet", "", "an outlet that reports it, by `name` or domain")
	f.StringVar(&w.Language, "language", "", "an article in this language, a `tag` such as id")
	f.IntVar(&w.MinOrigins, "min-origins", 0, "at least so many independent origins")
	f.IntVar(&w.MinArticles, "min-articles", 0, "at least so many articles")
	f.BoolVar(&w.Differences, "differences", false, "only stories with differences")
	f.BoolVar(&w.Contradictions, "contradictions", false, "only stories with contradictions")
	f.StringArrayVar(&stories, "story", nil, "one of these stories, by `id`; may be given several times")
	f.StringArrayVar(&w.Articles, "article", nil, "one of these articles, by `id` or address; may be given several times")
	f.BoolVar(&w.Substantive, "substantive", false, "only changes of what an article says")
	f.StringVar(&q.Webhook, "webhook", "", "post to this `address`, which begins with https://")
	f.StringVar(&q.Mail, "mail", "", "send mail to this `address`")
	f.StringVar(&q.Language, "lang", "", "language of messages, a `tag` (default id)")
	ownerFlag(cmd, &q.Owner)
	return cmd
}

// ownerFlag gives cmd the flag of whose queries it is about.
func ownerFlag(cmd *cobra.Command, owner *string) {
	cmd.Flags().StringVar(owner, "owner", account.LocalName, "whose query it is: the `name` of an account")
}

func (a *app) alertList() *cobra.Command {
	var format, owner string
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the queries, without their secrets",
		Example: "  selisik alert list\n  selisik alert list --owner ratri --format json",
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.listAlerts(cmd.Context(), owner, format) },
	}
	formatFlag(cmd, &format, "terminal", "json")
	cmd.Flags().StringVar(&owner, "owner", "", "only those of the account of this `name`")
	return cmd
}

func (a *app) alertRemove() *cobra.Command {
	return &cobra.Command{
		Use:     "remove ID...",
		Short:   "Forget queries and what they told",
		Example: "  selisik alert remove q-5d21c04be7a93f10",
		Args:    cobra.MinimumNArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.removeAlerts(cmd.Context(), args) },
	}
}

func (a *app) alertTest() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "test ID",
		Short:   "Send a sample now, by webhook and mail",
		Long:    "Test sends a sample by all ways that a query has, once, and tells how each went.",
		Example: "  selisik alert test q-5d21c04be7a93f10",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.testAlert(cmd.Context(), args[0]) },
	}
	uses(cmd, telling...)
	return cmd
}

func (a *app) alertFeed() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "feed ID",
		Short:   "Print what a query told, as a feed",
		Example: "  selisik alert feed q-5d21c04be7a93f10 --format atom > gempa.xml",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.printFeed(cmd.Context(), args[0], syndicate.Format(format))
		},
	}
	var formats []string
	for _, f := range syndicate.Formats() {
		formats = append(formats, string(f))
	}
	formatFlag(cmd, &format, formats...)
	uses(cmd, "public-url")
	return cmd
}

// conditions tells in one line what a query asks for.
func conditions(q *alert.Query) string {
	w, out := &q.Where, []string{string(q.When)}
	say := func(name, v string) {
		if v != "" && v != "0" && v != "false" {
			out = append(out, name+"="+v)
		}
	}
	say("words", w.Words)
	say("entity", w.Entity)
	say("outlet", w.Outlet)
	say("language", w.Language)
	say("min-origins", thousands(w.MinOrigins))
	say("min-articles", thousands(w.MinArticles))
	say("differences", strconv.FormatBool(w.Differences))
	say("contradictions", strconv.FormatBool(w.Contradictions))
	say("substantive", strconv.FormatBool(w.Substantive))
	for _, s := range w.Stories {
		say("story", string(s))
	}
	for _, s := range w.Articles {
		say("article", s)
	}
	return strings.Join(out, " ")
}
