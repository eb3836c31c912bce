package main

import (
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/selisik/selisik/internal/account"
)

func (a *app) token() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "token",
		Short: "Give programs the right to act for an account",
		Long: `Token keeps what programs send to the API as Authorization: Bearer …. A token may at
most what its account may. It is shown once, when it is made; only its hash is kept.`,
		Example: `  selisik token add ratri --role reader --label dashboard --days 90
  selisik token list
  selisik token revoke 5d21c04be7a93f10`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.tokenAdd(), a.tokenList(), a.tokenRevoke())
	for _, c := range cmd.Commands() {
		uses(c, "db")
		c.Args = asUsage(c.Args)
	}
	return cmd
}

func (a *app) tokenAdd() *cobra.Command {
	var role, label string
	var days int
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   "Make a token of an account and print it, this once",
		Example: "  selisik token add ratri --role reader --label dashboard > token.txt",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := account.ParseRole(role)
			if err != nil {
				return err
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				t := account.Token{Account: args[0], Label: label, Role: r}
				_, secret, err := b.NewToken(cmd.Context(), a.who(), t, time.Duration(days)*24*time.Hour)
				if err == nil {
					fmt.Fprintln(a.stdout, secret)
				}
				return err
			})
		},
	}
	wordFlag(cmd, &role, "role", "what the token may do", "reader", "editor", "admin")
	cmd.Flags().StringVar(&label, "label", "", "what it is for, as `text`")
	cmd.Flags().IntVar(&days, "days", 0, "for so many days; 0 is without end")
	return cmd
}

func (a *app) tokenList() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "list [NAME]",
		Short:   "List the tokens, or those of an account, without their secrets",
		Example: "  selisik token list ratri",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := ""
			if len(args) > 0 {
				name = args[0]
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				list, err := b.Tokens(cmd.Context(), name)
				if err != nil {
					return err
				}
				return a.emit("", func(w io.Writer) error {
					if format == "json" {
						return writeJSON(w, list)
					}
					for _, t := range list {
						fmt.Fprintln(w, columns(t.ID, t.Account, t.Role.String(), a.until(t.Expires), t.Label))
					}
					return nil
				})
			})
		},
	}
	formatFlag(cmd, &format, "terminal", "json")
	return cmd
}

// until tells when something ends.
func (a *app) until(t time.Time) string {
	if t.IsZero() {
		return "without end"
	}
	return "until " + t.In(a.now.Location()).Format("2006-01-02")
}

func (a *app) tokenRevoke() *cobra.Command {
	return &cobra.Command{
		Use:     "revoke ID",
		Short:   "Make a token worthless",
		Example: "  selisik token revoke 5d21c04be7a93f10",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withBook(cmd.Context(), func(b *account.Book) error { return b.Revoke(cmd.Context(), a.who(), args[0]) })
		},
	}
}
