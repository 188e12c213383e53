package picker

import (
	"fmt"
	"strings"
	"testing"

	"doubletake/ui/internal/golden"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

func items(n int) []Item {
	out := make([]Item, n)
	for i := range out {
		out[i] = Item{Name: fmt.Sprintf("pair %d", i), Title: fmt.Sprintf("Ferry %d hits a pier in Port Elian, twelve hurt, 全員無事", i), Count: "1≠ 2~", Worst: "hurt: 12 / 17"}
	}
	return out
}

// named is the keys that are not letters.
var named = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "esc": {Type: tea.KeyEsc}, "up": {Type: tea.KeyUp}, "down": {Type: tea.KeyDown}, "home": {Type: tea.KeyHome},
	"end": {Type: tea.KeyEnd}, "pgup": {Type: tea.KeyPgUp}, "pgdown": {Type: tea.KeyPgDown}, "ctrl+b": {Type: tea.KeyCtrlB},
	"ctrl+c": {Type: tea.KeyCtrlC}, "ctrl+f": {Type: tea.KeyCtrlF}, "ctrl+n": {Type: tea.KeyCtrlN}, "ctrl+p": {Type: tea.KeyCtrlP},
}

// press types keys: names of special keys, else letters, all in one message.
func press(t *testing.T, m *Model, keys ...string) (chosen int, quit bool) {
	t.Helper()
	chosen = None
	for _, k := range keys {
		msg, ok := named[k]
		if !ok {
			msg = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)}
		}
		var cmd tea.Cmd
		chosen, quit, cmd = m.Update(msg)
		settle(m, cmd)
	}
	return chosen, quit
}

// settle runs what a key asked for, as far as the list is concerned.
func settle(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range msg {
			settle(m, c)
		}
	default:
		_, _, again := m.Update(msg)
		settle(m, again)
	}
}

func TestPicker(t *testing.T) {
	for _, c := range []struct {
		name   string
		keys   []string
		chosen int
		quit   bool
		shows  string
	}{
		{"first", []string{"enter"}, 0, false, ""},
		{"third", []string{"jj", "enter"}, 2, false, ""},
		{"last", []string{"G", "enter"}, 29, false, ""},
		{"find", []string{"/pair 17", "enter", "enter"}, 17, false, "found: pair 17"},
		{"find in one go", []string{"/", "f", "erry 9", "enter", "enter"}, 9, false, ""},
		{"find nothing", []string{"/zeppelin", "enter"}, None, false, "pair 0"},
		{"q while finding", []string{"/q"}, None, false, "find: q"},
		{"show all again", []string{"/pair 17", "enter", "esc", "enter"}, 0, false, ""},
		{"leave", []string{"q"}, None, true, ""},
		{"leave while finding", []string{"/a", "ctrl+c"}, None, true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := New(items(30), "30 pairs", "", theme.New(nil, theme.Dark, true, false))
			m.SetSize(80, 24)
			chosen, quit := press(t, m, c.keys...)
			if chosen != c.chosen || quit != c.quit {
				t.Errorf("chosen %d, quit %v", chosen, quit)
			}
			if !strings.Contains(m.View(), c.shows) {
				t.Errorf("%q is not on\n%s", c.shows, m.View())
			}
		})
	}
}

// TestGolden compares the list with what it was: as it opens, in the middle of a
// filter, filtered, and with nothing found.
func TestGolden(t *testing.T) {
	for name, keys := range map[string][]string{
		"list": nil, "second": {"j"}, "finding": {"/pair 1"}, "found": {"/pair 1", "enter"}, "nothing": {"/zeppelin"},
	} {
		t.Run(name, func(t *testing.T) {
			golden.Screen(t, name, func(look golden.Look, w, h int) string {
				some := items(14)
				some[2].Count, some[2].Worst = "", ""
				m := New(some, "14 pairs of articles", "", theme.New(look.Renderer(), look.Theme, true, look.ASCII))
				m.SetSize(w, h)
				press(t, m, keys...)
				return m.View()
			})
		})
	}
}

// TestEveryBinding presses each key of the list where it means something, and sees
// that the list changes, or that a pair is chosen or the list left.
func TestEveryBinding(t *testing.T) {
	k := newKeyMap()
	for _, tt := range []struct {
		binding key.Binding
		before  []string
	}{
		{k.read, nil}, {k.down, nil}, {k.up, []string{"j"}}, {k.first, []string{"jj"}}, {k.last, nil}, {k.next, nil}, {k.previous, []string{"G"}},
		{k.find, nil}, {k.found, []string{"/pair 1"}}, {k.clear, []string{"/pair 1", "enter"}}, {k.leave, nil},
	} {
		for _, name := range tt.binding.Keys() {
			t.Run(tt.binding.Help().Desc+"/"+name, func(t *testing.T) {
				m := New(items(30), "30 pairs", "", theme.New(nil, theme.Dark, true, false))
				m.SetSize(80, 24)
				press(t, m, tt.before...)
				before := m.View()
				if chosen, quit := press(t, m, name); chosen == None && !quit && m.View() == before {
					t.Errorf("%q does nothing", name)
				}
			})
		}
	}
}

func TestSizes(t *testing.T) {
	m := New(items(30), "30 pairs", "a notice that is long enough to be cut off somewhere", theme.New(nil, theme.Dark, true, false))
	for _, w := range []int{1, 5, 20, 39, 40, 41, 80, 120, 300} {
		for _, h := range []int{1, 5, 9, 10, 11, 24, 60} {
			m.SetSize(w, h)
			frame := m.View()
			rows := strings.Split(frame, "\n")
			if len(rows) > h {
				t.Errorf("%dx%d: %d rows", w, h, len(rows))
			}
			for _, r := range rows {
				if layout.Width(r) > w {
					t.Errorf("%dx%d: %d cells: %q", w, h, layout.Width(r), r)
				}
			}
		}
	}
}

func TestSet(t *testing.T) {
	m := New(make([]Item, 2), "2 pairs", "", theme.New(nil, theme.Dark, true, true))
	m.SetSize(80, 24)
	settle(m, m.Set(1, Item{Title: "Ferry", Count: "3≠"}))
	m.Select(1)
	if chosen, _ := press(t, m, "enter"); chosen != 1 {
		t.Errorf("%d is selected", chosen)
	}
	if frame := m.View(); !strings.Contains(frame, "3x") || strings.Contains(frame, "≠") {
		t.Errorf("not in ASCII:\n%s", frame)
	}
}
