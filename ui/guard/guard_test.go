package guard

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// faulty is a model that panics in one place.
type faulty struct{ in string }

func (f faulty) raise(in string) {
	if f.in == in {
		panic("torn in " + in)
	}
}

func (f faulty) Init() tea.Cmd {
	f.raise("Init")
	return func() tea.Msg {
		f.raise("a command")
		return nil
	}
}

func (f faulty) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	f.raise("Update")
	return f, func() tea.Msg {
		return tea.BatchMsg{func() tea.Msg {
			f.raise("a batch")
			return nil
		}, nil}
	}
}

func (f faulty) View() string {
	var none []int
	if f.in == "View" {
		_ = none[len(f.in)]
	}
	return "whole"
}

// walk does with a model what a program does, commands and their commands too.
func walk(m tea.Model) string {
	run(m.Init())
	m, cmd := m.Update(nil)
	run(cmd)
	return m.View()
}

func run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if batch, ok := cmd().(tea.BatchMsg); ok {
		for _, c := range batch {
			run(c)
		}
	}
}

func TestModel(t *testing.T) {
	for _, c := range []struct{ in, says, view string }{
		{"", "", "whole"},
		{"Init", "torn in Init (doubletake/ui/guard.faulty.raise, guard_test.go:15)", "whole"},
		{"Update", "torn in Update (doubletake/ui/guard.faulty.raise, guard_test.go:15)", "whole"},
		{"View", "runtime error: index out of range [4] with length 0 (doubletake/ui/guard.faulty.View, guard_test.go:40)", ""},
		{"a command", "torn in a command (doubletake/ui/guard.faulty.raise, guard_test.go:15)", "whole"},
		{"a batch", "torn in a batch (doubletake/ui/guard.faulty.raise, guard_test.go:15)", "whole"},
	} {
		var said []string
		view := walk(Model{Model: faulty{c.in}, Failed: func(r any) { said = append(said, Caught(r).Error()) }})
		want := c.says
		if want != "" {
			want = "a fault in the program: " + want
		}
		if got := strings.Join(said, "; "); got != want || view != c.view {
			t.Errorf("a panic in %q: said %q, view %q; want %q, %q", c.in, got, view, want, c.view)
		}
	}
}

func TestCaughtNothing(t *testing.T) {
	if got := Caught("torn").Error(); got != "a fault in the program: torn" {
		t.Error(got)
	}
}
