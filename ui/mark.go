package ui

import (
	"doubletake/model/marks"
	"doubletake/ui/desk"
	"doubletake/ui/keys"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// onMark takes the keys with which the reader overrules or keeps something.
func (m Model) onMark(p keys.Press) (Model, tea.Cmd, bool) {
	km := m.keys
	switch {
	case key.Matches(p, km.Check):
		return m.setState(marks.Checked), nil, true
	case key.Matches(p, km.Drop):
		return m.setState(marks.Dismissed), nil, true
	case key.Matches(p, km.Note):
		return m.startNote(), nil, true
	case key.Matches(p, km.Copy):
		next, cmd := m.copyQuotes()
		return next, cmd, true
	case key.Matches(p, km.Undo):
		return m.undo(), nil, true
	}
	return m, nil, false
}

func (m Model) setState(s marks.State) Model {
	item := desk.Current(m.scene)
	if item.Nothing {
		m.says = "nothing to mark yet: n goes to the worst difference"
		return m
	}
	next, err := m.desk.Toggle(item, s)
	says := s.String()
	if next.Mark(item).State != s {
		says = "no longer " + says
	}
	return m.put(next, says, err)
}

func (m Model) undo() Model {
	next, _, ok, err := m.desk.Undo()
	if !ok {
		m.says = "nothing to undo"
		return m
	}
	return m.put(next, "undone", err)
}

// put takes over a desk after a change; an error of its store is shown, and the
// mark stands until it can be written.
func (m Model) put(d desk.Desk, says string, err error) Model {
	m.desk = d
	m.scene.Marks = d.Marks()
	m.says = says
	if err != nil {
		m.says = says + ", but not saved: " + err.Error()
	}
	return m.refresh()
}
