// This file has two articles compared, and prints what came of it.

package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/marks"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/model/text"
	"doubletake/seeds"
	"doubletake/ui"

	"golang.org/x/term"
)

// errConflicts says that --exit-code was given and there are conflicts.
var errConflicts = errors.New("there are conflicts")

// compare is the program's main job: articles in, compared, and out in the format
// asked for or on the screen. near finds commands like a word.
func (p Program) compare(ctx context.Context, f flags, args []string, near func(string) []string) error {
	how, err := f.choose(isTerminal(p.Out))
	if err != nil {
		return err
	}
	if err := how.apart(args); err != nil {
		return err
	}
	switch {
	case len(args) == 0:
		s := seeds.Sample()
		return p.show(ctx, how, between(article.Parse(s.LeftName, string(s.Left)), article.Parse(s.RightName, string(s.Right))))
	case len(args) == 1 && !source.IsFolder(args[0]):
		return alone(args[0], near)
	case len(args) == 2 && !source.IsFolder(args[0]) && !source.IsFolder(args[1]):
		return p.two(ctx, how, args[0], args[1])
	}
	return p.several(ctx, how, args)
}

// alone says why one argument is not enough.
func alone(name string, near func(string) []string) error {
	if like := near(name); len(like) > 0 {
		return fmt.Errorf("%s is no command: did you mean %s? To compare, name two articles, LEFT and RIGHT", name, like[0])
	}
	return fmt.Errorf("%s alone cannot be compared: name two articles, LEFT and RIGHT", name)
}

// two compares the two articles named. Files are read before anything is shown, so
// that what is wrong with them is told at once; what may take its time is read
// while the reader waits on the screen.
func (p Program) two(ctx context.Context, how choice, left, right string) error {
	if err := source.Distinct(left, right); err != nil {
		return err
	}
	typed := (left == source.Stdin || right == source.Stdin) && isTerminal(p.In)
	if typed {
		fmt.Fprintln(p.Err, "doubletake: type or paste the article, then press ctrl-d on a line of its own")
	}
	if typed || source.IsPlain(left) && source.IsPlain(right) { // a terminal cannot give the article and the keys at once
		l, r, err := p.articles(ctx, how, left, right, nil)
		if err != nil {
			return err
		}
		return p.show(ctx, how, between(l, r))
	}
	return p.show(ctx, how, func(ctx context.Context, progress func(string)) (model.Comparison, error) {
		l, r, err := p.articles(ctx, how, left, right, progress)
		if err != nil {
			return model.Comparison{}, err
		}
		return compare.CompareStages(ctx, l, r, progress)
	})
}

// between is the work of comparing two articles that are read already.
func between(left, right model.Article) ui.Compare {
	return func(ctx context.Context, progress func(string)) (model.Comparison, error) {
		return compare.CompareStages(ctx, left, right, progress)
	}
}

// articles reads the two articles named.
func (p Program) articles(ctx context.Context, how choice, left, right string, progress func(string)) (l, r model.Article, err error) {
	if l, err = p.article(ctx, how, left, progress); err != nil {
		return l, r, err
	}
	r, err = p.article(ctx, how, right, progress)
	return l, r, err
}

// article reads one article with the bounds the flags set.
func (p Program) article(ctx context.Context, how choice, name string, progress func(string)) (model.Article, error) {
	f, err := how.source(p.In, progress).Read(ctx, name)
	if err != nil {
		return model.Article{}, err
	}
	words, err := f.Text()
	if err != nil {
		return model.Article{}, err
	}
	return article.Read(f.Name, words)
}

// show opens the reader on a comparison that is still to be made, or makes and
// prints it.
func (p Program) show(ctx context.Context, how choice, work ui.Compare) error {
	work = how.floored(work)
	if !how.print {
		return p.read(ctx, work, how)
	}
	c, err := p.make(ctx, work)
	if err != nil {
		return err
	}
	return p.print(c, how)
}

// unswept is how much may be allocated, in bytes, before the first garbage is
// collected: a pair of usual articles needs less, and is done 4 ms of 45 sooner. The
// memory is asked for and never touched, so nothing holds it; it is let go of while the
// articles are read, for a long pair would otherwise be left that much more garbage.
const unswept = 64 << 20

// make does the work while someone waits, and leaves it behind when a signal ends
// the context: a stage in the middle of a large article looks up only at its end.
func (p Program) make(ctx context.Context, work ui.Compare) (model.Comparison, error) {
	type made struct {
		c   model.Comparison
		err error
	}
	progress, clean := p.waiting()
	defer clean()
	ballast := make([]byte, unswept)
	done := make(chan made, 1)
	go func() {
		c, err := work(ctx, func(what string) {
			runtime.KeepAlive(ballast)
			ballast = nil
			progress(what)
		})
		done <- made{c, err}
	}()
	select {
	case m := <-done:
		return m.c, m.err
	case <-ctx.Done():
		return model.Comparison{}, errCancelled
	}
}

// floored leaves out what is less severe than --min-severity, and says so where
// the facts are counted.
func (how choice) floored(work ui.Compare) ui.Compare {
	return func(ctx context.Context, progress func(string)) (model.Comparison, error) {
		c, err := work(ctx, progress)
		if err != nil {
			return c, err
		}
		c, out := report.AtLeast(c, how.floor)
		if out > 0 {
			c.Glance.Count += fmt.Sprintf(", of which %d below %s severity left out", out, how.floor)
		}
		return c, nil
	}
}

// waiting tells someone at a terminal, on one line that goes away, what is being
// waited for; done takes it away. Nothing is told to a file or pipe.
func (p Program) waiting() (progress func(string), done func()) {
	if !isTerminal(p.Err) {
		return func(string) {}, func() {}
	}
	const erase = "\r\x1b[K"
	return func(what string) { fmt.Fprintf(p.Err, "%sdoubletake: %s", erase, text.Line(what)) }, func() { fmt.Fprint(p.Err, erase) }
}

// print writes the comparison and says by its error whether there are conflicts,
// where that was asked.
func (p Program) print(c model.Comparison, how choice) error {
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

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
