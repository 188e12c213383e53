package ui

import (
	"doubletake/model/text"
	"doubletake/ui/desk"
	"doubletake/ui/detail"
	"doubletake/ui/head"
	"doubletake/ui/layout"
	"doubletake/ui/note"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// startNote opens the editor on the note of what is current.
func (m Model) startNote() Model {
	item := desk.Current(m.scene)
	if item.Nothing {
		m.says = "nothing to note on yet: n goes to the worst difference"
		return m
	}
	m.editor, m.typing = note.New(m.scene.Theme, m.desk.Mark(item).Note), typingNote
	return m
}

// typeNote takes a key while a note is written.
func (m Model) typeNote(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	switch {
	case key.Matches(msg, m.keys.Discard):
		m.typing, m.says = typingNothing, "note left as it was"
		return m.refresh(), nil
	case key.Matches(msg, m.keys.Keep):
		m.typing = typingNothing
		next, err := m.desk.Write(desk.Current(m.scene), text.Clean(m.editor.Text()))
		return m.put(next, "note kept", err), nil
	}
	m.editor = m.editor.Update(msg)
	return m, nil
}

// noteRows draws the editor below what the note is on.
func (m Model) noteRows() []string {
	about := max(2, m.body()/2)
	rows := []string{head.Rule(m.scene.Theme, "note", "", m.w, true)}
	shown := detail.Rows(m.scene, m.w, about, detail.Never)
	rows = append(rows, layout.Window(shown, 0, min(about, len(shown)))...)
	rows = append(rows, head.Rule(m.scene.Theme, "", "", m.w, false))
	return append(rows, m.editor.Rows(m.w, max(1, m.h-2-len(rows)))...)
}
