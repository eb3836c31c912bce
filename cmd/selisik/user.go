package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/selisik/selisik/internal/account"
	"github.com/selisik/selisik/internal/store"
)

func (a *app) user() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "user",
		Short: "Say who may sign in where the store is served",
		Long: `User keeps the accounts of those who use selisik serve: readers, editors (who add and
change stories and sources) and admins (who change accounts). The first is an
admin; from then on everybody has to sign in, on this machine too.

Passwords are asked for, or read as one line from standard input.`,
		Example: `  selisik user add ratri --role admin
  selisik user list
  selisik user password ratri < password.txt
  selisik user remove joko`,
		Args: asUsage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.userAdd(), a.userList(), a.userPassword(), a.userRole(), a.userLink(), a.userRemove())
	for _, c := range cmd.Commands() {
		uses(c, "db")
		c.Args = asUsage(c.Args)
	}
	return cmd
}

func (a *app) userAdd() *cobra.Command {
	var role string
	cmd := &cobra.Command{
		Use:     "add NAME",
		Short:   "Make an account",
		Example: "  selisik user add ratri --role admin",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			r, err := account.ParseRole(role)
			if err != nil {
				return err
			}
			password, err := a.password(args[0])
			if err != nil {
				return err
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				made, err := b.Add(cmd.Context(), a.who(), args[0], r, password)
				if err == nil {
					fmt.Fprintf(a.stdout, "%s is %s\n", made.Name, made.Role)
				}
				return err
			})
		},
	}
	wordFlag(cmd, &role, "role", "what the account may do", "reader", "editor", "admin")
	return cmd
}

func (a *app) userList() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the accounts",
		Example: "  selisik user list --format json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				list, err := b.Accounts(cmd.Context())
				if err != nil {
					return err
				}
				return a.emit("", func(w io.Writer) error {
					if format == "json" {
						return writeJSON(w, list)
					}
					for _, x := range list {
						fmt.Fprintln(w, columns(x.Name, x.Role.String(), x.Created.In(a.now.Location()).Format("2006-01-02")))
					}
					return nil
				})
			})
		},
	}
	formatFlag(cmd, &format, "terminal", "json")
	return cmd
}

func (a *app) userPassword() *cobra.Command {
	return &cobra.Command{
		Use:     "password NAME",
		Short:   "Change a password, which ends the account's sessions",
		Example: "  selisik user password ratri",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			password, err := a.password(args[0])
			if err != nil {
				return err
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				return b.SetPassword(cmd.Context(), a.who(), args[0], password)
			})
		},
	}
}

func (a *app) userRole() *cobra.Command {
	return &cobra.Command{
		Use:       "role NAME ROLE",
		Short:     "Change what an account may do",
		Example:   "  selisik user role joko editor",
		Args:      cobra.ExactArgs(2),
		ValidArgs: []string{"reader", "editor", "admin"},
		RunE: func(cmd *cobra.Command, args []string) error {
			role, err := account.ParseRole(args[1])
			if err != nil {
				return err
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				return b.SetRole(cmd.Context(), a.who(), args[0], role)
			})
		},
	}
}

func (a *app) userLink() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "link NAME SUBJECT",
		Short: "Let somebody whom the OpenID Connect provider knows sign in to an account",
		Long: `Link lets whoever the provider of oidc-issuer knows as SUBJECT (the claim "sub") sign in to
an account that is there. Without it a person's first sign-in makes an account of
their own: neither a name nor a mail address leads into another's.`,
		Example: "  selisik user link ratri 5f0c2a9e-7d41-4b1c-9a52-0c6f1f3f7d10 --oidc-issuer https://login.example",
		Args:    cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.conf.Provider.Issuer == "" {
				return usage("oidc-issuer is not set")
			}
			return a.withBook(cmd.Context(), func(b *account.Book) error {
				return b.Link(cmd.Context(), a.who(), args[0], account.Identity{Issuer: a.conf.Provider.Issuer, Subject: args[1]})
			})
		},
	}
	uses(cmd, "oidc-issuer")
	return cmd
}

func (a *app) userRemove() *cobra.Command {
	return &cobra.Command{
		Use:     "remove NAME",
		Short:   "Remove an account with its tokens; what it did stays in the log",
		Example: "  selisik user remove joko",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withBook(cmd.Context(), func(b *account.Book) error { return b.Remove(cmd.Context(), a.who(), args[0]) })
		},
	}
}

// withBook does something with the accounts of the store, which is made where
// there is none.
func (a *app) withBook(ctx context.Context, do func(b *account.Book) error) error {
	return a.withNew(ctx, func(s store.Store) error {
		return do(account.NewBook(account.Options{Records: s.Records(), Edits: s.Edits(), Now: a.clock, Random: rand.Reader}))
	})
}

// password asks for a password twice on a terminal, which does not show it, or
// reads one line.
func (a *app) password(name string) (string, error) {
	f, isFile := a.stdin.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(a.stdin, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			return "", usage("no password: give it as one line on standard input")
		}
		return line, nil
	}
	var given [2]string
	for i, prompt := range []string{"Password of " + oneLine(name) + ": ", "Again: "} {
		fmt.Fprint(a.stderr, prompt)
		b, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.stderr)
		if err != nil {
			return "", err
		}
		given[i] = string(b)
	}
	if given[0] != given[1] {
		return "", usage("the two are not the same")
	}
	return given[0], nil
}
