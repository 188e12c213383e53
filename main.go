// Doubletake lays two news articles on one event side by side in the terminal,
// says which facts they share and where they conflict, and lets the reader step
// through each claim.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/seeds"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

const usage = `usage: doubletake [flags] [LEFT RIGHT]

Compares two news articles on one event. LEFT and RIGHT are files; one of them
may be - for standard input. Without them the sample pair opens.

`

// run is the program: it returns the exit code, 2 for any trouble.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	fs := flag.NewFlagSet("doubletake", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	format := fs.String("format", "", "print the comparison as `text or json` instead of opening the reader")
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fs.SetOutput(stdout)
		fmt.Fprint(stdout, usage)
		fs.PrintDefaults()
		return 0
	case err != nil:
		return fail(stderr, err)
	}
	left, right, err := articles(fs.Args(), stdin)
	if err != nil {
		return fail(stderr, err)
	}
	if err := show(left, right, *format, stdin, stdout); err != nil {
		return fail(stderr, err)
	}
	return 0
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintln(stderr, "doubletake:", err)
	return 2
}

// articles reads the two articles named on the command line, or the sample pair.
func articles(args []string, stdin io.Reader) (left, right model.Article, err error) {
	switch len(args) {
	case 0:
		p := seeds.Sample()
		return article.Parse(p.LeftName, string(p.Left)), article.Parse(p.RightName, string(p.Right)), nil
	case 1:
		return left, right, fmt.Errorf("%s alone cannot be compared: name two articles, LEFT and RIGHT", args[0])
	case 2:
		l, r, err := source.Pair(args[0], args[1], stdin)
		if err != nil {
			return left, right, err
		}
		if left, err = parse(l); err != nil {
			return left, right, err
		}
		right, err = parse(r)
		return left, right, err
	}
	return left, right, fmt.Errorf("%d articles named: name two, LEFT and RIGHT", len(args))
}

func parse(f source.File) (model.Article, error) {
	text, err := f.Text()
	if err != nil {
		return model.Article{}, err
	}
	return article.Parse(f.Name, text), nil
}

// show prints the comparison in the format asked for, or opens the reader.
func show(left, right model.Article, format string, stdin io.Reader, stdout io.Writer) error {
	if format == "" && !(terminal(stdin) && terminal(stdout)) {
		format = "text"
	}
	write := map[string]func(io.Writer, model.Comparison) error{"text": report.Text, "json": report.JSON}[format]
	if write == nil && format != "" {
		return fmt.Errorf("unknown format %q: use text or json", format)
	}
	c, err := compare.Compare(context.Background(), left, right)
	if err != nil {
		return err
	}
	return write(stdout, c)
}

func terminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
