// This file takes folders, and more than two articles.

package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/pairing"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/ui/shelf"
)

// Bounds on several articles.
const (
	mostPairs = 200 // that are compared with each other
	mostLoose = 6   // articles of which each two are compared though nothing says that any belong together
)

// collection is several articles, and what is to be compared.
type collection struct {
	articles []model.Article
	names    []string // of their files and addresses
	pairs    []pairing.Pair
	passed   int // files in folders that hold no article
}

// several compares the articles that the arguments name, files and folders: one
// pair like two files, more pairs on a list to choose from or in a table.
func (p Program) several(ctx context.Context, how choice, args []string) error {
	c, err := p.collect(ctx, how, args)
	if err != nil {
		return err
	}
	if err := how.apart(c.names); err != nil {
		return err
	}
	switch {
	case len(c.pairs) == 1:
		return p.show(ctx, how, between(c.articles[c.pairs[0].Left], c.articles[c.pairs[0].Right]))
	case how.print:
		return p.table(ctx, how, c)
	}
	return p.choose(ctx, how, c)
}

// collect reads the articles and finds out which to compare.
func (p Program) collect(ctx context.Context, how choice, args []string) (collection, error) {
	if err := source.Distinct(args...); err != nil {
		return collection{}, err
	}
	var c collection
	progress, done := p.waiting()
	defer done()
	folders := false
	for _, name := range args {
		if source.IsFolder(name) {
			folders = true
			if err := p.folder(ctx, how, name, &c); err != nil {
				return collection{}, err
			}
			continue
		}
		a, err := p.article(ctx, how, name, progress)
		if err != nil {
			return collection{}, err
		}
		c.add(name, a)
	}
	return c, c.pair(folders, strings.Join(args, " "))
}

// folder reads the articles in a folder. What turns out to be none is passed over.
func (p Program) folder(ctx context.Context, how choice, folder string, c *collection) error {
	names, err := source.Folder(folder)
	if err != nil {
		return err
	}
	for _, name := range names {
		a, err := p.article(ctx, how, name, nil)
		switch {
		case ctx.Err() != nil:
			return err
		case errors.Is(err, source.ErrBinary), errors.Is(err, source.ErrBlank), errors.Is(err, article.ErrNone):
			c.passed++
		case err != nil:
			return err
		default:
			c.add(name, a)
		}
	}
	return nil
}

func (c *collection) add(name string, a model.Article) {
	c.names = append(c.names, name)
	c.articles = append(c.articles, a)
}

// pair says which articles to compare: in folders those that belong together, of
// named files each two.
func (c *collection) pair(folders bool, named string) error {
	n := len(c.articles)
	switch {
	case n < 2:
		return fmt.Errorf("%s: %d %s found; a comparison needs two", named, n, plural(n, "article"))
	case !folders:
		c.pairs = pairing.All(n)
	default:
		if c.pairs = pairing.Pairs(c.articles); len(c.pairs) == 0 && n <= mostLoose {
			c.pairs = pairing.All(n)
		}
	}
	switch {
	case len(c.pairs) == 0:
		return fmt.Errorf("%s: no two of the %d articles tell of one event; name two of them", named, n)
	case len(c.pairs) > mostPairs:
		return fmt.Errorf("%s: %d pairs are more than can be compared at once (%d); name fewer articles", named, len(c.pairs), mostPairs)
	}
	return nil
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// table prints what each pair comes to.
func (p Program) table(ctx context.Context, how choice, c collection) error {
	s := report.Several{Articles: c.articles}
	for _, pair := range c.pairs {
		x, err := p.make(ctx, how.floored(between(c.articles[pair.Left], c.articles[pair.Right])))
		if err != nil {
			return err
		}
		s.Pairs = append(s.Pairs, report.BriefOf(pair.Left, pair.Right, pair.Name, x))
	}
	if err := p.deliver(how.output, func(w io.Writer) error { return s.Write(w, how.format) }); err != nil {
		return err
	}
	if how.exitCode && s.Conflicts() > 0 {
		return errConflicts
	}
	return nil
}

// choose opens the list of pairs.
func (p Program) choose(ctx context.Context, how choice, c collection) error {
	pairs := make([]shelf.Pair, len(c.pairs))
	for i, x := range c.pairs {
		l, r := c.articles[x.Left], c.articles[x.Right]
		pairs[i] = shelf.Pair{
			Name:    x.Name,
			Title:   called(l) + " / " + called(r) + "  " + cmp.Or(l.Title, r.Title),
			Compare: how.floored(between(l, r)),
		}
	}
	notice := ""
	if c.passed > 0 {
		notice = fmt.Sprintf("%d %s passed over: no article in it", c.passed, plural(c.passed, "file"))
	}
	return p.open(ctx, how, func(s session) (err error) {
		return s.run(shelf.New(ctx, pairs, notice, s.options))
	})
}

// called is what an article is called beside others: its outlet or its file.
func called(a model.Article) string {
	return cmp.Or(a.Outlet, filepath.Base(a.Source))
}
