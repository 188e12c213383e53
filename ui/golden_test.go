package ui

import (
	"context"
	"testing"

	"doubletake/model"
	"doubletake/ui/book"
	"doubletake/ui/internal/fixture"
	"doubletake/ui/internal/golden"

	"github.com/charmbracelet/bubbles/spinner"
	tea "github.com/charmbracelet/bubbletea"
)

// screens is every screen of the reader, by the keys that lead to it.
var screens = []struct {
	name string
	keys []string
}{
	{"start", nil},
	{"worst", []string{"n"}},
	{"office", []string{"n", "n", "n"}},
	{"right", []string{"n", "n", "n", "tab"}},
	{"alone", []string{"w", "w", "w", "j", "j", "j", "j", "j"}},
	{"claim", []string{"w", "j", "j"}},
	{"shared", []string{"=", "n"}},
	{"filtered", []string{"3", "n"}},
	{"kind", []string{"K", "K", "K", "n"}},
	{"nothing", []string{"K", "1"}},
	{"unlocked", []string{"n", "L", "j", "j"}},
	{"marked", []string{"n", " ", "n", "x", "n", "m", "a", "s", "k", "esc"}},
	{"detail", []string{"n", "enter"}},
	{"facts", []string{"f"}},
	{"sources", []string{"s"}},
	{"overview", []string{"n", "n", "o"}},
	{"ladder", []string{"n", "n", "o", "G"}},
	{"help", []string{"?"}},
	{"note", []string{"n", "m", "a", "s", "k", " ", "h", "e", "r"}},
	{"searching", []string{"/", "r", "a", "d"}},
	{"found", []string{"/", "r", "a", "d", "a", "r", "enter"}},
}

// TestGolden compares every screen of the reader with what it was.
func TestGolden(t *testing.T) {
	pair := book.New(fixture.Ferry())
	for _, s := range screens {
		t.Run(s.name, func(t *testing.T) {
			golden.Screen(t, s.name, func(look golden.Look, w, h int) string {
				m := New(pair, Options{Renderer: look.Renderer(), Theme: look.Theme, ASCII: look.ASCII})
				m, _ = pressed(sized(m, w, h), s.keys...)
				return m.View()
			})
		})
	}
}

// TestGoldenLoading compares the screen that waits for a comparison.
func TestGoldenLoading(t *testing.T) {
	golden.Screen(t, "loading", func(look golden.Look, w, h int) string {
		work := func(context.Context, func(string)) (model.Comparison, error) { return model.Comparison{}, nil }
		m := Loading(t.Context(), work, Options{Renderer: look.Renderer(), Theme: look.Theme, ASCII: look.ASCII})
		l, ok := m.(loading)
		if !ok {
			t.Fatalf("%T", m)
		}
		for _, msg := range []tea.Msg{tea.WindowSizeMsg{Width: w, Height: h}, stageMsg{l.stages, "linking claims"}, spinner.TickMsg{}, spinner.TickMsg{}} {
			m, _ = m.Update(msg)
		}
		return m.View()
	})
}
