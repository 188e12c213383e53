package ui

import (
	"fmt"
	"strings"

	"doubletake/ui/head"
	"doubletake/ui/helping"
	"doubletake/ui/layout"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/key"
)

// View is the whole screen: exactly as many rows as the terminal has, none wider
// than it is.
func (m Model) View() string {
	if m.w == 0 || m.h == 0 {
		return ""
	}
	rows := m.rows()
	for i, row := range rows {
		// Only rows with wide characters on very narrow screens are cut here.
		if layout.Width(row) > m.w {
			rows[i] = layout.Cut(row, m.w, "")
		}
	}
	frame := joined(rows)
	if m.scene.Theme.ASCII {
		frame = theme.Fold(frame)
	}
	return frame
}

func joined(rows []string) string { return strings.Join(rows, "\n") }

func (m Model) rows() []string {
	if m.w < layout.LeastWidth || m.h < layout.LeastHeight {
		return layout.Window([]string{m.advice()}, 0, m.h)
	}
	if m.typing == typingNote {
		return append(append([]string{head.Line(m.scene, m.w)}, m.noteRows()...), m.foot())
	}
	if m.open == onReading {
		return append(m.reading.Rows(m.scene), m.foot())
	}
	rows := []string{head.Line(m.scene, m.w), head.Rule(m.scene.Theme, m.title(), m.sheet.Remark(m.body()), m.w, true)}
	rows = append(rows, m.sheet.Rows(m.body())...)
	return append(rows, m.foot())
}

// advice is the one line that a screen too small to read on shows.
func (m Model) advice() string {
	return layout.Cut(fmt.Sprintf("doubletake needs %dx%d (this is %dx%d)", layout.LeastWidth, layout.LeastHeight, m.w, m.h), m.w, "")
}

func (m Model) title() string {
	return [...]string{onReading: "", onDetail: "detail", onHelp: "help", onFacts: "facts", onSources: "sources", onOverview: "overview"}[m.open]
}

func (m Model) foot() string {
	switch m.typing {
	case typingSearch:
		keys := helping.Keys(m.help, m.keys.Finding(), m.w)
		return layout.Ends(m.prompt.Row(m.w-layout.Width(keys)-1), keys, m.w)
	case typingNote:
		return helping.Foot(m.help, "", m.keys.Writing(), nil, m.w)
	}
	if m.says != "" {
		return helping.Foot(m.help, m.says, nil, m.keys.Always(), m.w)
	}
	situation := situation{m.open, m.reading.Shape(), m.scene.Hits.On}
	foot, ok := m.feet[situation]
	if !ok {
		foot = helping.Foot(m.help, "", m.now(), m.keys.Always(), m.w)
		m.feet[situation] = foot
	}
	return foot
}

// situation is what the keys on the foot line follow from.
type situation struct {
	open  screen
	shape layout.Shape
	hits  bool
}

// now is the keys worth naming on the foot line.
func (m Model) now() []key.Binding {
	switch {
	case m.open == onDetail:
		return m.keys.Detailing()
	case m.open != onReading:
		return m.keys.Scrolling()
	case m.scene.Hits.On:
		return m.keys.Hits()
	case m.reading.Shape() == layout.List:
		return m.keys.Listing()
	}
	return m.keys.Reading()
}
