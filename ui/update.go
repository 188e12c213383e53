package ui

import (
	"slices"

	"doubletake/ui/detail"
	"doubletake/ui/helping"
	"doubletake/ui/keys"
	"doubletake/ui/ledger"
	"doubletake/ui/nav"
	"doubletake/ui/overview"
	"doubletake/ui/sources"
	"doubletake/ui/theme"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
)

// Update routes a message to the room that deals with it.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height), nil
	case BackgroundMsg:
		return m.restyle(m.scene.Theme.With(m.scene.Theme.Name, msg.Dark)), nil
	case doneMsg:
		m.says = msg.says
		return m, nil
	case tea.MouseMsg:
		return m.click(msg), nil
	case tea.KeyMsg:
		return m.key(msg)
	}
	return m, nil
}

// key takes a key to where keys go now.
func (m Model) key(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	if m.typing == typingNothing {
		return m.pressAll(msg)
	}
	// The bubbles clean the letters in place, and Bubble Tea gives all sessions of
	// a process the same ones for a space.
	msg.Runes = slices.Clone(msg.Runes)
	if m.typing == typingSearch {
		return m.typeSearch(msg)
	}
	return m.typeNote(msg)
}

// pressAll takes what came in one piece key by key: letters pressed faster than
// they are read come as one message, and so does esc with the key after it, as that
// key with alt, which nothing is bound to. What is pasted is no press of keys.
func (m Model) pressAll(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	if msg.Alt {
		next, first := m.press(tea.KeyMsg{Type: tea.KeyEsc})
		msg.Alt = false
		next, second := next.Update(msg)
		return next, tea.Batch(first, second)
	}
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 {
		return m.press(msg)
	}
	if msg.Paste {
		return m, nil
	}
	var next tea.Model = m
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		var cmd tea.Cmd
		next, cmd = next.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		cmds = append(cmds, cmd)
	}
	return next, tea.Batch(cmds...)
}

func (m Model) resize(w, h int) Model {
	m.w, m.h = max(w, 0), max(h, 0)
	clear(m.feet)
	m.reading = m.reading.SetSize(m.scene, m.w, m.h)
	return m.refresh()
}

// restyle draws everything in another theme from now on.
func (m Model) restyle(th theme.Theme) Model {
	m.scene.Theme = th
	m.help = helping.Bubble(th)
	return m.resize(m.w, m.h)
}

// press takes one key. Sequences of two keys are put together first; then come
// the keys that mean the same everywhere, then those of the open screen, then
// those of the reading screen, which is below all others.
func (m Model) press(msg tea.KeyMsg) (tea.Model, tea.Cmd) {
	p := keys.Press(m.pending + msg.String())
	if m.pending == "" && keys.Prefix(msg.String()) {
		m.pending = msg.String()
		return m, nil
	}
	m.pending, m.says = "", ""
	if next, cmd, ok := m.everywhere(p); ok {
		return next, cmd
	}
	if next, ok := m.onHits(p); ok {
		return next, nil
	}
	if m.open != onReading {
		if next, ok := m.onSheet(p); ok {
			return next, nil
		}
	}
	if m.open == onReading || m.open == onDetail {
		if next, cmd, ok := m.onMark(p); ok {
			return next, cmd
		}
		return m.read(p), nil
	}
	return m, nil
}

// everywhere takes the keys that mean the same on every screen.
func (m Model) everywhere(p keys.Press) (Model, tea.Cmd, bool) {
	km := m.keys
	switch {
	case key.Matches(p, km.Quit):
		return m, tea.Quit, true
	case key.Matches(p, km.Help):
		return m.toggle(onHelp), nil, true
	case key.Matches(p, km.Facts):
		return m.toggle(onFacts), nil, true
	case key.Matches(p, km.Sources):
		return m.toggle(onSources), nil, true
	case key.Matches(p, km.Overview):
		return m.toggle(onOverview), nil, true
	case key.Matches(p, km.Search):
		return m.startSearch(), nil, true
	case key.Matches(p, km.Mouse):
		next, cmd := m.toggleMouse()
		return next, cmd, true
	case key.Matches(p, km.Export):
		next, cmd := m.export()
		return next, cmd, true
	case key.Matches(p, km.Theme):
		name := theme.Dark
		if m.scene.Theme.Dark {
			name = theme.Light
		}
		next := m.restyle(m.scene.Theme.With(name, false))
		next.says = "theme: " + name.String()
		return next, nil, true
	}
	return m, nil, false
}

// onSheet takes the keys of the screens that scroll.
func (m Model) onSheet(p keys.Press) (Model, bool) {
	if key.Matches(p, m.keys.Back) || m.open == onDetail && key.Matches(p, m.keys.Detail) {
		return m.toggle(m.open), true
	}
	// On the detail, j and k go on to the next thing to look at.
	next, ok := m.sheet.Press(p, m.keys, m.body(), m.open != onDetail)
	m.sheet = next
	return m, ok
}

// toggle opens a screen, or goes back from it to the texts.
func (m Model) toggle(s screen) Model {
	if m.open == s {
		s = onReading
	}
	m.open = s
	m.sheet = m.sheet.Scroll(-1<<30, 1)
	return m.refresh()
}

// read takes the keys of the reading screen.
func (m Model) read(p keys.Press) Model {
	if m.open == onReading && key.Matches(p, m.keys.Detail) {
		if !m.scene.At.Started {
			m = m.read("n")
		}
		return m.toggle(onDetail)
	}
	next, at, says, ok := m.reading.Press(m.scene, p, m.keys)
	if !ok {
		return m
	}
	m.reading, m.scene.At, m.says = next, at, says
	m.scene.Seen.See(at)
	return m.refresh()
}

// goTo takes the reader to another place and scrolls there.
func (m Model) goTo(at nav.State) Model {
	m.scene.At = at
	m.scene.Seen.See(at)
	m.reading = m.reading.Settle(m.scene)
	return m.refresh()
}

// refresh draws the open sheet anew, after its size or what it shows changed.
func (m Model) refresh() Model {
	var rows []string
	switch m.open {
	case onReading:
		return m
	case onDetail:
		rows = detail.Rows(m.scene, m.w, m.body(), detail.Always)
	case onHelp:
		rows = helping.Rows(m.scene.Theme, m.keys, m.desk.Store().Path(), m.w)
	case onFacts:
		rows = ledger.Rows(m.scene, m.w)
	case onSources:
		rows = sources.Rows(m.scene, m.w)
	case onOverview:
		rows = overview.Rows(m.scene, m.w)
	}
	m.sheet = m.sheet.Set(rows, m.body())
	return m
}

// body is the rows between the title and the foot line of a sheet.
func (m Model) body() int { return max(0, m.h-3) }
