// This file opens the reader on the terminal.

package command

import (
	"bytes"
	"context"
	"errors"
	"os"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/model/report"
	"doubletake/ui"
	"doubletake/ui/terminal"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
)

// errCancelled is told when the reader leaves before the comparison is made.
var errCancelled = errors.New("cancelled")

// session is the terminal, and what the reader may do on it.
type session struct {
	program  Program
	ctx      context.Context
	keyboard *os.File
	out      *terminal.Output
	options  ui.Options
}

// open makes the session of the terminal that Out is.
func (p Program) open(ctx context.Context, how choice, use func(session) error) error {
	screen, ok := p.Out.(*os.File)
	if !ok {
		return errors.New("standard output is no terminal: use --format text")
	}
	keyboard, ok := p.In.(*os.File)
	if !ok {
		return errors.New("standard input is no file to read keys from: use --format text")
	}
	out := terminal.NewOutput(screen)
	return use(session{p, ctx, keyboard, out, p.options(out, how)})
}

// run shows a screen until the reader leaves it.
func (s session) run(m tea.Model) error {
	err := ui.Run(s.ctx, m, s.keyboard, s.out, s.program.Env("TERM"), s.options)
	if errors.Is(err, context.Canceled) {
		return errCancelled
	}
	return err
}

// read opens the reader on a comparison that is still to be made.
func (p Program) read(ctx context.Context, work ui.Compare, how choice) error {
	return p.open(ctx, how, func(s session) error { return s.run(ui.Loading(ctx, work, s.options)) })
}

// options is the reader's session on this terminal.
func (p Program) options(out *terminal.Output, how choice) ui.Options {
	r := lipgloss.NewRenderer(out.File)
	r.SetColorProfile(terminal.Profile(p.Env))
	if how.noColor {
		r.SetColorProfile(termenv.Ascii)
	}
	light, _ := terminal.Light(p.Env("COLORFGBG"))
	return ui.Options{
		Renderer:  r,
		Theme:     how.theme,
		Light:     light,
		ASCII:     how.ascii || !terminal.UTF8(p.Env),
		Mouse:     how.mouse,
		Clipboard: out,
		Marks:     func(c model.Comparison) (marks.Store, string) { return p.store(how.marks, c) },
		Export:    export,
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

// exportName is what a report written from inside the reader is called, in the
// working folder; it never takes the place of a file.
const exportName = "doubletake-report.md"

// export writes the Markdown report with the reader's marks. Its name is taken
// first, with an empty file, and the report then put there in one step.
func export(c model.Comparison, set marks.Set) (where string, err error) {
	var b bytes.Buffer
	if err := report.Markdown(&b, c, set); err != nil {
		return "", err
	}
	path, err := free(exportName)
	if err != nil {
		return "", wrap(exportName, err)
	}
	if err := save(path, b.Bytes()); err != nil {
		_ = os.Remove(path) // the first error is the one to tell
		return "", err
	}
	return path, nil
}
