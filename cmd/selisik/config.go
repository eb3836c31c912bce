package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/selisik/selisik/internal/news"
)

// value is a setting with what it is set to and where that was said.
type value struct {
	*setting
	text   string
	origin string // "--db", "SELISIK_DB", "/etc/selisik.toml:3", "default"
}

// place is where a mistake in the value is to be mended.
func (v value) place() string {
	if v.origin == "--"+v.name || v.origin == v.env() {
		return v.origin
	}
	return v.origin + ": " + v.name
}

// settle finds out what everything is set to: by flag, else by the environment,
// else by the file, else by default.
func (a *app) settle(cmd *cobra.Command) error {
	file, err := a.settingsFile()
	if err != nil {
		return err
	}
	a.conf, a.values = config{}, nil
	for i := range settings {
		v := a.settled(&settings[i], cmd.Flags().Lookup(settings[i].name), file)
		if err := v.set(&a.conf, v.text); err != nil {
			return problem{fmt.Errorf("%s: %w", v.place(), err), news.ErrInvalid}
		}
		a.values = append(a.values, v)
	}
	if a.conf.PollMin > a.conf.PollMax {
		return usage("poll-min %s is more than poll-max %s", a.conf.PollMin, a.conf.PollMax)
	}
	return nil
}

func (a *app) settled(s *setting, flag *pflag.Flag, file map[string]value) value {
	if flag != nil && flag.Changed {
		return value{s, flag.Value.String(), "--" + s.name}
	}
	if v := a.getenv(s.env()); v != "" {
		return value{s, v, s.env()}
	}
	if v, ok := file[s.name]; ok {
		return v
	}
	return value{s, s.fallback(a.world, a.conf), "default"}
}

// uses gives cmd the flags of settings.
func uses(cmd *cobra.Command, names ...string) {
	for i := range settings {
		for _, n := range names {
			if n != settings[i].name || settings[i].secret {
				continue
			}
			f := cmd.Flags().VarPF(new(textFlag), n, "", settings[i].what)
			if n == "admin-open" || n == "insecure" || n == "passwords" {
				f.NoOptDefVal = "true"
			}
		}
	}
}

// textFlag is the value of a setting's flag before it is understood.
type textFlag string

func (t *textFlag) String() string     { return string(*t) }
func (t *textFlag) Set(v string) error { *t = textFlag(v); return nil }
func (t *textFlag) Type() string       { return "text" }

func (a *app) config() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the settings and where each comes from",
		Long: `Config prints what everything is set to, as a file that --config can read, and
behind each setting where it was set. A flag goes before the environment, that
before the file, that before the default. Passwords are not shown.

The file is the one named by --config or SELISIK_CONFIG, else selisik/config.toml
in the folder for settings ($XDG_CONFIG_HOME, ~/.config), if it is there.`,
		Example: "  selisik config\n  selisik config > ~/.config/selisik/config.toml\n  SELISIK_POLL_MIN=10m selisik config --format json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return a.emit("", func(w io.Writer) error { return writeSettings(w, a.values, format) })
		},
	}
	formatFlag(cmd, &format, "toml", "json")
	for i := range settings {
		if settings[i].name != "packs" { // all commands have it
			uses(cmd, settings[i].name)
		}
	}
	return cmd
}

// shown is a setting as JSON.
type shown struct {
	Name  string `json:"name"`
	Value string `json:"value"`
	From  string `json:"from"`
}

func writeSettings(w io.Writer, values []value, format string) error {
	if format == "json" {
		out := []shown{}
		for _, v := range values {
			out = append(out, shown{v.name, v.masked(), v.origin})
		}
		return writeJSON(w, out)
	}
	for _, v := range values {
		if _, err := fmt.Fprintf(w, "%s = %s  # %s\n", v.name, v.toml(), oneLine(v.origin)); err != nil {
			return err
		}
	}
	return nil
}

// toml writes the value as the file has it.
func (v value) toml() string {
	if _, err := strconv.Atoi(v.text); err == nil || v.text == "true" || v.text == "false" {
		return v.text
	}
	quoted, err := json.Marshal(v.masked()) // a JSON string is a TOML string
	if err != nil {
		panic(err) // a string always has a form
	}
	return string(quoted)
}

// masked is the setting's value without the password in it.
func (v value) masked() string {
	if v.setting != nil && v.secret && v.text != "" {
		return "xxxxx"
	}
	if scheme, _, _ := strings.Cut(v.text, "://"); !isPostgres(v.text) && scheme != "smtp" && scheme != "smtps" {
		return v.text
	}
	u, err := url.Parse(v.text)
	if err != nil {
		return "…"
	}
	q := u.Query()
	if q.Has("password") {
		q.Set("password", "xxxxx")
		u.RawQuery = q.Encode()
	}
	return u.Redacted()
}
