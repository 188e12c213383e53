// This file makes the manual page from the command and the key bindings, so that
// it cannot say anything else than they do.

package command

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"doubletake/ui/keys"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man prints the manual page.
func man() *cobra.Command {
	return &cobra.Command{
		Use:                   "man",
		Short:                 "Print the manual page: doubletake man > doubletake.1",
		DisableFlagsInUseLine: true,
		Args:                  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := manual(cmd.OutOrStdout(), cmd.Root()); err != nil {
				return fmt.Errorf("printing the manual page: %w", err)
			}
			return nil
		},
	}
}

// manual writes the page in the man macros of roff.
func manual(w io.Writer, root *cobra.Command) error {
	m := roff{bufio.NewWriter(w)}
	m.f(".TH DOUBLETAKE 1 \"\" \"doubletake %s\" \"User Commands\"\n", root.Version)
	m.section("NAME", "doubletake - "+strings.ToLower(root.Short[:1])+root.Short[1:])
	m.section("SYNOPSIS")
	for _, c := range append([]*cobra.Command{root}, root.Commands()...) {
		if c.IsAvailableCommand() || c == root {
			m.f(".B %s\n.br\n", plain(c.UseLine()))
		}
	}
	m.section("DESCRIPTION", strings.Split(root.Long, "\n\n")...)
	m.section("OPTIONS")
	root.LocalFlags().VisitAll(m.flag)
	m.section("COMMANDS")
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			m.term(c.Name(), c.Short)
		}
	}
	m.section("KEYS")
	for _, g := range keys.Default().Groups() {
		m.f(".SS %s\n", plain(g.Title))
		for _, b := range g.Bindings {
			m.term(b.Help().Key, b.Help().Desc)
		}
	}
	m.section("EXAMPLES")
	m.f(".nf\n%s\n.fi\n", plain(root.Example))
	m.section("EXIT STATUS")
	m.term("0", "the comparison was made, and the reader closed")
	m.term("1", "there are conflicts, and --exit-code was given")
	m.term("2", "trouble, told in one line on standard error")
	m.section("ENVIRONMENT")
	m.term("NO_COLOR", "draw without colour when this is set to anything")
	m.term("XDG_STATE_HOME", "where the reader's marks are kept, in doubletake/marks; ~/.local/state where it is not set")
	m.term("LC_ALL, LC_CTYPE, LANG", "ASCII signs are drawn where the locale is not UTF-8")
	return m.Flush()
}

type roff struct{ *bufio.Writer }

func (m roff) f(format string, args ...any) { fmt.Fprintf(m.Writer, format, args...) }

// section opens a section with its paragraphs.
func (m roff) section(name string, paragraphs ...string) {
	m.f(".SH %s\n", name)
	for i, p := range paragraphs {
		if i > 0 {
			m.WriteString(".PP\n")
		}
		m.f("%s\n", plain(strings.ReplaceAll(p, "\n", " ")))
	}
}

func (m roff) term(name, does string) { m.f(".TP\n.B %s\n%s\n", plain(name), plain(does)) }

func (m roff) flag(f *pflag.Flag) {
	value, usage := pflag.UnquoteUsage(f)
	name := "--" + f.Name
	if f.Shorthand != "" {
		name = "-" + f.Shorthand + ", " + name
	}
	m.f(".TP\n.BR \"%s\" \" %s\"\n%s\n", plain(name), plain(value), plain(usage))
}

// plain is words that roff prints as they stand.
func plain(s string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, `-`, `\-`, `'`, `\(aq`, `"`, `\(dq`, "^", `\(ha`, "~", `\(ti`).Replace(s), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
