package command

import (
	"context"
	"errors"
	"os"

	"doubletake/model"
	"doubletake/model/compare"
	"doubletake/model/marks"
	"doubletake/ui"
	"doubletake/ui/terminal"
	"doubletake/ui/theme"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// errCancelled is told when the reader leaves before the comparison is made.
var errCancelled = errors.New("cancelled")

// read opens the reader on two articles. Out is a terminal.
func (p Program) read(ctx context.Context, left, right model.Article, f flags, name theme.Name) error {
	screen, ok := p.Out.(*os.File)
	if !ok {
		return errors.New("standard output is no terminal: use --format text")
	}
	keyboard, ok := p.In.(*os.File)
	if !ok {
		return errors.New("standard input is no file to read keys from: use --format text")
	}
	out := terminal.NewOutput(screen)
	o := p.options(out, f, name)
	work := func(ctx context.Context, progress func(string)) (model.Comparison, error) {
		return compare.CompareStages(ctx, left, right, progress)
	}
	err := ui.Run(ctx, ui.Loading(ctx, work, o), keyboard, out, p.Env("TERM"), o)
	if errors.Is(err, context.Canceled) {
		return errCancelled
	}
	return err
}

// options is the reader's session on this terminal.
func (p Program) options(out *terminal.Output, f flags, name theme.Name) ui.Options {
	r := lipgloss.NewRenderer(out.File)
	r.SetColorProfile(terminal.Profile(p.Env))
	if f.noColor {
		r.SetColorProfile(termenv.Ascii)
	}
	light, _ := terminal.Light(p.Env("COLORFGBG"))
	return ui.Options{
		Renderer:  r,
		Theme:     name,
		Light:     light,
		ASCII:     f.ascii || !terminal.UTF8(p.Env),
		Mouse:     f.mouse,
		Clipboard: out,
		Marks:     func(c model.Comparison) (marks.Store, string) { return p.store(f.marks, c) },
	}
}

// store opens the sidecar file of a comparison: the one named, else the one in
// the user's state folder. Where none can be had the marks go with the session,
// and notice says so.
func (p Program) store(path string, c model.Comparison) (s marks.Store, notice string) {
	if path == "" {
		folder, err := marks.StateFolder(p.Env)
		if err != nil {
			return marks.NewMemory(), "marks are not kept: " + err.Error()
		}
		path = marks.PathIn(folder, c)
	}
	file, notice, err := marks.Open(path, c)
	if err != nil {
		return marks.NewMemory(), "marks are not kept: " + err.Error()
	}
	return file, notice
}
