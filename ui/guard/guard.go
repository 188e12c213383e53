// Package guard keeps a panic in a Bubble Tea model from being the program's end.
//
// Bubble Tea catches panics itself, but prints them among what the terminal shows,
// on the host's terminal where the reader sits at another one, and closes the input
// under the goroutine that reads it.
package guard

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// Model is a model whose panics are told to Failed, wherever they happen: in
// Init, in Update, in View or in a command. What happens then is for Failed to
// decide; until it does, the model stays what it was before.
type Model struct {
	tea.Model
	// Begin is run at the start, beside the model's own first command. It may be nil.
	Begin tea.Cmd
	// Failed is given what panicked. It is called from the deferred function that has
	// recovered it, and from several goroutines.
	Failed func(any)
}

// Init begins with the model's own first command and Begin.
func (m Model) Init() (cmd tea.Cmd) {
	defer m.recovered(func() { cmd = nil })
	return m.command(tea.Batch(m.Begin, m.Model.Init()))
}

// Update is the model's, and changes nothing where that fails.
func (m Model) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer m.recovered(func() { next, cmd = m, nil })
	next, cmd = m.Model.Update(msg)
	return Model{next, m.Begin, m.Failed}, m.command(cmd)
}

// View is the model's, and empty where that fails.
func (m Model) View() string {
	defer m.recovered(func() {})
	return m.Model.View()
}

func (m Model) command(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		defer m.recovered(func() {})
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = m.command(c)
			}
		}
		return msg
	}
}

// recovered tells of a panic, after mend has put the results right. It is to be deferred.
func (m Model) recovered(mend func()) {
	if r := recover(); r != nil {
		mend()
		m.Failed(r)
	}
}

// PanicError is a panic as an error of one line: what it said, and where it was raised.
type PanicError struct {
	Value any
	Where string // function, file and line; empty where the stack does not tell
}

// Caught makes the error of a panic. It is to be called from Failed, while the
// stack of the panic is still there.
func Caught(value any) PanicError {
	calls := make([]uintptr, 64)
	frames := runtime.CallersFrames(calls[:runtime.Callers(1, calls)])
	raised := false
	for {
		f, more := frames.Next()
		ours := !strings.HasPrefix(f.Function, "runtime.")
		if raised && ours {
			return PanicError{value, fmt.Sprintf("%s, %s:%d", f.Function, filepath.Base(f.File), f.Line)}
		}
		raised = raised || !ours
		if !more {
			return PanicError{Value: value}
		}
	}
}

func (f PanicError) Error() string {
	return strings.TrimSuffix(fmt.Sprintf("a fault in the program: %v (%s)", f.Value, f.Where), " ()")
}
