// Package room is the program that a guest uses: a list of pairs to choose from,
// the reader on the pair chosen, and what the server has to say.
//
// A pair that was read stays as it was left for as long as the session lasts.
// With one pair only there is no list.
package room

import (
	"strings"

	"doubletake/model"
	"doubletake/model/marks"
	"doubletake/ui"
	"doubletake/ui/layout"
	"doubletake/ui/picker"
	"doubletake/ui/serve/pair"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Notice says what becomes of a guest's marks.
const Notice = "guest session: marks and notes stay in memory and go with it"

// NoticeMsg is something that the server has to say. It takes the place of the
// last row.
type NoticeMsg struct{ Says string }

// leftMsg says that a reader was left, and whether the guest wants to go at all.
type leftMsg struct{ home bool }

// Model is one guest's session. It is a tea.Model.
type Model struct {
	pairs   []pair.Pair
	options ui.Options
	picker  *picker.Model     // nil while a pair is read: a list is large, and guests are many
	last    int               // the pair that was read last
	readers map[int]tea.Model // of the pairs that were opened; shared by the copies of one session
	open    int               // the pair that is read, or closed
	notice  string
	w, h    int
}

// closed stands for no pair.
const closed = -1

// New is the program on some pairs, of which there must be one at least. Marks,
// export and the like in the options are not looked at: a guest's go with the
// session.
func New(pairs []pair.Pair, o ui.Options) Model {
	o.Marks = func(model.Comparison) (marks.Store, string) { return marks.NewMemory(), Notice }
	o.Export = nil
	m := Model{pairs: pairs, options: o, readers: make(map[int]tea.Model), open: closed}
	if len(pairs) == 1 {
		m = m.enter(0)
	}
	return m
}

func (m Model) theme() theme.Theme {
	return theme.New(m.options.Renderer, m.options.Theme, !m.options.Light, m.options.ASCII)
}

// Init asks for nothing: the first frame is drawn when the size is known.
func (m Model) Init() tea.Cmd { return nil }

// Update takes a message to the reader that is open, or to the list.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case NoticeMsg:
		m.notice = msg.Says
		return m, nil
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		if m.open == closed {
			m = m.list()
		}
	case ui.BackgroundMsg:
		return m.paint(msg), nil
	case leftMsg:
		return m.leave(msg)
	}
	if m.open == closed {
		if m.picker == nil { // the size is not known yet
			return m, nil
		}
		chosen, quit, cmd := m.picker.Update(msg)
		switch {
		case quit:
			return m, tea.Quit
		case chosen != picker.None:
			m = m.enter(chosen)
		}
		return m, cmd
	}
	home := false
	if k, ok := msg.(tea.KeyMsg); ok {
		home = k.Type == tea.KeyCtrlC
	}
	next, cmd := m.readers[m.open].Update(msg)
	m.readers[m.open] = next
	return m, leaving(cmd, home)
}

// enter opens a pair, where it was left if it was read before.
func (m Model) enter(i int) Model {
	r, ok := m.readers[i]
	if !ok {
		r = ui.New(m.pairs[i].Book, m.options)
	}
	if m.w > 0 {
		r, _ = r.Update(tea.WindowSizeMsg{Width: m.w, Height: m.h}) // a size asks for nothing
	}
	m.readers[i] = r
	m.open, m.last, m.picker = i, i, nil
	return m
}

// list shows the list, on the pair that was read last.
func (m Model) list() Model {
	m.open = closed
	if m.picker == nil {
		m.picker = newPicker(m.pairs, m.theme(), m.last)
	}
	m.picker.SetSize(m.w, m.h)
	return m
}

// leave goes back from a reader to the list, or away.
func (m Model) leave(msg leftMsg) (tea.Model, tea.Cmd) {
	if msg.home || len(m.pairs) == 1 {
		return m, tea.Quit
	}
	return m.list(), nil
}

// paint takes over what the terminal's background turned out to be.
func (m Model) paint(msg ui.BackgroundMsg) Model {
	m.options.Light = !msg.Dark
	if m.picker != nil {
		m.picker.Restyle(m.theme())
	}
	for i, r := range m.readers {
		m.readers[i], _ = r.Update(msg) // a background asks for nothing
	}
	return m
}

// leaving is a reader's command, with a wish to quit made one to leave the
// reader.
func leaving(cmd tea.Cmd, home bool) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case tea.QuitMsg:
			return leftMsg{home}
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = leaving(c, home)
			}
			return msg
		default:
			return msg
		}
	}
}

// View is the whole screen.
func (m Model) View() string {
	if m.w == 0 || m.h == 0 {
		return ""
	}
	frame := ""
	if m.open != closed {
		frame = m.readers[m.open].View()
	} else if m.picker != nil {
		frame = m.picker.View()
	}
	if m.notice == "" {
		return frame
	}
	says := m.theme().Alarm.Of(layout.Cut(" "+m.notice, m.w, theme.Ellipsis))
	if m.options.ASCII {
		says = theme.Fold(says)
	}
	return frame[:strings.LastIndexByte(frame, '\n')+1] + says
}
