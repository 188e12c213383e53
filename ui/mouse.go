package ui

import (
	"doubletake/ui/layout"

	tea "github.com/charmbracelet/bubbletea"
)

// toggleMouse turns the mouse on or off; off, the terminal selects text itself.
func (m Model) toggleMouse() (Model, tea.Cmd) {
	m.mouse = !m.mouse
	if m.mouse {
		m.says = "mouse on: it scrolls and selects; M gives it back to the terminal"
		return m, tea.EnableMouseCellMotion
	}
	m.says = "mouse off: the terminal selects text"
	return m, tea.DisableMouse
}

// wheel is how many rows a turn of the wheel scrolls.
const wheel = 3

// click takes a turn of the wheel or a press of a button.
func (m Model) click(msg tea.MouseMsg) Model {
	if m.typing != typingNothing || m.w < layout.LeastWidth || m.h < layout.LeastHeight {
		return m
	}
	by := 0
	switch {
	case msg.Button == tea.MouseButtonWheelDown:
		by = wheel
	case msg.Button == tea.MouseButtonWheelUp:
		by = -wheel
	case msg.Button != tea.MouseButtonLeft || msg.Action != tea.MouseActionPress:
		return m
	}
	if m.open != onReading {
		m.sheet = m.sheet.Scroll(by, m.body())
		return m
	}
	if by != 0 {
		m.reading = m.reading.Scroll(m.scene, msg.X, msg.Y, by)
		return m
	}
	return m.goTo(m.reading.Click(m.scene, msg.X, msg.Y))
}
