// Package shelf is the screen of several pairs of articles: a list to choose one
// from, and the reader on the one chosen. While the list is looked at, the pairs
// are compared one after the other, and the list says what each comes to.
package shelf

import (
	"context"
	"fmt"

	"doubletake/model"
	"doubletake/model/report"
	"doubletake/ui"
	"doubletake/ui/picker"
	"doubletake/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Pair is one pair on the shelf.
type Pair struct {
	Name    string // short, on one line; may be ""
	Title   string // one line
	Compare ui.Compare
}

// Model is the shelf. It is a tea.Model.
type Model struct {
	ctx     context.Context // of the whole session: it ends the work in the background
	cancel  context.CancelFunc
	pairs   []Pair
	items   []picker.Item
	options ui.Options
	picker  *picker.Model
	reader  tea.Model // the open pair's, nil while the list is seen
	w, h    int
}

// New is the shelf on some pairs. notice stands at its head.
func New(ctx context.Context, pairs []Pair, notice string, o ui.Options) Model {
	m := Model{pairs: pairs, options: o, items: make([]picker.Item, len(pairs))}
	m.ctx, m.cancel = context.WithCancel(ctx)
	for i, p := range pairs {
		m.items[i] = picker.Item{Name: p.Name, Title: p.Title}
	}
	m.picker = picker.New(m.items, fmt.Sprintf("%d pairs of articles", len(pairs)), notice, m.theme())
	return m
}

func (m Model) theme() theme.Theme {
	return theme.New(m.options.Renderer, m.options.Theme, !m.options.Light, m.options.ASCII)
}

// comparedMsg is what one pair comes to.
type comparedMsg struct {
	pair         int
	count, worst string
}

// leftMsg says that the reader was left.
type leftMsg struct{}

// Init begins to compare.
func (m Model) Init() tea.Cmd { return m.compare(0) }

// compare compares one pair, away from the screen.
func (m Model) compare(i int) tea.Cmd {
	if i >= len(m.pairs) {
		return nil
	}
	work, ctx := m.pairs[i].Compare, m.ctx
	return func() tea.Msg {
		c, err := work(ctx, func(string) {})
		if err != nil {
			return comparedMsg{i, "cannot be compared", err.Error()}
		}
		b := report.BriefOf(0, 1, "", c)
		return comparedMsg{i, report.Counted(b.Counts, model.Relations[:]...), b.Worst}
	}
}

// Update takes a message to the reader that is open, or to the list.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.w, m.h = msg.Width, msg.Height
		m.picker.SetSize(m.w, m.h)
	case ui.BackgroundMsg:
		m.options.Light = !msg.Dark
		m.picker.Restyle(m.theme())
	case comparedMsg:
		return m.compared(msg)
	case leftMsg:
		m.reader = nil
		return m, nil
	}
	if m.reader == nil {
		return m.choose(msg)
	}
	if k, ok := msg.(tea.KeyMsg); ok && k.Type == tea.KeyCtrlC && !m.typing() {
		m.cancel()
		return m, tea.Quit
	}
	var cmd tea.Cmd
	m.reader, cmd = m.reader.Update(msg)
	return m, leaving(cmd)
}

// typing reports whether the open pair's reader takes keys for words: ctrl-c then
// ends the typing, as it does without a list.
func (m Model) typing() bool {
	r, ok := m.reader.(ui.Model)
	return ok && r.Typing()
}

// compared shows what a pair comes to, and goes on to the next.
func (m Model) compared(msg comparedMsg) (tea.Model, tea.Cmd) {
	m.items[msg.pair].Count, m.items[msg.pair].Worst = msg.count, msg.worst
	return m, tea.Batch(m.picker.Set(msg.pair, m.items[msg.pair]), m.compare(msg.pair+1))
}

// choose takes a message to the list, and opens what is chosen.
func (m Model) choose(msg tea.Msg) (tea.Model, tea.Cmd) {
	chosen, quit, cmd := m.picker.Update(msg)
	switch {
	case quit:
		m.cancel()
		return m, tea.Quit
	case chosen == picker.None:
		return m, cmd
	}
	m.reader = ui.Loading(m.ctx, m.pairs[chosen].Compare, m.options)
	begin := m.reader.Init()
	var size tea.Cmd
	m.reader, size = m.reader.Update(tea.WindowSizeMsg{Width: m.w, Height: m.h})
	return m, tea.Batch(cmd, leaving(begin), leaving(size))
}

// leaving is a reader's command, with a wish to quit made one to go back to the
// list.
func leaving(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() tea.Msg {
		switch msg := cmd().(type) {
		case tea.QuitMsg:
			return leftMsg{}
		case tea.BatchMsg:
			for i, c := range msg {
				msg[i] = leaving(c)
			}
			return msg
		default:
			return msg
		}
	}
}

// View is the whole screen.
func (m Model) View() string {
	if m.reader != nil {
		return m.reader.View()
	}
	if m.w == 0 || m.h == 0 {
		return ""
	}
	return m.picker.View()
}
