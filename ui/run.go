package ui

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	_ "doubletake/ui/background" // before Bubble Tea, which would wait for an answer at start
	"doubletake/ui/guard"
	"doubletake/ui/terminal"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"
)

// Run shows a reader (New) or a loading screen (Loading) on a terminal until the
// reader quits, the context ends, or a SIGTERM or SIGINT comes, and leaves the
// terminal as it was, also after a panic. Keys are read from in where that is a terminal, else from the
// controlling terminal, so that an article may come by standard input. The same
// out may be Options.Clipboard. termName
// is TERM; it decides whether the terminal is asked for its background.
//
// The error is that of the loading work, context.Canceled where that did not come to
// an end, or says why the program ended otherwise than by anybody's wish.
func Run(ctx context.Context, m tea.Model, in *os.File, out *terminal.Output, termName string, o Options) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	first := guard.Model{Model: m, Failed: func(r any) { fail(guard.Caught(r)) }}
	// Bubble Tea's own handler of signals waits for ever where its loop has ended
	// already, as it has when the same signal ends the context.
	options := []tea.ProgramOption{tea.WithoutSignalHandler(), tea.WithAltScreen(), tea.WithOutput(out)}
	if o.Mouse {
		options = append(options, tea.WithMouseCellMotion())
	}
	var p *tea.Program
	if term.IsTerminal(in.Fd()) {
		told := func(light bool) { go p.Send(BackgroundMsg{Dark: !light}) }
		options = append(options, tea.WithInput(terminal.NewInput(in, told)))
		if o.Theme == theme.Auto && terminal.Answers(termName) {
			// Asked once the program has the terminal in hand, so that the answer is neither
			// echoed nor taken for keys.
			first.Begin = func() tea.Msg {
				_, _ = out.Write([]byte(terminal.Query)) // unanswered and unasked are the same
				return nil
			}
		}
	} else {
		options = append(options, tea.WithInputTTY())
	}
	p = tea.NewProgram(first, options...)
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	defer context.AfterFunc(ctx, p.Quit)()
	last, err := p.Run()
	if f, ok := errors.AsType[guard.PanicError](context.Cause(ctx)); ok {
		err = f
	}
	if err != nil {
		return fmt.Errorf("running the reader: %w", err)
	}
	if g, ok := last.(guard.Model); ok {
		if l, ok := g.Model.(loading); ok {
			return cmp.Or(l.err, context.Canceled)
		}
	}
	return nil
}
