// Package pair makes the pairs of articles that guests may read: those that come
// with the program, or those the host names. Each is compared once, at the
// start; what comes of it is shared by all guests and never changes.
package pair

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/model/report"
	"doubletake/model/source"
	"doubletake/model/text"
	"doubletake/seeds"
	"doubletake/ui/book"
)

// Pair is one comparison, ready to be read. It is immutable and shared.
type Pair struct {
	Name   string // short, without spaces or control characters, unlike the others' names
	Title  string // one line
	Book   *book.Book
	Report []byte // the comparison as plain text, for guests without a terminal
}

// Embedded is the pairs that come with the program. The error is the context's.
func Embedded(ctx context.Context) ([]Pair, error) {
	var pairs []Pair
	for _, s := range seeds.Pairs() {
		left := article.Parse(s.LeftName, string(s.Left))
		right := article.Parse(s.RightName, string(s.Right))
		p, err := prepare(ctx, s.Name, s.Title, left, right)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, p)
	}
	return pairs, nil
}

// Load is the pairs that paths name: a folder that holds two articles, or two
// files or addresses after each other, read within the bounds of from. Guests
// see the names of files and folders, never the way to them. The error names the
// path and says what to do.
func Load(ctx context.Context, from source.Source, paths []string) ([]Pair, error) {
	var pairs []Pair
	taken := make(map[string]bool)
	for rest := paths; len(rest) > 0; {
		named, n, err := next(rest)
		if err != nil {
			return nil, err
		}
		rest = rest[n:]
		p, err := load(ctx, from, unused(named.name, taken), named)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, p)
	}
	return pairs, nil
}

// files is two articles under the name that guests choose them by.
type files struct{ name, left, right string }

// next reads the first pair off paths, and how many of them it takes.
func next(paths []string) (f files, n int, err error) {
	info, err := os.Stat(paths[0])
	switch {
	case err == nil && info.IsDir():
		f, err = inFolder(paths[0])
		return f, 1, err
	case len(paths) < 2:
		return f, 0, fmt.Errorf("%s alone is no pair: name a folder with two articles, or two files after each other", paths[0])
	}
	name := stem(paths[0]) + "-" + stem(paths[1])
	return files{name: name, left: paths[0], right: paths[1]}, 2, nil
}

// inFolder finds the two articles of a folder: its text files, of which there
// must be two, in the order of their names.
func inFolder(folder string) (files, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return files{}, fmt.Errorf("looking for two articles in %s: %w", folder, err)
	}
	var found []string
	for _, e := range entries {
		known := slices.Contains([]string{".txt", ".md", ".html", ".htm"}, strings.ToLower(filepath.Ext(e.Name())))
		if known && !e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			found = append(found, filepath.Join(folder, e.Name()))
		}
	}
	if len(found) != 2 {
		return files{}, fmt.Errorf("%s: holds %d articles (.txt, .md, .html); a pair needs two", folder, len(found))
	}
	whole, err := filepath.Abs(folder) // "." has no name to show
	if err != nil {
		whole = folder
	}
	return files{name: filepath.Base(whole), left: found[0], right: found[1]}, nil
}

func load(ctx context.Context, from source.Source, name string, f files) (Pair, error) {
	if f.left == source.Stdin || f.right == source.Stdin {
		return Pair{}, errors.New("a server reads no articles from standard input: name files")
	}
	l, r, err := from.Pair(ctx, f.left, f.right)
	if err != nil {
		return Pair{}, err
	}
	left, err := parse(l)
	if err != nil {
		return Pair{}, err
	}
	right, err := parse(r)
	if err != nil {
		return Pair{}, err
	}
	return prepare(ctx, name, title(left, right), left, right)
}

func parse(f source.File) (model.Article, error) {
	words, err := f.Text()
	if err != nil {
		return model.Article{}, err
	}
	return article.Read(filepath.Base(f.Name), words)
}

// title is a headline of the pair, or the names of the two files.
func title(left, right model.Article) string {
	for _, a := range []model.Article{left, right} {
		if a.Title != "" {
			return a.Title
		}
	}
	return left.Source + " / " + right.Source
}

// prepare compares two articles and indexes what comes of it.
func prepare(ctx context.Context, name, title string, left, right model.Article) (Pair, error) {
	c, err := compare.Compare(ctx, left, right)
	if err != nil {
		return Pair{}, fmt.Errorf("preparing the pair %s: %w", name, err)
	}
	var b bytes.Buffer
	if err := report.Text(&b, c); err != nil {
		return Pair{}, fmt.Errorf("preparing the pair %s: %w", name, err)
	}
	return Pair{Name: name, Title: text.Line(title), Book: book.New(c), Report: b.Bytes()}, nil
}

// stem is a file's name without folder and ending.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// unused makes a name that a guest can type after "text" and that is not taken
// yet, and takes it.
func unused(name string, taken map[string]bool) string {
	name = strings.Join(strings.Fields(text.Line(name)), "-")
	if name == "" {
		name = "pair"
	}
	free := name
	for i := 2; taken[free]; i++ {
		free = fmt.Sprintf("%s-%d", name, i)
	}
	taken[free] = true
	return free
}
