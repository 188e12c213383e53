// Package command is the command line: what may be said after "doubletake",
// and what is done about it. It reads the articles, has them compared, and
// prints the comparison or opens the reader on it.
//
// Errors are one line on standard error that names the file and says what to do.
// A subcommand is a file of its own here and one line in Program.root.
package command

import (
	"context"
	"fmt"
	"io"

	"doubletake/model/text"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	done    = 0
	trouble = 2
)

// Program is one run of the program: its streams and its environment. In and
// Out may be terminals, then os.Files.
type Program struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
	Env func(name string) string
}

// Run does what the arguments ask for and gives the exit code: 0, or 2 for any
// trouble, which it has then told on Err in one line.
func (p Program) Run(args []string) int {
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	if err := root.ExecuteContext(context.Background()); err != nil {
		fmt.Fprintln(p.Err, "doubletake:", text.Line(err.Error()))
		return trouble
	}
	return done
}

// root is the command with its subcommands.
func (p Program) root() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:   "doubletake [flags] [LEFT RIGHT]",
		Short: "Lay two news articles on one event side by side",
		Long: `Doubletake lays two news articles on one event side by side, says which facts
they share and where they conflict, and walks the reader through it claim by
claim. LEFT and RIGHT are files; one of them may be - for standard input.
Without them the sample pair opens.`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.compare(cmd.Context(), f, args)
		},
	}
	f.define(c.Flags())
	return c
}
