// Package command is the command line: what may be said after "doubletake",
// and what is done about it. It reads the articles, has them compared, and
// prints the comparison or opens the reader on it.
//
// Errors are one line on standard error that names the file and says what to do.
// A subcommand is a file of its own here and one line in Program.root.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os/signal"
	"runtime/debug"
	"syscall"

	"doubletake/model/text"

	"github.com/spf13/cobra"
)

// Exit codes. Conflicts are told by one only where --exit-code asks for it.
const (
	done      = 0
	conflicts = 1
	trouble   = 2
)

// Program is one run of the program: its streams and its environment. In and
// Out may be terminals, then os.Files.
type Program struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
	Env func(name string) string
}

// Run does what the arguments ask for and gives the exit code: 0, 1 where
// --exit-code finds conflicts, and 2 for any trouble, which it has then told on
// Err in one line. SIGINT and SIGTERM end the work.
func (p Program) Run(args []string) int {
	// The HTTP client logs what a server sends out of turn; what comes from outside
	// is told in one line of our own or not at all.
	log.SetOutput(io.Discard)
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	root := p.root()
	root.SetArgs(args)
	root.SetIn(p.In)
	root.SetOut(p.Out)
	root.SetErr(p.Err)
	switch err := root.ExecuteContext(ctx); {
	case errors.Is(err, errConflicts):
		return conflicts
	case err != nil:
		p.say(err.Error())
		return trouble
	}
	return done
}

// say tells one line on Err; what an article or a file name brings into it is
// made harmless.
func (p Program) say(line string) {
	fmt.Fprintln(p.Err, "doubletake:", text.Line(line))
}

const long = `Doubletake lays two news articles on one event side by side, says which facts
they share and where they conflict, and walks the reader through it claim by
claim.

LEFT and RIGHT are files of text, Markdown or HTML, or addresses that begin with
http:// or https://; one of them may be - for standard input. Without them the
sample pair opens.

A folder is searched for articles that tell of one event: those named alike but
for an ending such as a and b or left and right, and those that are alike. Of
three and more articles named, each two are compared. Where that makes several
pairs, a list of them opens, or a table of their conflicts is printed.

Where standard output is no terminal, the comparison is printed as text.`

const examples = `  doubletake
      the sample pair, in the reader
  doubletake left.txt right.html
      two articles, in the reader
  doubletake https://example.org/a https://example.com/b
      two addresses
  pbpaste | doubletake - right.txt
      one article from standard input
  doubletake articles/
      the pairs in a folder
  doubletake --format json left.txt right.txt
      the comparison for a program
  doubletake --output report.html left.txt right.txt
      the comparison to mail or print
  doubletake --exit-code --min-severity high left.txt right.txt
      a check in a script`

// root is the command with its subcommands.
func (p Program) root() *cobra.Command {
	var f flags
	c := &cobra.Command{
		Use:                        "doubletake [flags] [LEFT RIGHT | FOLDER | ARTICLES…]",
		Short:                      "Lay two news articles on one event side by side",
		Long:                       long,
		Example:                    examples,
		Version:                    version(),
		Args:                       cobra.ArbitraryArgs,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.compare(cmd.Context(), f, args, cmd.SuggestionsFor)
		},
	}
	c.SetVersionTemplate("doubletake {{.Version}}\n")
	c.SetFlagErrorFunc(flagError)
	f.define(c.Flags())
	c.Flags().BoolP("help", "h", false, "show this help")
	c.Flags().Bool("version", false, "show the version")
	if err := complete(c); err != nil {
		p.say(err.Error())
	}
	c.AddCommand(man(), p.serve())
	return c
}

// version is the program's own, as the build recorded it.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
