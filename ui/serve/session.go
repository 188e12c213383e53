package serve

import (
	"context"
	"errors"
	"fmt"
	"time"

	"doubletake/ui"
	"doubletake/ui/guard"
	"doubletake/ui/terminal"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/ssh"
)

// read opens the reader on a guest's terminal, and stays until the guest leaves
// or has to.
func (s *server) read(ssh.Handler) ssh.Handler {
	return func(sess ssh.Session) {
		v, ok := sess.Context().Value(visitKey{}).(visit)
		if !ok {
			return
		}
		g := v.guest
		out := newScreen(g.channel, s.options.StallTimeout, func() { g.end(errStalled) })
		cause := v.show(out)
		if says := farewell(cause, s.options); says != "" {
			_, _ = out.Write([]byte(says + "\r\n")) // an error means that the guest has gone
		}
		code := 0
		if errors.Is(cause, errPanic) {
			code = 1
		}
		_ = sess.Exit(code) // the same
	}
}

// farewell is what a guest is told who is sent away.
func farewell(cause error, o Options) string {
	switch {
	case errors.Is(cause, errIdle):
		return fmt.Sprintf("doubletake: this session was ended after %v without a key.", o.IdleTimeout)
	case errors.Is(cause, errLong):
		return fmt.Sprintf("doubletake: this session was ended after %v, the longest there is.", o.MaxTimeout)
	case errors.Is(cause, errStopping):
		return "doubletake: the server stops. Come again."
	case errors.Is(cause, errFlood):
		return "doubletake: this session was ended: too much input at once."
	case errors.Is(cause, errPanic):
		return "doubletake: this session has failed. The failure is logged; come again."
	}
	return ""
}

// show runs the reader on the screen until it ends, and gives the reason where
// it was not the guest's own.
func (v visit) show(out *screen) error {
	g := v.guest
	idle := time.AfterFunc(g.server.options.IdleTimeout, func() { v.end(errIdle) })
	defer idle.Stop()

	var p *tea.Program // made below; keys are read only while it runs
	ear := terminal.NewListener(func(light bool) { p.Send(ui.BackgroundMsg{Dark: !light}) })
	g.keys.gone, g.keys.sieve = func() { v.end(errGone) }, ear.Filter
	g.keys.onKey(func() { idle.Reset(g.server.options.IdleTimeout) })

	m := guard.Model{
		Model: g.server.program(g.server.pairs, g.options(out)),
		Begin: g.ask(out),
		Failed: func(r any) {
			logPanic(g.log, "session", r)
			v.end(errPanic)
		},
	}
	w, h, _ := g.wishes.size()
	first, _ := m.Update(tea.WindowSizeMsg{Width: w, Height: h}) // before the first key; it asks for nothing
	p = tea.NewProgram(first, tea.WithContext(v.ctx), tea.WithInput(g.keys), tea.WithOutput(out), tea.WithAltScreen(), tea.WithoutSignalHandler())
	g.setProgram(p)
	defer g.setProgram(nil)
	g.follow(p)
	_, err := p.Run()
	if cause := context.Cause(v.ctx); cause != nil {
		return cause
	}
	if err != nil { // Bubble Tea's own net caught what the guard did not
		g.log.Error("the reader ended", "error", safe(err.Error(), 200))
		return errPanic
	}
	return nil
}

// options is the reader's session on the guest's terminal, as far as its
// environment tells; nothing is asked that has to be waited for.
func (g *guest) options(out *screen) ui.Options {
	r := lipgloss.NewRenderer(out)
	r.SetColorProfile(terminal.Profile(g.wishes.getenv))
	r.SetHasDarkBackground(true)
	return ui.Options{Renderer: r, ASCII: !terminal.UTF8(g.wishes.getenv), Clipboard: out}
}

// ask is a command that asks the terminal for its background, where it is one to
// be asked. The answer comes among the keys, or never.
func (g *guest) ask(out *screen) tea.Cmd {
	if !terminal.Answers(g.wishes.getenv("TERM")) {
		return nil
	}
	return func() tea.Msg {
		_, _ = out.Write([]byte(terminal.Query)) // unanswered and unasked are the same
		return nil
	}
}

// between is the time from one size told to the program to the next: a window
// that is dragged tells of hundreds, and each may wrap both texts anew.
const between = 100 * time.Millisecond

// follow tells the program the terminal's size, now and whenever it has changed.
// It waits for the program in a goroutine that lives only while there is
// something to tell.
func (g *guest) follow(p *tea.Program) {
	g.wishes.onSize(func() {
		g.server.crew.Go("size", func() {
			for w, h, ok := g.wishes.take(); ok; w, h, ok = g.wishes.take() {
				p.Send(tea.WindowSizeMsg{Width: w, Height: h})
				time.Sleep(between)
			}
		})
	})
}
