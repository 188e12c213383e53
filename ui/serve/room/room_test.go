package room

import (
	"strings"
	"testing"

	"doubletake/ui"
	"doubletake/ui/layout"
	"doubletake/ui/serve/pair"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

func embedded(t *testing.T) []pair.Pair {
	t.Helper()
	pairs, err := pair.Embedded(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return pairs
}

// guest is a session whose commands are run at once.
type guest struct {
	t    *testing.T
	m    tea.Model
	gone bool
}

func newGuest(t *testing.T, pairs []pair.Pair, w, h int) *guest {
	g := &guest{t: t, m: New(pairs, ui.Options{})}
	g.send(tea.WindowSizeMsg{Width: w, Height: h})
	return g
}

func (g *guest) send(msg tea.Msg) {
	next, cmd := g.m.Update(msg)
	g.m = next
	g.run(cmd)
}

func (g *guest) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.QuitMsg:
		g.gone = true
	case tea.BatchMsg:
		for _, c := range msg {
			g.run(c)
		}
	default:
		g.send(msg)
	}
}

func (g *guest) press(keys ...string) {
	for _, k := range keys {
		switch k {
		case "enter":
			g.send(tea.KeyMsg{Type: tea.KeyEnter})
		case "esc":
			g.send(tea.KeyMsg{Type: tea.KeyEsc})
		case "ctrl+c":
			g.send(tea.KeyMsg{Type: tea.KeyCtrlC})
		case " ":
			g.send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
		default:
			g.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(k)})
		}
	}
}

// sees checks what is on the screen.
func (g *guest) sees(words ...string) {
	g.t.Helper()
	frame := ansi.Strip(g.m.View())
	for _, w := range words {
		if !strings.Contains(frame, w) {
			g.t.Fatalf("%q is not on the screen:\n%s", w, frame)
		}
	}
}

func TestChoose(t *testing.T) {
	g := newGuest(t, embedded(t), 100, 30)
	g.sees("6 pairs of articles", "sample", "fossil", "guest session: marks and notes", "enter read")
	g.press("j", "enter")
	g.sees("Nerine", "EVENT")
	g.press("n", " ")
	g.sees("✓")
	g.press("q")
	g.sees("6 pairs of articles")
	g.press("k", "enter")
	g.sees("Yevkurov")
	g.press("q", "j", "enter")
	g.sees("✓") // as it was left
	g.press("q", "q")
	if !g.gone {
		t.Error("q in the list does not end the session")
	}
}

// TestQuitFast presses keys faster than they are read, so that they come as one.
func TestQuitFast(t *testing.T) {
	g := newGuest(t, embedded(t), 100, 30)
	g.press("enter", "jjq")
	g.sees("6 pairs of articles")
	g.press("enter", "ctrl+c")
	if !g.gone {
		t.Error("ctrl-c in a reader does not end the session")
	}
}

func TestOnePair(t *testing.T) {
	g := newGuest(t, embedded(t)[:1], 100, 30)
	g.sees("EVENT", "guest session: marks and notes")
	g.press("e")
	g.sees("no export")
	g.press("q")
	if !g.gone {
		t.Error("q with one pair does not end the session")
	}
}

func TestFind(t *testing.T) {
	g := newGuest(t, embedded(t), 100, 30)
	g.press("/", "G", "O", "L", "D", " ", "m")
	g.sees("find: GOLD m")
	g.press("enter")
	g.sees("found: GOLD m", "ruling")
	if frame := g.m.View(); strings.Contains(frame, "fossil") {
		t.Errorf("what was not looked for is shown:\n%s", frame)
	}
	g.press("enter")
	g.sees("Rhodope")
	g.press("q", "esc")
	g.sees("fossil")
	g.press("/", "z", "z", "enter", "enter")
	if g.gone {
		t.Error("a choice of nothing ends the session")
	}
}

func TestNotice(t *testing.T) {
	g := newGuest(t, embedded(t), 100, 30)
	g.send(NoticeMsg{Says: "the server is stopping"})
	g.sees("the server is stopping")
	g.press("enter", "n")
	g.sees("the server is stopping")
}

// TestFit checks that the list fits every screen.
func TestFit(t *testing.T) {
	pairs := embedded(t)
	for w := 1; w <= 160; w++ {
		for _, h := range []int{1, 2, 5, 9, 10, 13, 24, 60} {
			g := newGuest(t, pairs, w, h)
			rows := strings.Split(g.m.View(), "\n")
			if len(rows) > h {
				t.Fatalf("%dx%d: %d rows", w, h, len(rows))
			}
			for _, r := range rows {
				if n := layout.Width(r); n > w {
					t.Fatalf("%dx%d: a row of %d cells: %q", w, h, n, r)
				}
			}
		}
	}
}

func TestASCII(t *testing.T) {
	m := New(embedded(t), ui.Options{ASCII: true})
	next, _ := m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	next, _ = next.Update(NoticeMsg{Says: "so long…"})
	for _, r := range next.View() {
		if r > '~' {
			t.Errorf("%q reaches a terminal that shows ASCII alone", r)
		}
	}
}
