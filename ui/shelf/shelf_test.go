package shelf

import (
	"context"
	"errors"
	"strings"
	"testing"

	"doubletake/model"
	"doubletake/model/article"
	"doubletake/model/compare"
	"doubletake/seeds"
	"doubletake/ui"

	"github.com/charmbracelet/bubbles/spinner"
	tea "github.com/charmbracelet/bubbletea"
)

func shelf(t *testing.T) tea.Model {
	t.Helper()
	var pairs []Pair
	for _, s := range seeds.Pairs()[:2] {
		l, r := article.Parse(s.LeftName, string(s.Left)), article.Parse(s.RightName, string(s.Right))
		pairs = append(pairs, Pair{Name: s.Name, Title: s.Title, Compare: func(ctx context.Context, stage func(string)) (model.Comparison, error) {
			return compare.CompareStages(ctx, l, r, stage)
		}})
	}
	pairs = append(pairs, Pair{Title: "a bad one", Compare: func(context.Context, func(string)) (model.Comparison, error) {
		return model.Comparison{}, errors.New("gone wrong")
	}})
	return New(t.Context(), pairs, "a notice", ui.Options{})
}

// settle runs commands until none is left, but for those that wait.
func settle(t *testing.T, m tea.Model, cmd tea.Cmd) (tea.Model, bool) {
	t.Helper()
	quit := false
	queue := []tea.Cmd{cmd}
	for n := 0; len(queue) > 0 && n < 200; n++ {
		cmd, queue = queue[0], queue[1:]
		if cmd == nil {
			continue
		}
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			queue = append(queue, msg...)
		case tea.QuitMsg:
			quit = true
		case nil:
		default:
			var next tea.Cmd
			m, next = m.Update(msg)
			if _, ticks := msg.(spinner.TickMsg); !ticks {
				queue = append(queue, next)
			}
		}
	}
	return m, quit
}

func TestShelf(t *testing.T) {
	m := shelf(t)
	m, _ = m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	m, _ = settle(t, m, m.Init())
	list := m.View()
	for _, want := range []string{"3 pairs of articles", "Murhaf Abu Kasra", "cannot be compared", "gone wrong", "a notice"} {
		if !strings.Contains(list, want) {
			t.Errorf("%q is not on the list:\n%s", want, list)
		}
	}
	key := func(k tea.KeyMsg) (quit bool) {
		var cmd tea.Cmd
		m, cmd = m.Update(k)
		m, quit = settle(t, m, cmd)
		return quit
	}
	letter := func(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}} }
	key(tea.KeyMsg{Type: tea.KeyEnter})
	if frame := m.View(); !strings.Contains(frame, "EVENT") {
		t.Fatalf("no reader:\n%s", frame)
	}
	if key(letter('q')) || m.View() != list {
		t.Errorf("q does not lead back to the list:\n%s", m.View())
	}
	key(letter('G'))
	key(tea.KeyMsg{Type: tea.KeyEnter})
	if !strings.Contains(m.View(), "3 pairs") {
		t.Errorf("a pair that cannot be compared does not lead back:\n%s", m.View())
	}
	if !key(letter('q')) {
		t.Error("q does not leave the list")
	}
}

func TestQuit(t *testing.T) {
	m := shelf(t)
	m, _ = m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	m, cmd := m.Update(tea.KeyMsg{Type: tea.KeyEnter})
	m, _ = settle(t, m, cmd)
	m, cmd = m.Update(tea.KeyMsg{Type: tea.KeyCtrlC})
	if _, quit := settle(t, m, cmd); !quit {
		t.Error("ctrl-c does not leave from inside the reader")
	}
}

// TestLateReply leaves a pair while it is compared, and opens another: what comes
// of the first then is not taken for the second.
func TestLateReply(t *testing.T) {
	slow := func(title string) Pair {
		return Pair{Title: title, Compare: func(context.Context, func(string)) (model.Comparison, error) {
			var c model.Comparison
			c.Tellings[model.Left].Article.Title = title
			return c, nil
		}}
	}
	var m tea.Model = New(t.Context(), []Pair{slow("the first"), slow("the second")}, "", ui.Options{})
	m, _ = m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	press := func(k tea.KeyType) (cmd tea.Cmd) {
		m, cmd = m.Update(tea.KeyMsg{Type: k})
		return cmd
	}
	first := press(tea.KeyEnter)
	m, _ = settle(t, m, press(tea.KeyEsc))
	press(tea.KeyDown)
	second := press(tea.KeyEnter)
	m, _ = settle(t, m, first)
	if frame := m.View(); strings.Contains(frame, "the first") {
		t.Fatalf("the pair that was left comes up:\n%s", frame)
	}
	m, _ = settle(t, m, second)
	if frame := m.View(); !strings.Contains(frame, "the second") {
		t.Errorf("the pair that was opened does not come up:\n%s", frame)
	}
}

// TestDropNote presses ctrl-c in a note, which drops what was typed and no more.
func TestDropNote(t *testing.T) {
	m := shelf(t)
	m, _ = m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	m, cmd := m.Update(tea.KeyMsg{Type: tea.KeyEnter})
	m, _ = settle(t, m, cmd)
	for _, r := range "nmabc" {
		m, _ = m.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	m, cmd = m.Update(tea.KeyMsg{Type: tea.KeyCtrlC})
	m, quit := settle(t, m, cmd)
	if frame := m.View(); quit || !strings.Contains(frame, "note left as it was") {
		t.Errorf("quit %v:\n%s", quit, frame)
	}
}
