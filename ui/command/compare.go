package command

import (
	"context"
	"fmt"
	"io"
	"os"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/seeds"

	"golang.org/x/term"
)

// compare is the program's main job: two articles in, compared, and out in the
// format asked for or on the screen.
func (p Program) compare(ctx context.Context, f flags, args []string) error {
	write, err := p.writer(f.format)
	if err != nil {
		return err
	}
	name, err := f.themeName()
	if err != nil {
		return err
	}
	left, right, err := p.articles(args)
	if err != nil {
		return err
	}
	if write == nil {
		return p.read(ctx, left, right, f, name)
	}
	c, err := compare.Compare(ctx, left, right)
	if err != nil {
		return err
	}
	return write(p.Out, c)
}

// writer is the report of a format; nil where the reader is to open instead.
func (p Program) writer(format string) (func(io.Writer, model.Comparison) error, error) {
	switch format {
	case "text":
		return report.Text, nil
	case "json":
		return report.JSON, nil
	case "":
		if isTerminal(p.Out) {
			return nil, nil
		}
		return report.Text, nil
	}
	return nil, fmt.Errorf("unknown format %q: use text or json", format)
}

// articles reads the two articles named, or the sample pair.
func (p Program) articles(args []string) (left, right model.Article, err error) {
	switch len(args) {
	case 0:
		s := seeds.Sample()
		return article.Parse(s.LeftName, string(s.Left)), article.Parse(s.RightName, string(s.Right)), nil
	case 1:
		return left, right, fmt.Errorf("%s alone cannot be compared: name two articles, LEFT and RIGHT", args[0])
	case 2:
		l, r, err := source.Pair(args[0], args[1], p.In)
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

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
