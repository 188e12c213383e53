// This file compares two articles and prints what came of it.

package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/marks"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/seeds"

	"golang.org/x/term"
)

// errConflicts says that --exit-code was given and there are conflicts.
var errConflicts = errors.New("there are conflicts")

// compare is the program's main job: two articles in, compared, and out in the
// format asked for or on the screen. near finds commands like a word.
func (p Program) compare(ctx context.Context, f flags, args []string, near func(string) []string) error {
	how, err := f.choose(isTerminal(p.Out))
	if err != nil {
		return err
	}
	if how.output != "" {
		if err := writable(how.output, args); err != nil {
			return err
		}
	}
	left, right, err := p.articles(ctx, how, args, near)
	if err != nil {
		return err
	}
	if !how.print {
		return p.read(ctx, left, right, how)
	}
	c, err := compare.Compare(ctx, left, right)
	if err != nil {
		return err
	}
	return p.print(c, how)
}

// print writes the comparison and says by its error whether there are conflicts,
// where that was asked.
func (p Program) print(c model.Comparison, how choice) error {
	c, out := report.AtLeast(c, how.floor)
	if out > 0 {
		c.Glance.Count += fmt.Sprintf(", of which %d below %s severity left out", out, how.floor)
	}
	if err := p.deliver(how.output, func(w io.Writer) error { return how.format.Write(w, c, p.marked(c, how)) }); err != nil {
		return err
	}
	if how.exitCode && c.Count(model.Conflict) > 0 {
		return errConflicts
	}
	return nil
}

// deliver writes a report to a file, or to Out where none is named.
func (p Program) deliver(path string, write func(io.Writer) error) error {
	if path == "" {
		return write(p.Out)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	return save(path, b.Bytes())
}

// marked is the reader's marks on a comparison, for the formats that show them.
func (p Program) marked(c model.Comparison, how choice) marks.Set {
	if how.format == report.AsText || how.format == report.AsJSON {
		return nil
	}
	store, notice := p.store(how.marks, c)
	if notice != "" {
		p.say(notice)
	}
	return store.All()
}

// articles reads the two articles named, or the sample pair.
func (p Program) articles(ctx context.Context, how choice, args []string, near func(string) []string) (left, right model.Article, err error) {
	switch len(args) {
	case 0:
		s := seeds.Sample()
		return article.Parse(s.LeftName, string(s.Left)), article.Parse(s.RightName, string(s.Right)), nil
	case 1:
		if like := near(args[0]); len(like) > 0 {
			return left, right, fmt.Errorf("%s is no command: did you mean %s? To compare, name two articles, LEFT and RIGHT", args[0], like[0])
		}
		return left, right, fmt.Errorf("%s alone cannot be compared: name two articles, LEFT and RIGHT", args[0])
	case 2:
		l, r, err := p.source(how).Pair(ctx, args[0], args[1])
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

// source reads articles with the bounds the flags set.
func (p Program) source(how choice) source.Source {
	return source.Source{Stdin: p.In, Patience: how.timeout, AllowPrivate: how.allowPrivate, Agent: version()}
}

func parse(f source.File) (model.Article, error) {
	text, err := f.Text()
	if err != nil {
		return model.Article{}, err
	}
	return article.Read(f.Name, text)
}

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
